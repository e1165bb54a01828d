import type { ReactNode } from "react";
import type { DraftAct } from "#app/domain/reading/draft-answers.ts";
import type { DraftCommitment } from "#app/domain/reading/draft-check.ts";
import {
  BLOCKS,
  forgottenInWords,
  MENTION_WORDS,
  NO_DOSSIER,
  passageInWords,
  promisedTerm,
  STATE_WORDS,
  verdictInWords,
  WITHOUT_DATE,
} from "#app/domain/reading/draft-words.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { paths } from "#app/paths.ts";
import type { CheckedDraft } from "#app/server/draft-page.ts";
import { StandingBadge } from "./commitment-table.tsx";
import { Empty } from "./empty.tsx";
import { LetterTextView } from "./letter-text.tsx";
import { Sign } from "./sign.tsx";
import { DeadlineWhy, Why } from "./why.tsx";

/** What a draft answers, mentions, forgets, promises and cites: a list to take along, and the text that it is about. */
export function DraftReportView({ checked }: { checked: CheckedDraft }) {
  const { draft, report, dossier, commitments, otherDay } = checked;
  const named = (id: string): DraftCommitment[] => [commitments[id] ?? []].flat();
  const remarks = report.remarks.length + (otherDay ? 1 : 0);
  return (
    <>
      <Block name="answers" count={report.answers.length}>
        {report.answers.map((answer) =>
          named(answer.commitmentId).map((commitment) => (
            <Row
              key={answer.commitmentId}
              about={
                <>
                  <CommitmentHead commitment={commitment} />
                  <p>
                    Voorgesteld oordeel: <strong>{verdictInWords(answer, commitment)}</strong>
                  </p>
                  {answer.gaps.map((gap) => (
                    <Missing key={gap}>{gap}</Missing>
                  ))}
                </>
              }
            >
              <Acts acts={answer.acts} />
              <Why>
                {answer.acts.map(({ anchor, finding }) => (
                  <div key={anchor + finding.start + finding.kind}>
                    <p>{finding.why}</p>
                    {finding.deadline && <DeadlineWhy deadline={finding.deadline} />}
                  </div>
                ))}
                <p>Deze toezegging, want: {answer.reasons.join("; ")}.</p>
              </Why>
            </Row>
          )),
        )}
      </Block>
      <Block name="mentions" count={report.mentions.length}>
        {report.mentions.map(({ anchor, quote, matches, because, why }) => (
          <Row
            key={anchor + quote}
            about={
              <>
                {matches.flatMap(({ commitmentId }) =>
                  named(commitmentId).map((commitment) => (
                    <CommitmentHead key={commitmentId} commitment={commitment} />
                  )),
                )}
                <Missing>{MENTION_WORDS[because]}</Missing>
              </>
            }
          >
            <Passage anchor={anchor} quote={quote} />
            <Why>
              {why && <p>{why}</p>}
              {matches.map(({ commitmentId, reasons }) => (
                <p key={commitmentId}>
                  {matches.length > 1 ? `${commitments[commitmentId]?.title}, want` : "Deze toezegging, want"}:{" "}
                  {reasons.join("; ")}.
                </p>
              ))}
            </Why>
          </Row>
        ))}
      </Block>
      <Block
        name="forgotten"
        count={report.forgotten?.length ?? 0}
        none={report.forgotten === null ? NO_DOSSIER : undefined}
        lead={
          dossier && `In het dossier ${dossier}${draft.dossierId === null ? ", waar de antwoorden bij horen" : ""}.`
        }
      >
        {report.forgotten?.map((one) =>
          named(one.commitmentId).map((commitment) => (
            <Row key={one.commitmentId} about={<CommitmentHead commitment={commitment} />}>
              <p>{forgottenInWords(one, commitment)}</p>
              <Why>
                <p>Termijn: {deadlineInWords(commitment.standing.deadline)}.</p>
                <DeadlineWhy deadline={commitment.standing.deadline} />
                <p>Geen alinea van het concept lijkt erover te gaan.</p>
              </Why>
            </Row>
          )),
        )}
      </Block>
      <Block name="promises" count={report.promises.length}>
        {report.promises.map((promise) => (
          <Row
            key={promise.anchor + promise.finding.start}
            about={<Passage anchor={promise.anchor} quote={promise.finding.quote} />}
          >
            {promise.lacksDate || promise.isPast ? (
              <Missing>{promisedTerm(promise)}</Missing>
            ) : (
              <p>
                Termijn: <strong>{promisedTerm(promise)}</strong>
              </p>
            )}
            <Why>
              <p>{promise.finding.why}</p>
              {promise.finding.deadline ? (
                <DeadlineWhy deadline={promise.finding.deadline} />
              ) : (
                <p>In de zin staat geen termijn.</p>
              )}
            </Why>
          </Row>
        ))}
      </Block>
      <Block name="citations" count={report.citations.length}>
        {report.citations.map(({ anchor, string, state, url, why }) => (
          <Row
            key={anchor + string + state}
            about={
              <p className="check-row__head">
                <strong>{string}</strong>: {STATE_WORDS[state]} <a href={`#${anchor}`}>{passageInWords(anchor)}</a>
              </p>
            }
          >
            <p>
              {why}{" "}
              {url && (
                <a className="not-printed" href={url}>
                  Zoek de officiële publicatie
                </a>
              )}
            </p>
          </Row>
        ))}
      </Block>
      <Block name="remarks" count={remarks}>
        {otherDay && (
          <Row about={<p>De datum boven de brief</p>}>
            <p>{otherDay}</p>
          </Row>
        )}
        {report.remarks.map(({ anchor, quote, why }) => (
          <Row key={anchor + quote} about={<Passage anchor={anchor} quote={quote} />}>
            <p>{why}</p>
          </Row>
        ))}
      </Block>
      <section aria-labelledby="tekst-gelezen" className="not-printed">
        <h2 id="tekst-gelezen">De tekst zoals gelezen</h2>
        <LetterTextView passages={draft.passages} notes={notesIn(checked)} footnotePrefix="noot" />
      </section>
    </>
  );
}

