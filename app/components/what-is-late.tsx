/** What "te laat" means wherever it is counted, and what is not counted: DOMAIN, "Late". */
export const WhatIsLate = () => (
  <section aria-labelledby="wat-telt">
    <h2 id="wat-telt">Wat hier te laat heet</h2>
    <p>
      Een toezegging is te laat als zij nog niet of deels is voldaan en de laatste dag van de termijn voorbij is. Alleen
      uitstel dat aan de Kamer is gemeld, verschuift die dag. Was iets beloofd voor de volgende voortgangsbrief, dan is
      het te laat zodra die brief is nagegaan en het er niet in stond.
    </p>
    <p>
      Niet meegeteld is wat zonder termijn is toegezegd of met woorden waar geen dag uit volgt (“zo spoedig mogelijk”),
      wat wacht op het oordeel van de commissie, wat beantwoord kan zijn in een brief die nog niet is nagegaan, wat
      zonder einde doorloopt, en wat hoort bij een dossier dat het register niet meer volgt.
    </p>
  </section>
);
