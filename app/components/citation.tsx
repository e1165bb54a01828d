import { dayInWords, instantInWords } from "#app/domain/calendar.ts";
import { linker } from "#app/paths.ts";
import type { Visit } from "#app/server/visit.ts";
import { Day } from "./day.tsx";
import { Sign } from "./sign.tsx";

interface CitationProps {
  visit: Visit;
  /** What is referred to: `“Meldknop”, toezegging 2010-0006`. */
  what: string;
}

/** The address that shows this page as it is now, for good, and a reference ready to copy. */
export function Citation({ visit, what }: CitationProps) {
  const address = fixedAddress(visit);
  const { asOf, fixedAt } = visit;
  return (
    <details className="fold-plain citation" open={visit.knownAt !== null || undefined}>
      <summary>Verwijs naar deze pagina</summary>
      <p>
        Deze verwijzing legt twee dagen vast: de dag waarover de pagina gaat, en wat het register toen wist. Wat later
        wordt toegevoegd of gecorrigeerd, verandert er niets aan.
      </p>
      <p className="citation__text" id="verwijzing">
        {what}. Toezeggingenregister, stand op {dayInWords(asOf)}, zoals vastgelegd op {instantInWords(fixedAt)}.{" "}
        <a href={address}>{visit.origin + address}</a>
      </p>
    </details>
  );
}

/** The same page, fixed on both clocks. */
const fixedAddress = ({ path, keep, asOf, today, fixedAt }: Visit): string =>
  linker({ asOf, today, knownAt: fixedAt })(path, new URLSearchParams(keep));

/** Above a page that is fixed for good: what it shows, and the way to what is known now. */
export function FixedLine({ visit }: { visit: Visit & { knownAt: string } }) {
  const { path, keep, asOf, knownAt } = visit;
  const query = new URLSearchParams(keep);
  const plain = query.size > 0 ? `${path}?${query}` : path;
  return (
    <p className="as-of-line">
      <Sign name="calendar" />
      <span>
        Vaste pagina: de stand op{" "}
        <strong>
          <Day of={asOf} />
        </strong>
        , met wat er op {instantInWords(knownAt)} in het register stond.{" "}
        <a href={linker({ asOf, today: "", knownAt: null })(path, query)}>Deze dag met wat nu bekend is</a> ·{" "}
        <a href={plain}>Naar vandaag</a>
      </span>
    </p>
  );
}
