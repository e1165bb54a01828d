import type { ReactNode } from "react";
import { dayInWords } from "#app/domain/calendar.ts";
import { kindInWords } from "#app/domain/item-words.ts";
import type { FoundKind } from "#app/domain/search/place.ts";
import { type Linker, paths } from "#app/paths.ts";
import type { Found } from "#db/public.ts";
import { StandingBadge } from "./commitment-table.tsx";
import { Day } from "./day.tsx";
import { itemPath } from "./item-entry.tsx";
import { MarkedText } from "./marked-text.tsx";

const invented = (isInvented: boolean): string => (isInvented ? " · verzonnen voorbeeld" : "");

/** What was found of one kind, each with the words marked where they stand. */
export function SearchHits({ kind, found, link }: { kind: FoundKind; found: Found; link: Linker }) {
  return <ol className="hits">{HITS[kind](found, link)}</ol>;
}

const HITS: Record<FoundKind, (found: Found, link: Linker) => ReactNode> = {
  commitment: ({ commitment }, link) =>
    commitment.hits.map(({ id, number, heading, piece, to, standing, madeOn, office, dossier, about }) => (
      <li key={id} className="hit">
        <h3 className="hit__heading">
          <a href={link(paths.commitment(number))}>
            <MarkedText pieces={heading} />
          </a>
        </h3>
        <StandingBadge standing={standing} />
        {standing.frozenOn && <span className="cell-aside">stand per {dayInWords(standing.frozenOn)}</span>}
        {piece.length > 0 && (
          <p className="hit__piece">
            <MarkedText pieces={piece} />
          </p>
        )}
        <p className="cell-aside">
          {number} · <MarkedText pieces={office} />, <Day of={madeOn} />
          {to.length > 0 && (
            <>
              {" · aan "}
              <MarkedText pieces={to} />
            </>
          )}
          {" · "}
          <MarkedText pieces={about} />
          {invented(dossier.isInvented)}
        </p>
      </li>
    )),

  letter: ({ letter }, link) =>
    byLetter(letter.hits).map(([first, ...more]) => (
      <li key={`${first.letter.id}-${first.anchor}`} className="hit">
        <h3 className="hit__heading">
          <a href={link(paths.letter(first.letter.id))}>
            <MarkedText pieces={first.heading} />
          </a>
        </h3>
        {[first, ...more].map(({ anchor, piece }) =>
          piece.length === 0 ? null : (
            <p key={anchor} className="hit__piece">
              {anchor && (
                <>
                  <a href={link(paths.letter(first.letter.id, anchor))}>Passage {anchor.slice(1)}</a>:{" "}
                </>
              )}
              <MarkedText pieces={piece} />
            </p>
          ),
        )}
        <p className="cell-aside">
          Brief, <Day of={first.letter.day} />
          {invented(first.dossier.isInvented)}
        </p>
      </li>
    )),

  debate: ({ debate }, link) =>
    debate.hits.map(({ id, heading, aside, day, dossier }) => (
      <li key={id} className="hit">
        <h3 className="hit__heading">
          <a href={link(paths.debate(id))}>
            <MarkedText pieces={heading} />
          </a>
        </h3>
        <p className="cell-aside">
          <Day of={day} /> · <MarkedText pieces={aside} />
          {invented(dossier.isInvented)}
        </p>
      </li>
    )),

  item: ({ item }, link) =>
    item.hits.map((hit) => (
      <li key={hit.id} className="hit">
        <h3 className="hit__heading">
          <a href={link(itemPath(hit))}>
            <MarkedText pieces={hit.heading} />
          </a>
        </h3>
        {hit.piece.length > 0 && (
          <p className="hit__piece">
            <MarkedText pieces={hit.piece} />
          </p>
        )}
        <p className="cell-aside">
          {kindInWords(hit.itemKind, hit.letter !== null)}
          {hit.number && ` ${hit.number}`} · <Day of={hit.effectiveOn} /> · {hit.topic?.name ?? hit.dossier.name}
          {invented(hit.dossier.isInvented)}
        </p>
      </li>
    )),
};

type Passage = Found["letter"]["hits"][number];

/** Passages of one letter that stand one after another are told together. */
function byLetter(hits: readonly Passage[]): [Passage, ...Passage[]][] {
  const groups: [Passage, ...Passage[]][] = [];
  for (const hit of hits) {
    const last = groups.at(-1);
    if (last && last[0].letter.id === hit.letter.id) last.push(hit);
    else groups.push([hit]);
  }
  return groups;
}
