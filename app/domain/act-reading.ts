/** From what was typed in the form of an act to the event that it becomes. */
import type { ActName, ActRule } from "./acts.ts";
import { dayInWords, type IsoDay } from "./calendar.ts";
import type { AskedField, Typed } from "./correction.ts";
import { controlsOf, readTyped, type Surroundings } from "./correction-kinds.ts";
import type { Deadline } from "./deadline.ts";
import type { Claim, EventOf, EvidenceSource, PassageRef, PayloadsOf, Rest, Verdict } from "./events.ts";
import { evidenceDay } from "./item-words.ts";

/** What is wrong with a form, by the name of the field; empty where it is about none of them. */
export interface ActProblem {
  name: string;
  message: string;
}

/** An event of a commitment that is yet to be recorded, of whichever commitment. */
export type Planned =
  EventOf<"commitment"> extends infer E
    ? E extends EventOf<"commitment">
      ? Pick<E, "kind" | "payload" | "effectiveOn">
      : never
    : never;

/** The form of an act: empty, or as it was typed. */
export const askedOfAct = ({ fields }: ActRule, around: Surroundings, typed: Typed = {}): AskedField[] =>
  fields.map(({ name, label, kind, optional, hint }) => {
    const controls = controlsOf(kind, around, []).map((control) =>
      control.type === "select"
        ? { ...control, emptyLabel: kind.as === "passage" && optional ? control.emptyLabel : "Maak een keuze" }
        : { ...control, hint: kind.as === "deadline" ? DEADLINE_HINT : control.hint },
    );
    return { name, label, optional: optional === true, hint, controls, typed: typed[name] ?? controls.map(() => "") };
  });

const DEADLINE_HINT = "De dag die eruit volgt ziet u voordat u iets vastlegt.";

interface Values {
  effectiveOn: IsoDay | null;
  passage: PassageRef | null;
  rest: Rest;
  [name: string]: unknown;
}

/** The event that was typed, or all that is wrong with it whatever commitment it is about. */
export function readAct(
  name: ActName,
  { fields }: ActRule,
  typed: Typed,
  around: Surroundings,
  today: IsoDay,
): { event: Planned } | { problems: ActProblem[] } {
  const problems: ActProblem[] = [];
  const values: Values = { effectiveOn: null, passage: null, rest: { kind: "unchanged" } };
  let from: IsoDay = today;
  // Words count from the day on which they were said, so that and the letter come first.
  const first = ["effectiveOn", "passage"];
  const ordered = [...fields].sort((a, b) => Number(first.includes(b.name)) - Number(first.includes(a.name)));
  for (const field of ordered) {
    if (field.name === "rest" && isMet(values)) continue;
    const read = readTyped(typed[field.name] ?? [], field.kind, { ...around, day: from }, null);
    if ("problem" in read) problems.push({ name: field.name, message: read.problem });
    else if (isMissing(read.value) && !field.optional)
      problems.push({ name: field.name, message: `Vul dit in: ${askedShort(field.label)}.` });
    else values[field.name] = read.value;
    const letter = around.letters.find(({ id }) => id === values.passage?.letterId);
    from = letter?.date ?? values.effectiveOn ?? today;
  }
  if (problems.length > 0) return { problems };
  const dated = datedBy(name, values, around, today);
  if ("problems" in dated) return dated;
  return { event: eventFrom(name, values, dated.on) };
}

const isMet = ({ claim, verdict }: Values): boolean => claim === "met" || verdict === "met";
const isMissing = (value: unknown): boolean =>
  value === null || value === "" || (typeof value === "object" && "words" in value && value.words === "");
const askedShort = (label: string): string => {
  const [question = ""] = label.split(/[?.,] ?/);
  return `${question.charAt(0).toLowerCase()}${question.slice(1)}`;
};

const wrong = (name: string, message: string) => ({ problems: [{ name, message }] });

