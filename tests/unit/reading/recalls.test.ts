/** Promises recalled, met and put off: examples of each rule with near misses. All sentences and subjects are invented. */
import { describe, expect, it } from "vitest";
import type { ReadingInput, SpeechAct } from "#app/domain/reading/findings.ts";
import { read } from "#app/domain/reading/read.ts";

type Speaker = NonNullable<ReadingInput["speaker"]>;
const ANSWERS: readonly SpeechAct[] = ["refers_back", "fulfils", "postpones"];
const allIn = (text: string, speaker?: Speaker): SpeechAct[] =>
  read({ text, date: "2024-01-15", recesses: [], speaker }).findings.map(({ kind }) => kind);
const actsIn = (text: string, speaker?: Speaker): SpeechAct[] =>
  allIn(text, speaker).filter((kind) => ANSWERS.includes(kind));
const ruleIn = (text: string): string | undefined =>
  read({ text, date: "2024-01-15", recesses: [] }).findings.find(({ kind }) => ANSWERS.includes(kind))?.rule;

describe("who promised, and to whom", () => {
  it.each([
    ["the receiver is a member", "Ik heb de heer Yilmaz toegezegd met de bibliotheken te spreken."],
    ["no receiver, a clause follows", "De minister heeft in het debat over de sluizen toegezegd de cijfers te sturen."],
    ["the subject stands far off", "De evaluatie die wij in de memorie van antwoord hadden toegezegd, is aanbesteed."],
    ["with “gelijk”", "Gelijk ik in het overleg van 4 maart heb toegezegd, blijft de veerdienst."],
    ["passive, by a minister", "Door mijn ambtsvoorganger is toegezegd dat de kades worden bekeken."],
    ["passive, the Kamer first", "De Kamer is toegezegd dat zij de cijfers krijgt."],
    ["a receiver beside an object", "Uw Kamer is bij de begroting een onderzoek toegezegd naar de ligplaatsen."],
    ["heard to promise", "Ik heb de staatssecretaris horen toezeggen dat de halte blijft."],
    ["past tense", "In haar brief van maart zegde de minister een verkenning toe."],
    ["present, of another", "De staatssecretaris zegt toe schriftelijk op de vragen terug te komen."],
    ["not doing what was promised", "De minister doet niet wat hij heeft toegezegd."],
  ])("recalled: %s", (_, text) => {
    expect(actsIn(text)).toEqual(["refers_back"]);
  });

  it.each([
    ["to others, without “aan”", "Ik heb de burgemeesters toegezegd met hen in gesprek te gaan."],
    ["to others, a bare noun", "Ik heb omwonenden toegezegd dat de brug openblijft."],
    ["to others, with “aan”", "Aan de provincies is toegezegd dat zij meepraten."],
    ["to others, past tense", "Ik zegde de vervoerders toe mee te denken."],
    ["to others, the receiver first", "Omwonenden is toegezegd dat de kade begaanbaar blijft."],
    ["by others, passive", "Van de zijde van de waterschappen is toegezegd dat de kalender openbaar wordt."],
    ["by others, in a phrase", "De door de provincie toegezegde bijdrage blijft staan."],
    ["by another government", "De regering van Frankrijk heeft toegezegd de brug te betalen."],
    ["by an office abroad", "De Vlaamse minister heeft toegezegd het onderzoek mee te betalen."],
    ["money", "Het kabinet heeft 20 miljoen euro toegezegd voor de bibliotheken."],
    ["a subsidy", "De toegezegde subsidie wordt in drie delen uitbetaald."],
    ["“toe” of a direction", "De minister zegt in alles dat we meer naar de dorpen toe gaan."],
    ["“zijn” of his own", "De heer Yilmaz heeft mij toegezegd zijn vraag in te trekken."],
    ["if he promises", "Als de minister dat nu toezegt, hoef ik geen motie in te dienen."],
  ])("not: %s", (_, text) => {
    expect(actsIn(text)).toEqual([]);
  });

  it("takes “ik heb beloofd” in the mouth of a member for no promise of the government", () => {
    const text = "Ik heb toegezegd kort te zijn over de zwembaden.";
    expect(actsIn(text, "member")).toEqual([]);
    expect(actsIn(text, "government")).toEqual(["refers_back"]);
  });
});

