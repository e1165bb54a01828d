/** The report on a draft in words, for the page, the printed list and the command. */
import { dayInWords } from "../calendar.ts";
import { CLAIM_WORDS, daysInWords } from "../commitment.ts";
import { deadlineInWords, derivationInWords } from "../standing-words.ts";
import type { Answer, Mention } from "./draft-answers.ts";
import type { DraftCommitment, DraftReport, NewPromise } from "./draft-check.ts";
import type { DoubtfulCitation } from "./draft-citations.ts";
import type { Forgotten } from "./draft-silence.ts";

export const BLOCKS = {
  answers: {
    id: "beantwoordt",
    heading: "Wat de brief beantwoordt",
    none: "Niets gevonden: geen zin beantwoordt een openstaande toezegging.",
  },
  mentions: { id: "noemt", heading: "Wat de brief noemt zonder antwoord", none: "Niets gevonden." },
  forgotten: {
    id: "vergeet",
    heading: "Wat de brief vergeet",
    none: "Niets gevonden: op alles wat voor deze brief was beloofd of nu moet zijn nagekomen, gaat de brief in.",
  },
  promises: {
    id: "belooft",
    heading: "Wat de brief nieuw belooft",
    none: "Niets gevonden: de brief belooft niets nieuws.",
  },
  citations: {
    id: "stukken",
    heading: "Stukken om na te kijken",
    none: "Niets gevonden: alle stukken die de brief noemt, kent het register.",
  },
  remarks: { id: "opvalt", heading: "Wat verder opvalt", none: "Niets gevonden." },
} as const;

export const NO_DOSSIER = "Kies een dossier, dan is te zien wat voor deze brief was beloofd.";
export const WITHOUT_DATE = "Zonder datum: voeg er een toe.";
const PAST_DATE = "Deze termijn is op de dag van verzenden al voorbij.";

/** `3 beantwoord`, `1 genoemd`, `2 vergeten`, `4 nieuw`, `1 verwijzing onbekend`: each with its block. */
export function draftCounts({ answers, mentions, forgotten, promises, citations }: DraftReport) {
  const unknown = citations.filter(isWrong).length;
  const rows: [keyof typeof BLOCKS, string][] = [
    ["answers", `${answers.length} beantwoord`],
    ["mentions", `${mentions.length} genoemd`],
    ["forgotten", forgotten === null ? "vergeten: kies een dossier" : `${forgotten.length} vergeten`],
    ["promises", `${promises.length} nieuw`],
    ["citations", `${unknown} ${unknown === 1 ? "verwijzing" : "verwijzingen"} onbekend`],
  ];
  return rows.map(([block, words]) => ({ id: BLOCKS[block].id, words }));
}

export const draftInOneLine = (report: DraftReport): string =>
  draftCounts(report)
    .map(({ words }) => words)
    .join(", ");

/** What the register keeps no list of, or cannot make out, is no mistake of the writer. */
const isWrong = ({ state }: DoubtfulCitation): boolean => state === "unknown" || state === "impossible";

export const verdictInWords = ({ verdict }: Pick<Answer, "verdict">, { standing }: DraftCommitment): string =>
  standing.recurring
    ? "een brief van het ritme: de toezegging zelf loopt door"
    : verdict === null
      ? "beoordeel zelf"
      : CLAIM_WORDS[verdict];

export const MENTION_WORDS: Record<Mention["because"], string> = {
  recalled: "De brief zegt dat dit is beloofd, en niet wat ervan is gekomen.",
  which: "De zin past bij meer dan één toezegging. Noem het nummer of het onderwerp, dan is duidelijk welke.",
  resembles: "Deze alinea gaat erover, maar geen zin zegt dat dit is beloofd en wat ervan is gekomen.",
};

/** Why a letter should have said something of it. */
export function forgottenInWords({ because }: Forgotten, { standing }: DraftCommitment): string {
  const { dueOn, daysLate, lateBecause, expectedOn } = standing;
  if (because === "due" && dueOn !== null) {
    if (daysLate === 0) return `De termijn loopt af op de dag van verzenden, ${dayInWords(dueOn)}.`;
    const late = `Op de dag van verzenden ${daysInWords(daysLate)} te laat`;
    return lateBecause === "letter"
      ? `${late}: beloofd voor de voortgangsbrief van ${dayInWords(dueOn)} en daar niet in teruggekomen.`
      : `${late}: de termijn liep af op ${dayInWords(dueOn)}.`;
  }
  if (because === "unreviewed")
    return "Beloofd voor een eerdere voortgangsbrief. Die is er, maar nog niet nagegaan: kijk of het antwoord daarin staat.";
  return expectedOn === null
    ? "Beloofd voor de volgende voortgangsbrief."
    : `Beloofd voor de volgende voortgangsbrief, die werd verwacht op ${dayInWords(expectedOn)}.`;
}

