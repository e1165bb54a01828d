import type { ReactNode } from "react";
import type { Footnote, Passage } from "#app/domain/reading/letter-text.ts";

/**
 * A letter as it reads. Each passage carries its anchor and a link to itself; what the register says about a passage
 * stands beside it on a desk and under it on a phone. `footnotePrefix` keeps the ids of two letters on a page apart.
 */
export function LetterTextView({
  passages,
  notes,
  footnotePrefix,
}: {
  passages: Passage[];
  notes: Record<string, ReactNode>;
  footnotePrefix: string;
}) {
  const calls = passages.flatMap((passage) => passage.footnotes.map((footnote) => ({ passage, footnote })));
  const idOf = (passage: Passage, footnote: Footnote) => `${footnotePrefix}-${passage.anchor}-${footnote.mark}`;
  return (
    <div className="letter">
      {passages.map((passage) => (
        <div key={passage.anchor} id={passage.anchor} className={`passage passage--${passage.kind}`}>
          <a
            className="passage__anchor"
            href={`#${passage.anchor}`}
            aria-label={`Link naar passage ${passage.anchor.slice(1)}`}
          >
            {passage.anchor.slice(1)}
          </a>
          <PassageText passage={passage}>
            {passage.text}
            {passage.footnotes.map((footnote) => (
              <sup key={footnote.mark} id={`${idOf(passage, footnote)}-bij`}>
                <a href={`#${idOf(passage, footnote)}`} aria-label={`Voetnoot ${footnote.mark}`}>
                  {footnote.mark}
                </a>
              </sup>
            ))}
          </PassageText>
          {notes[passage.anchor] && <div className="passage__note">{notes[passage.anchor]}</div>}
        </div>
      ))}
      {calls.length > 0 && (
        <section className="footnotes" aria-label="Voetnoten">
          <ul className="footnotes__list">
            {calls.map(({ passage, footnote }) => (
              <li key={idOf(passage, footnote)} id={idOf(passage, footnote)}>
                <a
                  href={`#${idOf(passage, footnote)}-bij`}
                  aria-label={`Terug naar de tekst bij voetnoot ${footnote.mark}`}
                >
                  {footnote.mark}
                </a>{" "}
                {footnote.text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function PassageText({ passage, children }: { passage: Passage; children: ReactNode }) {
  if (passage.kind === "paragraph") return <p className="passage__text">{children}</p>;
  return passage.level === 2 ? (
    <h3 className="passage__text">{children}</h3>
  ) : (
    <h2 className="passage__text">{children}</h2>
  );
}