/** How much was found of each, with a link to it. */
export const DraftSummary = ({ checked }: { checked: CheckedDraft }) => (
  <p className="check-summary">
    {checked.counts.map(({ id, words }, i) => (
      <span key={id}>
        {i > 0 && ", "}
        <a href={`#${id}`}>{words}</a>
      </span>
    ))}
  </p>
);

function Block(props: {
  name: keyof typeof BLOCKS;
  count: number;
  none?: string;
  lead?: string | null;
  children: ReactNode;
}) {
  const { id, heading, none } = BLOCKS[props.name];
  return (
    <section aria-labelledby={id} className="check-block">
      <h2 id={id}>
        {heading} ({props.count})
      </h2>
      {props.lead && <p>{props.lead}</p>}
      {props.count === 0 ? <Empty>{props.none ?? none}</Empty> : <ul className="check-rows">{props.children}</ul>}
    </section>
  );
}

/** What it is about, and beside it what the draft says or lacks. */
const Row = ({ about, children }: { about: ReactNode; children: ReactNode }) => (
  <li className="check-row">
    <div className="check-row__about">{about}</div>
    <div className="check-row__said">{children}</div>
  </li>
);

const CommitmentHead = ({ commitment }: { commitment: DraftCommitment }) => (
  <p className="check-row__head">
    <a href={commitment.number ? paths.commitment(commitment.number) : paths.workSheet(commitment.id)}>
      {commitment.title}
    </a>{" "}
    <span className="cell-aside">
      {commitment.number ?? "nog niet gepubliceerd"} · {termOf(commitment)}
    </span>
    <StandingBadge standing={commitment.standing} />
  </p>
);

const termOf = ({ standing: { deadline } }: DraftCommitment): string =>
  deadline.words === "" ? deadlineInWords(deadline) : `termijn: ${deadlineInWords(deadline)}`;

const Missing = ({ children }: { children: ReactNode }) => (
  <p className="check-row__missing">
    <Sign name="warning" />
    <span>{children}</span>
  </p>
);

/** Each sentence once, also where it does two things. */
function Acts({ acts }: { acts: DraftAct[] }) {
  const sentences = [...new Map(acts.map((act) => [act.anchor + act.finding.start, act])).values()];
  return (
    <>
      {sentences.map(({ anchor, finding }) => (
        <Passage key={anchor + finding.start} anchor={anchor} quote={finding.quote} />
      ))}
    </>
  );
}

const LONGEST_QUOTE = 320;
const Passage = ({ anchor, quote }: { anchor: string; quote: string }) => (
  <p className="check-row__quote">
    “{quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote}”{" "}
    <a href={`#${anchor}`}>{passageInWords(anchor)}</a>
  </p>
);

/** Beside each passage what the list says of it. */
function notesIn({ report, commitments }: CheckedDraft): Record<string, ReactNode> {
  const said = new Map<string, Set<string>>();
  const say = (anchor: string, words: string) => said.set(anchor, (said.get(anchor) ?? new Set()).add(words));
  const nameOf = (id: string) => commitments[id]?.number ?? commitments[id]?.title ?? "";
  for (const { commitmentId, acts } of report.answers)
    for (const { anchor } of acts) say(anchor, `Beantwoordt ${nameOf(commitmentId)}`);
  for (const { anchor, matches } of report.mentions)
    say(anchor, `Noemt ${matches.map(({ commitmentId }) => nameOf(commitmentId)).join(" of ")}`);
  for (const { anchor, lacksDate } of report.promises)
    say(anchor, `Nieuwe toezegging${lacksDate ? `. ${WITHOUT_DATE}` : ""}`);
  for (const { anchor, string, state } of report.citations) say(anchor, `${string}: ${STATE_WORDS[state]}`);
  for (const { anchor } of report.remarks) say(anchor, "Zie wat verder opvalt");
  return Object.fromEntries(
    [...said].map(([anchor, words]) => [
      anchor,
      <ul key={anchor} className="plain-list">
        {[...words].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>,
    ]),
  );
}
