import type { Marked } from "#app/domain/search/marks.ts";

/** A text in which what was looked for is marked. */
export const MarkedText = ({ pieces }: { pieces: Marked }) => (
  <>
    {pieces.map(({ text, isMarked }, i) =>
      // The pieces of one text never change places.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      isMarked ? <mark key={i}>{text}</mark> : text,
    )}
  </>
);