describe("the noun “toezegging”", () => {
  it.each([
    ["to a member", "De toezegging aan het lid Van Dijk over de stallingen staat nog open."],
    ["by number", "Het betreft toezegging TZ202403-118, gedaan aan het lid Brouwers."],
    ["asked after", "Kan de minister zeggen waarom de toezegging aan het lid Bos niet is nagekomen?"],
    ["what is not kept", "De minister is haar toezegging nog niet nagekomen."],
    ["reminded of", "Mag ik de minister herinneren aan haar toezegging?"],
    ["noted", "De griffier heeft drie toezeggingen genoteerd."],
    ["received", "Wij hebben van de minister de toezegging gekregen dat het onderzoek er komt."],
    ["with much between", "De in het debat van 3 mei over de sluizen gedane toezegging staat."],
    ["by occasion, not by owner", "De toezegging van het vorige debat geldt nog."],
    ["his own word", "De staatssecretaris komt zijn eigen beloftes niet na."],
    ["a heading", "Toezegging aan het lid Van Dijk over de stallingskosten"],
  ])("names one that exists: %s", (_, text) => {
    expect(actsIn(text)).toEqual(["refers_back"]);
  });

  it.each([
    ["made now", "Voorzitter, die toezegging doe ik graag."],
    ["about to be made", "Laat ik die toezegging dan ook maar doen."],
    ["refused", "Die toezegging kan ik niet doen."],
    ["not made", "Een toezegging in die zin heb ik ook niet gedaan."],
    ["wanted", "Mevrouw Van Dijk wil van mij de toezegging dat het tarief niet stijgt."],
    ["wanted from", "Dan wil ik de toezegging wel van de staatssecretaris horen."],
    ["if it is made", "Als de minister die toezegging doet, trek ik mijn motie in."],
    ["asked whether it counts", "Mag ik dat als toezegging noteren?"],
    ["received from others", "Ik heb van de sector de toezegging gekregen dat zij meewerkt."],
    ["received by others", "De bewoners kregen van het waterschap de toezegging dat het uitzicht blijft."],
    ["of a branch", "De toezegging van de sector om te verduurzamen is niet genoeg."],
    ["of the subject itself", "De sector is zijn toezeggingen nagekomen."],
    ["of private law", "Bij een uitkeringsovereenkomst draagt de werkgever het risico van de gedane toezegging."],
    ["of a campaign", "De beloften over goedkope treinkaartjes zijn loos."],
  ])("not: %s", (_, text) => {
    expect(actsIn(text)).toEqual([]);
  });
});

describe("what was said to come", () => {
  it.each([
    ["present tense after “dat”", "Ik heb net gezegd dat ik u dat overzicht doe toekomen."],
    ["a letter", "Ik zei net dat er een brief komt."],
    ["with the Kamer before it", "Met uw Kamer heb ik afgesproken dat ik jaarlijks rapporteer."],
    ["passive", "In de brief is aangekondigd dat uw Kamer in het najaar een visie ontvangt."],
  ])("recalled: %s", (_, text) => {
    expect(actsIn(text)).toEqual(["refers_back"]);
  });

  it.each([
    ["an opinion", "In het debat heb ik aangegeven dat de gemeenten hierover gaan."],
    ["never said", "Ik heb nooit gezegd dat ik de Kamer zou informeren."],
    ["said by others", "De inspectie heeft aangegeven dat zij de Kamer zal informeren."],
    ["said in the past", "In mijn brief van 3 mei heb ik u geïnformeerd over de voortgang."],
  ])("not: %s", (_, text) => {
    expect(actsIn(text)).toEqual([]);
  });
});

