/** Where to get help and where to report: ends every public page of a dossier that asks for it (DOMAIN.md). */
export function Help() {
  return (
    <section className="help" aria-labelledby="hulp-en-melden">
      <h2 id="hulp-en-melden">Hulp en melden</h2>
      <ul className="help__list">
        <li>
          <strong>Stop it Now!</strong> Gratis en anoniem praten over zorgen om seksuele gedachten of gedrag, van uzelf
          of van een ander.
          <br />
          <a href="tel:08002666436">0800-266 64 36</a>
        </li>
        <li>
          <strong>Meldpunt Kinderporno</strong> Anoniem melden wat u online bent tegengekomen.
          <br />
          <a href="https://www.meldpunt-kinderporno.nl/">meldpunt-kinderporno.nl</a>
        </li>
        <li>
          <strong>Politie</strong> Geen spoed, wel politie.
          <br />
          <a href="tel:09008844">0900-8844</a>
        </li>
        <li>
          <strong>Spoed</strong> Is er nu gevaar?
          <br />
          <a href="tel:112">112</a>
        </li>
      </ul>
    </section>
  );
}
