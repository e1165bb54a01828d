/** What changed in a reader's list since they last looked. */
import type { ReactNode } from "react";
import { instantInWords } from "#app/domain/calendar.ts";
import { MOST_COMPARED } from "#app/domain/kept-list.ts";
import { HOURS_APART, type LastLook } from "#app/domain/last-look.ts";
import { standingInWords } from "#app/domain/standing-words.ts";
import { type Linker, paths } from "#app/paths.ts";
import type { ChangedCommitment, ChangedFilter, Followed, KeptPage } from "#app/server/kept-page.ts";
import type { ListedCommitment, Told } from "#db/public.ts";
import { StandingBadge } from "./commitment-table.tsx";
import { Empty } from "./empty.tsx";
import { EventList } from "./event-list.tsx";
import { SubmitButton } from "./form.tsx";
import { addressOf } from "./kept-rows.tsx";
import { LetterLink } from "./source-link.tsx";

/** Longer lists end with how many more there are: the filter itself shows them all. */
const MOST_SHOWN = 10;

const Named = ({ of: { number, title, dossier }, link }: { of: ListedCommitment; link: Linker }) => (
  <>
    <a href={link(paths.commitment(number))}>{title}</a> ({number}
    {dossier.isInvented && ", verzonnen voorbeeld"})
  </>
);

/** All of it, with the button that says that it was seen. */
export function KeptNews({ page, look, link }: { page: KeptPage; look: LastLook; link: Linker }) {
  const followed = page.followed.filter(hasNews);
  const isQuiet = page.changed.length + followed.length === 0;
  return (
    <section aria-labelledby="veranderd">
      <h2 id="veranderd">Veranderd sinds {instantInWords(look.since)}</h2>
      {isQuiet && <Empty>Sinds dat moment is er aan wat u bewaarde niets veranderd.</Empty>}
      {page.changed.map((one) => (
        <CommitmentNews key={one.commitment.id} news={one} link={link} />
      ))}
      {followed.map((one) => (
        <div key={one.kind + one.value} className="entry">
          <h3>
            {one.kind === "dossiers" ? "Dossier " : "Filter: "}
            <a href={addressOf(one, link)}>{one.name}</a>
          </h3>
          {one.changes === "too_much" ? (
            <p>
              Dit zijn meer dan {MOST_COMPARED} toezeggingen. Wat daaraan verandert, ziet u hier niet; een kleiner
              filter wel.
            </p>
          ) : (
            one.changes && <FollowedNews changes={one.changes} link={link} />
          )}
        </div>
      ))}
      <p className="cell-aside">
        Opnieuw laden verandert hier niets aan. Komt u meer dan {HOURS_APART} uur later terug, of kiest u Gezien, dan
        begint dit overzicht opnieuw.
      </p>
      {!isQuiet && (
        <form method="post" action={link(paths.keptList)} className="not-printed">
          <SubmitButton name="doe" value="gezien" variant="secondary" compact>
            Gezien
          </SubmitButton>
        </form>
      )}
    </section>
  );
}

/** One commitment: what became of it in short, and each event with its day. */
export function CommitmentNews({ news: { commitment, words, told }, link }: { news: ChangedCommitment; link: Linker }) {
  return (
    <div className="entry">
      <h3>
        <Named of={commitment} link={link} />
      </h3>
      <p>
        <StandingBadge standing={commitment.standing} /> {words.length > 0 && `${capital(words.join("; "))}.`}
      </p>
      {told.length > 0 && <EventList items={told.map((one) => itemOf(one, link))} />}
    </div>
  );
}

const itemOf = ({ day, sentence, letter }: Told, link: Linker) => ({
  day,
  sentence,
  note: letter && <LetterLink letter={letter} passage={null} link={link} />,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const isEmpty = ({ came, left, changed }: ChangedFilter): boolean => came.length + left.length + changed.length === 0;

const hasNews = ({ changes }: Followed): boolean => changes !== null && (changes === "too_much" || !isEmpty(changes));

/** A dossier or a filter: what came in, what left and what became of the rest. */
function FollowedNews({ changes, link }: { changes: ChangedFilter; link: Linker }) {
  const { came, left, changed } = changes;
  return (
    <>
      <Some
        heading="Erbij gekomen"
        rows={came.map((row) => ({
          key: row.id,
          says: (
            <>
              <Named of={row} link={link} />: {standingInWords(row.standing)}
            </>
          ),
        }))}
      />
      <Some
        heading="Eruit gegaan"
        rows={left.map(({ before, now }) => ({
          key: before.id,
          says: now ? (
            <>
              <Named of={now} link={link} />: {standingInWords(now.standing)}
            </>
          ) : (
            <>
              <a href={link(paths.commitment(before.number))}>{before.number}</a>: ingetrokken
            </>
          ),
        }))}
      />
      <Some
        heading="Veranderd"
        rows={changed.map(({ commitment, words }) => ({
          key: commitment.id,
          says: (
            <>
              <Named of={commitment} link={link} />: {words.join("; ")}
            </>
          ),
        }))}
      />
    </>
  );
}

function Some({ heading, rows }: { heading: string; rows: { key: string; says: ReactNode }[] }) {
  if (rows.length === 0) return null;
  const more = rows.length - MOST_SHOWN;
  return (
    <>
      <h4>
        {heading} ({rows.length})
      </h4>
      <ul className="link-list">
        {rows.slice(0, MOST_SHOWN).map(({ key, says }) => (
          <li key={key}>{says}</li>
        ))}
        {more > 0 && <li>en nog {more}</li>}
      </ul>
    </>
  );
}