describe("a promise that is met", () => {
  it.each([
    ["the perfect tense", "Met het bovenstaande heb ik uitvoering gegeven aan de toezegging aan het lid Kooistra."],
    ["what was promised stands above", "Onderstaand treft uw Kamer de cijfers aan die ik in het debat heb toegezegd."],
    ["“hetgeen ik doe”", "Ik heb toegezegd u te informeren over de leges, hetgeen ik met deze brief doe."],
    ["sent before", "De brief die ik de heer Yilmaz had beloofd, is vanmorgen naar de Kamer gegaan."],
    ["the thing promised was sent", "De toegezegde rapportage is op 3 mei aan uw Kamer aangeboden."],
    ["the deed", "Overeenkomstig mijn toezegging heb ik met de bibliotheken gesproken."],
    ["realised", "Met het besluit is de toezegging aan de Eerste Kamer om de termijn te verruimen gerealiseerd."],
    ["with “waarmee”", "Hierbij informeer ik u over de kades, waarmee ik mijn toezegging aan de Kamer nakom."],
    ["it lies there", "De toegezegde brief ligt inmiddels bij de Kamer."],
    ["no verb at all", "Bij dezen de toegezegde cijfers."],
    ["the letter itself", "Deze brief is de uitwerking van mijn toezegging aan het lid De Boer."],
  ])("%s", (_, text) => {
    expect(actsIn(text)).toEqual(["fulfils"]);
  });

  it.each([
    ["not yet sent", "De toegezegde rapportage is niet aan uw Kamer aangeboden.", ["refers_back"]],
    ["a subsidy paid", "De toegezegde subsidie is inmiddels verstrekt.", []],
    ["still to be kept", "De toezegging zal worden nagekomen.", ["refers_back"]],
    ["a general truth", "Toezeggingen moeten worden nagekomen.", []],
    ["to neighbours", "De exploitant is zijn toezegging aan de omwonenden nagekomen.", []],
    ["talks to come", "Zoals toegezegd ga ik met de bonden in gesprek.", ["refers_back"]],
    ["a request met", "Hiermee voldoe ik aan het verzoek van de commissie.", []],
  ] as const)("not: %s", (_, text, acts) => {
    expect(actsIn(text)).toEqual(acts);
  });
});

