import { dayInWords } from "#app/domain/calendar.ts";
import type { EvidenceSource } from "#app/domain/events.ts";
import { termInWords } from "#app/domain/item-term.ts";
import { figureInWords } from "#app/domain/item-words.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { type Linker, paths } from "#app/paths.ts";
import type { PublicItem } from "#db/public.ts";
import { Day } from "./day.tsx";
import { LetterLink } from "./source-link.tsx";

/** Where an item comes from: a debate, a place in a letter, a document. Null where only words tell it. */
export function ItemOrigin({ item, link }: { item: PublicItem; link: Linker }) {
  const { debate, letter, origin, evidence } = item;
  const inLetter = letter && <LetterLink letter={letter} passage={origin?.passage ?? null} link={link} />;
  if (debate)
    return (
      <>
        <a href={link(paths.debate(debate.id))}>{debate.title}</a>
        {inLetter && <>, zoals verteld in de {inLetter}</>}
      </>
    );
  if (inLetter) return inLetter;
  return evidence && <DocumentSource {...evidence} />;
}

/** A document outside the letters: its day as far as known, what it is, when it was read. */
export function DocumentSource({ source, url, date, dateWords, consultedOn }: EvidenceSource) {
  return (
    <>
      {date ? <Day of={date} /> : (dateWords ?? "zonder datum")}
      {": "}
      {url ? <a href={url}>{source}</a> : source}
      {consultedOn && (
        <>
          {" Geraadpleegd op "}
          <Day of={consultedOn} />.
        </>
      )}
    </>
  );
}

/** When it was expected, planned or measured, in words; null where the kind has no such thing or it was not said. */
export function whenInWords({ deadline, measure, figure, startOn }: PublicItem): string | null {
  if (figure) return figureInWords(figure);
  if (measure) return measure.term ? termInWords(measure, startOn) : null;
  return deadline?.words ? `genoemd: ${deadlineInWords(deadline)}` : null;
}

/** The day from which it shows, where more than that is known than the year. */
export const dayOrWords = ({ evidence, effectiveOn }: PublicItem): string =>
  evidence && !evidence.date ? (evidence.dateWords ?? "zonder datum") : dayInWords(effectiveOn);
