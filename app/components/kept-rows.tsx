/** What is in a reader's list, as it stands: commitments as the register lists them, dossiers and filters with their counts. */
import { type KeptList, keptField } from "#app/domain/kept-list.ts";
import { type Linker, paths, registerPath } from "#app/paths.ts";
import type { Followed } from "#app/server/kept-page.ts";
import type { ListedCommitment } from "#db/public.ts";
import { CommitmentTable } from "./commitment-table.tsx";
import { HiddenField, SubmitButton } from "./form.tsx";

function TakeOut({ kind, value, name, link }: { kind: keyof KeptList; value: string; name: string; link: Linker }) {
  return (
    <form method="post" action={link(paths.keptList)} className="not-printed">
      <HiddenField {...keptField(kind, value)} />
      <SubmitButton name="doe" value="weg" variant="secondary" compact>
        Haal weg<span className="visually-hidden"> {name}</span>
      </SubmitButton>
    </form>
  );
}

interface Props<T> {
  rows: T[];
  link: Linker;
  /** Of one's own list one takes things out; of somebody else's one reads. */
  isOwn: boolean;
}

export const KeptCommitments = ({ rows, link, isOwn }: Props<ListedCommitment>) => (
  <CommitmentTable
    caption="Toezeggingen in deze lijst"
    hideCaption
    rows={rows}
    link={link}
    act={
      isOwn ? ({ number, title }) => <TakeOut kind="commitments" value={number} name={title} link={link} /> : undefined
    }
  />
);

export const KeptFollowed = ({ rows, link, isOwn }: Props<Followed>) => (
  <ul className="kept">
    {rows.map((one) => (
      <li key={one.kind + one.value} className="kept__row">
        <p>
          <a href={addressOf(one, link)}>{one.name}</a>{" "}
          <span className="cell-aside">
            {one.total === 1 ? "1 toezegging" : `${one.total} toezeggingen`}
            {one.late > 0 && `, ${one.late} te laat`}
            {one.isInvented && " · verzonnen voorbeeld"}
          </span>
        </p>
        {isOwn && <TakeOut kind={one.kind} value={one.value} name={one.name} link={link} />}
      </li>
    ))}
  </ul>
);

/** The page of a dossier, or the register with the filter. */
export const addressOf = (one: Followed, link: Linker): string =>
  one.kind === "dossiers" ? link(paths.dossier(one.value)) : registerPath(link, one.filter);
