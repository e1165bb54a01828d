/** What a progress letter has to answer, row by row: what was promised on the left, beside it why, when and what was said last. */
import type { IsoDay } from "#app/domain/calendar.ts";
import { kindInWords } from "#app/domain/item-words.ts";
import type { LastReport, PreparedCommitment, PreparedItem } from "#app/domain/letter-preparation.ts";
import {
  askedInWords,
  BECAUSE_WORDS,
  citedAs,
  reportInWords,
  toldInWords,
} from "#app/domain/letter-preparation-words.ts";
import { standingOf } from "#app/domain/standing.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { paths } from "#app/paths.ts";
import { FIELDS, pickId } from "#app/server/letter-preparation-fields.ts";
import { StandingBadge } from "./commitment-table.tsx";
import { CheckboxField } from "./form.tsx";
import { Sign } from "./sign.tsx";

export interface RowContext {
  today: IsoDay;
  sentOn: IsoDay;
  picked: ReadonlySet<string>;
}

export function PreparedRow({ one, context }: { one: PreparedCommitment; context: RowContext }) {
  const { number, title, text, quote, because, standing, to, lastReport } = one;
  return (
    <li className="check-row">
      <div className="check-row__about">
        <p className="check-row__head">
          <a href={paths.workSheet(one.id)}>{title}</a>{" "}
          <span className="cell-aside">
            {number ?? "concept, nog niet gepubliceerd"} · <Origin of={one} />
            {to.length > 0 && `, aan ${to.join(" en ")}`}
          </span>
          <StandingBadge standing={standingOf(standing, context.today)} />
        </p>
        {quote ? <p className="check-row__quote">“{quote}”</p> : text !== title && <p>{text}</p>}
        {number ? (
          <Pick id={one.id} label={`${number} in de opzet`} context={context} />
        ) : (
          <p>Een concept heeft nog geen nummer en komt niet in de opzet.</p>
        )}
      </div>
      <div className="check-row__said">
        <p className="check-row__missing">
          <Sign name={because === "late" ? "warning" : "calendar"} />
          <span>{capital(BECAUSE_WORDS[because])}</span>
        </p>
        <p>Termijn: {deadlineInWords(standing.deadline)}.</p>
        {askedInWords(one, context.today, context.sentOn).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {because === "late" && <p>{toldInWords(one)}</p>}
        {lastReport ? <Last report={lastReport} /> : <p>Nog niets over gemeld.</p>}
      </div>
    </li>
  );
}

function Origin({ of: { origin } }: { of: PreparedCommitment }) {
  const paper = citedAs(origin.paper);
  const words = paper ? `${origin.words} (${paper})` : origin.words;
  if (origin.id === null) return words;
  return <a href={origin.kind === "debate" ? paths.debate(origin.id) : paths.letter(origin.id)}>{words}</a>;
}

function Last({ report }: { report: LastReport }) {
  const { letter, anchor, text, note } = report;
  const words = reportInWords(report);
  return (
    <>
      <p>Het laatst gemeld: {letter ? <a href={paths.letter(letter.id, anchor)}>{words}</a> : words}.</p>
      {note && <p>{note}</p>}
      {text && (
        <details className="fold-plain">
          <summary>Wat daar staat</summary>
          <p className="check-row__quote">“{text}”</p>
        </details>
      )}
    </>
  );
}

export function ItemRow({ item, context }: { item: PreparedItem; context: RowContext }) {
  const { id, number, itemKind, title, text, topic } = item;
  return (
    <li className="check-row">
      <div className="check-row__about">
        <p className="check-row__head">
          <a href={paths.item(number)}>{title}</a>{" "}
          <span className="cell-aside">
            {kindInWords(itemKind)} {number}
            {topic && ` · ${topic}`}
          </span>
        </p>
        <Pick id={id} label={`${number} in de opzet`} context={context} />
      </div>
      <div className="check-row__said">{text !== title && <p>{text}</p>}</div>
    </li>
  );
}

const Pick = ({ id, label, context }: { id: string; label: string; context: RowContext }) => (
  <CheckboxField compact name={FIELDS.pick} id={pickId(id)} value={id} label={label} checked={context.picked.has(id)} />
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