/** The day on which it holds: that of the letter or the source, else the one that was filled in. */
function datedBy(
  name: ActName,
  values: Values,
  { letters }: Surroundings,
  today: IsoDay,
): { on: IsoDay } | { problems: ActProblem[] } {
  const letter = letters.find(({ id }) => id === values.passage?.letterId);
  const typed = values.effectiveOn;
  if (letter) {
    if (typed !== null && typed !== letter.day)
      return wrong(
        "effectiveOn",
        `De Kamer kreeg deze brief op ${dayInWords(letter.day)}. Laat de dag leeg, of kies geen brief.`,
      );
    return { on: letter.day };
  }
  if (name === "weigeren") return { on: today };
  if (name === "bron") {
    const source = values as unknown as EvidenceSource;
    if (!source.date && !source.dateWords && !source.consultedOn)
      return wrong(
        "date",
        "Vul de datum van de bron in. Weet u die niet: het jaar, of de dag waarop u haar raadpleegde.",
      );
    if (!source.date && source.dateWords && !/^\d{4}$/.test(source.dateWords))
      return wrong("dateWords", "Schrijf het jaar met vier cijfers, of vul de hele datum in.");
    if ((source.consultedOn ?? "") > today)
      return wrong("consultedOn", `${dayInWords(source.consultedOn ?? "")} moet nog komen.`);
    const on = evidenceDay(source, today);
    return on > today && !source.date && on.slice(0, 4) === today.slice(0, 4)
      ? { on: source.consultedOn ?? today }
      : notYet(source.date ? "date" : "dateWords", on, today);
  }
  if (typed === null)
    return wrong("effectiveOn", "Vul de dag in waarop dit is gezegd of besloten. Dat is niet vanzelf vandaag.");
  return notYet("effectiveOn", typed, today);
}

const notYet = (name: string, on: IsoDay, today: IsoDay): { on: IsoDay } | { problems: ActProblem[] } =>
  on > today ? wrong(name, `${dayInWords(on)} moet nog komen. Vul een dag in tot en met vandaag.`) : { on };

type Payloads = PayloadsOf["commitment"];

/** The event as far as the form tells it; the rest follows from the commitment (`ofSubject`). */
function eventFrom(name: ActName, values: Values, effectiveOn: IsoDay): Planned {
  const of = <T>(field: string): T => (values[field] ?? null) as T;
  const decided = { reason: of<string>("reason"), decider: of<string>("decider") };
  const { passage, rest } = values;
  switch (name) {
    case "uitstellen": {
      const payload = {
        deadline: of<Deadline>("deadline"),
        reason: of<string | null>("reason"),
        passage,
        awaitedId: null,
      };
      return { kind: "deadline_set", effectiveOn, payload };
    }
    case "melden": {
      const payload = {
        passage: of<PassageRef>("passage"),
        claim: of<Claim>("claim"),
        rest,
        note: of<string | null>("note"),
      };
      return { kind: "reported", effectiveOn, payload };
    }
    case "bron": {
      const { source, url, date, dateWords, consultedOn } = values as unknown as EvidenceSource;
      const document = { source, url: url ?? null, date: date ?? null, dateWords: dateWords ?? null };
      const payload = { ...document, consultedOn: consultedOn ?? null, shows: of<string>("shows") };
      return { kind: "evidence_added", effectiveOn, payload };
    }
    case "verbinden": {
      const relation = of<Payloads["linked"]["relation"]>("relation");
      return { kind: "linked", effectiveOn, payload: { relation, commitmentId: of<string>("commitmentId") } };
    }
    case "overdragen":
      return { kind: "handed_over", effectiveOn, payload: { ministryId: of<string>("ministryId") } };
    // Which handing over is answered follows from the commitment: `answeringHandOver`.
    case "aanvaarden":
      return { kind: "accepted", effectiveOn, payload: { ministryId: "" } };
    case "weigeren":
      return { kind: "withdrawn", effectiveOn, payload: { eventId: "", reason: of<string>("reason") } };
    case "oordelen": {
      const payload = { verdict: of<Verdict>("verdict"), rest, committeeId: null, note: of<string | null>("note") };
      return { kind: "judged", effectiveOn, payload };
    }
    case "vervallen":
      return { kind: "lapsed", effectiveOn, payload: decided };
    case "heropenen":
      return { kind: "reopened", effectiveOn, payload: decided };
  }
}
