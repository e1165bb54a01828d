import { type KeptList, keptToParams } from "#app/domain/kept-list.ts";
import { linker, paths } from "#app/paths.ts";
import type { Visit } from "#app/server/visit.ts";

/** The whole list as an address, always of today: to keep, to mail, or to follow. */
export function KeptShare({ list, visit, isOwn }: { list: KeptList; visit: Visit; isOwn: boolean }) {
  const query = keptToParams(list);
  const of = linker({ asOf: visit.today, today: visit.today, knownAt: null });
  const address = of(paths.keptList, query);
  return (
    <section aria-labelledby="meenemen">
      <h2 id="meenemen">Bewaren, doorsturen en volgen</h2>
      {isOwn && (
        <>
          <p>
            In <a href={address}>dit adres staat de hele lijst</a>. Bewaar het als bladwijzer, open het op een ander
            apparaat, of mail het. Wie het opent, ziet wat er nu in uw lijst staat. Wat u later toevoegt, staat er niet
            in.
          </p>
          <p className="citation__text">{visit.origin + address}</p>
        </>
      )}
      <ul className="link-list">
        <li>
          <a href={of(paths.keptListAs("atom"), query)}>Feed van deze lijst (Atom)</a>: elke gebeurtenis, in uw
          feedlezer.
        </li>
        <li>
          <a href={of(paths.keptListAs("ics"), query)}>Agenda van deze lijst (iCalendar)</a>: de termijnen, in uw
          agenda.
        </li>
      </ul>
    </section>
  );
}