describe("a promise that is put off", () => {
  it.each([
    ["late in whatever way", "De brief over de haltes die ik u had toegezegd, heeft vertraging opgelopen."],
    ["moved on, what was promised", "Die toegezegde lijst schuift door naar volgend jaar."],
    ["had promised, will come", "De lijst die ik u voor 1 mei had beloofd, komt in september."],
    ["the term in weeks", "Wegens het reces kan ik de antwoorden aan uw Kamer niet binnen drie weken geven."],
    ["the term is passed", "Het spijt mij dat ik de toegezegde termijn voor de brief moet overschrijden."],
    ["the deadline is moved", "De deadline van toezegging T03288 is verlengd tot 1 juli 2025."],
    ["a new deadline", "De nieuwe deadline voor toezegging T02345 is 1 juli 2024."],
    ["later than said", "Dit betekent dat uw Kamer de brief later zal ontvangen dan gebruikelijk."],
    ["long in coming", "De aan uw Kamer toegezegde rapportage laat langer op zich wachten dan voorzien."],
    ["one moment for another", "De brief wordt niet in mei maar in juni naar uw Kamer gestuurd."],
    ["the moment denied", "Ik kan u de gevraagde brief niet voor 1 mei doen toekomen."],
    ["the old moment in its name", "De eerder voor december aangekondigde brief zal u begin volgend jaar bereiken."],
    ["what was to be", "De evaluatie die ik u voor 1 mei had toegezegd, komt in oktober."],
    ["what was to come", "Het rapport zou in april 2024 naar de Kamer gaan, maar dat wordt juni."],
    ["it becomes another moment", "De toezegging om u in mei te berichten kan ik niet nakomen; dat wordt juni."],
    ["it was planned", "De visie op de bibliotheken, die was voorzien voor 1 mei, volgt in oktober."],
    ["the old moment before it", "De voor 1 mei 2024 toegezegde visie verschijnt in oktober 2024."],
    ["weeks extra", "De beantwoording vergt enkele weken extra."],
    ["later, at the end", "Daarom ontvangt u de antwoorden op de vragen later."],
    ["moved on", "De aanbieding van het wetsvoorstel aan uw Kamer schuift door naar 2025."],
    ["not kept", "Die planning haal ik niet."],
    ["not yet, then", "De toegezegde brief is nog niet gereed en wordt nu in mei verwacht."],
  ])("%s", (_, text) => {
    expect(actsIn(text)).toEqual(["postpones"]);
  });

  it.each([
    ["a building", "De bouw van de brug is uitgesteld tot 2026."],
    ["a law coming into force", "De inwerkingtreding is verschoven naar 1 januari 2026."],
    ["another's term", "De gemeente heeft de termijn overschreden."],
    ["another's deadline", "De provincies halen de deadline van 1 juli niet."],
    ["late, and never promised", "De trein van de reizigers heeft vertraging opgelopen."],
    ["moved, and never promised", "De halte schuift door naar volgend jaar."],
    ["another's papers", "Scholen die de gegevens niet tijdig kunnen aanleveren, kunnen uitstel aanvragen."],
    ["another's time", "De Raad van State heeft meer tijd nodig voor het advies."],
    ["another's deadline, passive", "Uiteindelijk wordt de deadline niet gehaald en krijgt de exploitant een jaar."],
    ["it becomes a park", "Het plein was leeg, maar dat wordt na de zomer een park."],
    ["planned and done", "De opening, die was voorzien voor 1 mei, kwam in juni."],
    ["weeks extra for others", "De aanleg van het plein vergt enkele weken extra."],
    ["later, of a train", "De trein komt in Groningen later."],
    ["not every month", "Ik zal uw Kamer niet iedere maand over dit onderwerp berichten."],
    ["trains", "De vervoerder heeft toegezegd reizigers eerder over vertraging te informeren."],
    ["asked by members", "De leden vragen waarom de brug later wordt opgeleverd dan gepland."],
  ])("not: %s", (_, text) => {
    expect(actsIn(text)).toEqual([]);
  });
});

describe("a sentence that does two things", () => {
  it.each<[string, SpeechAct[]]>([
    [
      "Ik heb de heer Yilmaz toegezegd dat hij die cijfers krijgt en ik zal ze in september aan de Kamer sturen.",
      ["new_commitment", "refers_back"],
    ],
    [
      "Met deze brief kom ik mijn toezegging aan het lid Kooistra na; over de rest informeer ik u in het voorjaar.",
      ["fulfils", "new_commitment"],
    ],
    [
      "Hierbij ontvangt u het eerste toegezegde rapport; het tweede rapport heeft vertraging en wordt nu in mei verwacht.",
      ["fulfils", "postpones"],
    ],
    [
      "Aan het lid Sluimer is toegezegd dat hij de cijfers in mei zou hebben; voor de beantwoording blijkt meer tijd nodig.",
      ["postpones", "refers_back"],
    ],
  ])("%s", (text, acts) => {
    expect(allIn(text).toSorted()).toEqual(acts);
  });

  it("names a promise once where the same sentence puts it off", () => {
    expect(allIn("De toezegging is nog niet afgerond; de brief wordt in mei 2024 verwacht.")).toEqual(["postpones"]);
  });
});

it("says which rule it was", () => {
  expect(ruleIn("De toegezegde rapportage is op 3 mei aan uw Kamer aangeboden.")).toBe("gestuurd, zoals toegezegd");
  expect(ruleIn("In haar brief van maart zegde de minister een verkenning toe.")).toBe("zegde toe");
});
