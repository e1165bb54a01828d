import type { ReactNode } from "react";
import type { PassageRef } from "#app/domain/events.ts";
import { paperInWords, paperUrl, parsePaper } from "#app/domain/paper.ts";
import { type Linker, paths } from "#app/paths.ts";
import { Day } from "./day.tsx";

/** A Kamerstuk with a link to the official publication; the words alone where they are no number that we know. */
export function PaperLink({ paper }: { paper: string }): ReactNode {
  const known = parsePaper(paper);
  return known ? <a href={paperUrl(known)}>Kamerstuk {paperInWords(known)}</a> : paper;
}

/** A letter, and the place in it that is meant. */
export function LetterLink({
  letter,
  passage,
  link,
}: {
  letter: { id: string; title: string; date: string };
  passage: PassageRef | null;
  link: Linker;
}) {
  return (
    <>
      <a href={link(paths.letter(letter.id, passage?.anchor))}>
        brief van <Day of={letter.date} />
      </a>
      {passage?.place && `, ${passage.place}`}
      {passage?.anchor && `, passage ${passage.anchor.slice(1)}`}
    </>
  );
}
