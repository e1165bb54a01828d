/** What the government promises in the report of a debate: only its own turns are read, so a question promises nothing. */
import type { IsoDay } from "../calendar.ts";
import type { Chamber, Recess } from "../recess.ts";
import type { Turn } from "./debate-record.ts";
import type { Finding, FoundDeadline, Span } from "./findings.ts";
import { membersNamed, type NamedMember } from "./members-named.ts";
import { read } from "./read.ts";
import { stemsOf } from "./stems.ts";

/** A promise with who made it and to whom; offsets in the text of the report. */
export interface DebatePromise extends Span {
  quote: string;
  /** The label of the turn: "Minister Van Dam". */
  speaker: string;
  office: string | null;
  to: (NamedMember & { why: string }) | null;
  deadline: FoundDeadline | null;
  form: Finding["form"];
  term: Turn["term"];
  why: string;
  /** What was said just before, by the speaker and by who asked: "Dat zeg ik toe" says nothing by itself. */
  context: string;
}

export interface DebateTime {
  date: IsoDay | null;
  chamber: Chamber;
  recesses: readonly Recess[];
}

const CONTEXT = 420;
const QUESTION = 600;

/** The promises of one turn; none unless the government speaks. `turns` are all turns of the report. */
export function promisesIn(original: string, turns: readonly Turn[], at: number, time: DebateTime): DebatePromise[] {
  const turn = turns[at];
  if (turn?.role !== "government") return [];
  const text = original.slice(turn.start, turn.end);
  const asker = askerBefore(turns, at);
  const found = read({ text, ...time, speaker: "government" }).findings.filter(({ kind }) => kind === "new_commitment");
  return joined(text, found).map((finding) => {
    const before = text.slice(Math.max(0, finding.start - CONTEXT), finding.start);
    const answersAtOnce = asker !== null && finding.start < CONTEXT;
    const question = answersAtOnce ? original.slice(Math.max(asker.start, asker.end - QUESTION), asker.end) : "";
    return {
      start: turn.start + finding.start,
      end: turn.start + finding.end,
      quote: finding.quote,
      speaker: turn.speaker,
      office: turn.office,
      to: toWhom(finding.quote, before, answersAtOnce ? asker : null, turns),
      deadline: finding.deadline,
      form: finding.form,
      term: turn.term,
      why: finding.why,
      context: `${question} ${before}`.replace(/\s+/g, " ").trim(),
    };
  });
}

/** A sentence with fewer telling words promises what stands beside it: "Dat zeg ik toe." */
const TELLING = 3;
const isBare = ({ quote, deadline }: Finding): boolean => deadline === null && stemsOf(quote).size < TELLING;

/** One promise in two sentences that follow one another is one. */
function joined(text: string, found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const next of found) {
    const last = kept.at(-1);
    const follows = last !== undefined && text.slice(last.end, next.start).trim() === "";
    if (!last || !follows || isBare(last) === isBare(next)) {
      kept.push(next);
      continue;
    }
    const full = isBare(last) ? next : last;
    kept[kept.length - 1] = {
      ...full,
      start: last.start,
      end: next.end,
      quote: text.slice(last.start, next.end),
      why: `${last.why} ${next.why}`,
    };
  }
  return kept;
}

/** The member who spoke last before this turn, the chair left out. */
function askerBefore(turns: readonly Turn[], at: number): Turn | null {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    const turn = turns[i];
    if (turn?.role === "member") return turn;
    if (turn?.role !== "chair") return null;
  }
  return null;
}

function toWhom(quote: string, before: string, asker: Turn | null, turns: readonly Turn[]): DebatePromise["to"] {
  const named = membersNamed(quote)[0];
  if (named) return { ...asSpoken(named, turns), why: `genoemd in de zin zelf (“${named.words}”)` };
  const earlier = membersNamed(before).at(-1);
  if (earlier) return { ...asSpoken(earlier, turns), why: `net ervoor genoemd (“${earlier.words}”)` };
  return asker?.member ? { name: asker.member, party: asker.party, why: "stelde net ervoor de vraag" } : null;
}

/** With the name and party of the label by which this member spoke. */
export function asSpoken({ name, party }: NamedMember, turns: readonly Turn[]): NamedMember {
  const spoke = turns.find(({ member }) => member?.toLowerCase() === name.toLowerCase());
  return { name: spoke?.member ?? name, party: party ?? spoke?.party ?? null };
}