/** When a new promise is due, as a reader of the register will see it. */
export function promisedTerm({ finding: { deadline }, lacksDate, isPast }: NewPromise): string {
  const words = deadline === null ? [] : [deadlineInWords(deadline)];
  return [...words, ...(lacksDate ? [WITHOUT_DATE] : isPast ? [PAST_DATE] : [])].join(". ");
}

export const STATE_WORDS: Record<DoubtfulCitation["state"], string> = {
  unknown: "niet in het register",
  impossible: "kan niet bestaan",
  unresolved: "niet duidelijk welk stuk",
  not_kept: "niet na te kijken",
};

export const labelOf = ({ number, title, madeOn }: DraftCommitment): string =>
  `${number ?? "concept"}: ${title} (${dayInWords(madeOn)})`;

export const passageInWords = (anchor: string): string => `alinea ${anchor.slice(1)}`;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
const at = (anchor: string, quote: string): string => `  ${passageInWords(anchor)}: “${oneLine(quote)}”`;

/** The whole report as plain text, each proposal with the rule and the words it rests on. */
export function draftReportInWords(report: DraftReport, open: readonly DraftCommitment[]): string {
  const byId = new Map(open.map((one) => [one.id, one]));
  const named = (id: string): DraftCommitment[] => [byId.get(id) ?? []].flat();
  const block = (name: keyof typeof BLOCKS, rows: readonly string[][], none: string = BLOCKS[name].none): string[] => [
    "",
    `${BLOCKS[name].heading} (${rows.length})`,
    ...(rows.length === 0 ? [none] : rows.flat()),
  ];
  const lines = [
    `Concept, nagegaan als brief van ${dayInWords(report.sentOn)}: ${draftInOneLine(report)}.`,
    "Dit zijn voorstellen; beoordeel ze zelf.",
    ...block(
      "answers",
      report.answers.flatMap((answer) =>
        named(answer.commitmentId).map((commitment) => [
          `- ${labelOf(commitment)}`,
          `  Oordeel: ${verdictInWords(answer, commitment)}`,
          ...answer.gaps.map((gap) => `  Mist nog: ${gap}`),
          ...answer.acts.flatMap(({ anchor, finding }) => [at(anchor, finding.quote), `  Waarom: ${finding.why}`]),
          `  Waarom deze toezegging: ${answer.reasons.join("; ")}`,
        ]),
      ),
    ),
    ...block(
      "mentions",
      report.mentions.map(({ anchor, quote, matches, because, why }) => [
        `- ${matches.flatMap(({ commitmentId }) => named(commitmentId).map(labelOf)).join(" of ")}`,
        `  ${MENTION_WORDS[because]}`,
        at(anchor, quote),
        ...(why === null ? [] : [`  Waarom: ${why}`]),
        ...matches.map(({ reasons }) => `  Waarom deze toezegging: ${reasons.join("; ")}`),
      ]),
    ),
    ...block(
      "forgotten",
      (report.forgotten ?? []).flatMap((one) =>
        named(one.commitmentId).map((commitment) => [
          `- ${labelOf(commitment)}`,
          `  ${forgottenInWords(one, commitment)}`,
          `  Termijn: ${deadlineInWords(commitment.standing.deadline)}`,
        ]),
      ),
      report.forgotten === null ? NO_DOSSIER : BLOCKS.forgotten.none,
    ),
    ...block(
      "promises",
      report.promises.map((promise) => [
        `- ${oneLine(promise.finding.quote)}`,
        `  Termijn: ${promisedTerm(promise)}`,
        ...(promise.finding.deadline ? [`  Hoe die volgt: ${derivationInWords(promise.finding.deadline)}`] : []),
        `  ${passageInWords(promise.anchor)}. Waarom: ${promise.finding.why}`,
      ]),
    ),
    ...block(
      "citations",
      report.citations.map(({ anchor, string, state, url, why }) => [
        `- ${oneLine(string)} (${passageInWords(anchor)}): ${STATE_WORDS[state]}`,
        `  ${why}${url ? ` ${url}` : ""}`,
      ]),
    ),
    ...block(
      "remarks",
      report.remarks.map(({ anchor, quote, why }) => [`- “${oneLine(quote)}” (${passageInWords(anchor)}): ${why}`]),
    ),
  ];
  return `${lines.join("\n")}\n`;
}
