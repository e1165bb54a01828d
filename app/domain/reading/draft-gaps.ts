/** What a draft's answer still lacks before it counts: DOMAIN.md, "Standing on a day". */
import { dayInWords } from "../calendar.ts";
import { isWithoutTerm } from "../deadline.ts";
import type { DraftAct } from "./draft-answers.ts";
import type { DraftCommitment, ReadPassage } from "./draft-check.ts";
import type { FoundDeadline, ProposedVerdict } from "./findings.ts";

/** What the sentences about one commitment come to together. */
export function verdictOf(acts: readonly DraftAct[]): ProposedVerdict {
  const said = new Set(acts.map(({ finding }) => finding.verdict));
  if (said.has("partly_met") || (said.has("met") && said.has("postpones"))) return "partly_met";
  return (["met", "postpones", "declines", "progress"] as const).find((verdict) => said.has(verdict)) ?? null;
}

const STILL_OPEN =
  /(?<![\p{L}])(?:nog niet|nog geen|nog niets|deels|gedeeltelijk|ten dele|een deel|voor een deel|de rest|het overige|nog onderzocht|nog bezig)(?![\p{L}])/iu;

/** Each gap in a sentence that says what to write; empty where nothing is missing. `here` are the passages of the acts. */
export function gapsIn(
  verdict: ProposedVerdict,
  acts: readonly DraftAct[],
  here: readonly ReadPassage[],
  commitment: DraftCommitment,
): string[] {
  const { standing } = commitment;
  if (standing.recurring) return [];
  const announced = here.flatMap(({ findings }) =>
    findings.flatMap(({ kind, deadline }) =>
      kind === "postpones" || kind === "new_commitment" ? (deadline ?? []) : [],
    ),
  );
  const term = announced.find((deadline) => !deadline.past && !isWithoutTerm(deadline)) ?? null;
  if (verdict === "declines")
    return ["Een brief laat een toezegging niet vervallen: zij blijft openstaan tot de commissie anders besluit."];
  if (verdict === "postpones") return postponementGaps(term, commitment);
  if (verdict === "partly_met") return term ? [] : [REST_WITHOUT_DATE];
  const promises = here.some(({ findings }) => findings.some(({ kind }) => kind === "new_commitment"));
  const isOpen = here.some(({ passage }) => STILL_OPEN.test(passage.text));
  if (verdict === "met") return promises || isOpen ? [promises ? MET_AND_PROMISES : MET_AND_OPEN] : [];
  return acts.every(({ finding }) => finding.verdict === null) ? [NOT_CALLED_MET] : [];
}

const REST_WITHOUT_DATE =
  "Een deel blijft open en er staat niet bij wanneer de rest komt. Noem een datum; zonder datum blijft de oude termijn gelden.";
const MET_AND_PROMISES =
  "Er staat dat de toezegging is nagekomen, en dezelfde alinea belooft nog iets. Is dat de rest, schrijf dan ‘deels voldaan’ en noem de nieuwe termijn.";
const MET_AND_OPEN =
  "Er staat dat de toezegging is nagekomen, en dezelfde alinea zegt dat er nog iets open is. Schrijf wat er nog komt en wanneer.";
const NOT_CALLED_MET =
  "De brief gaat erop in, maar zegt niet dat de toezegging hiermee is nagekomen. Vindt u van wel, schrijf dat er dan bij.";

function postponementGaps(term: FoundDeadline | null, { standing }: DraftCommitment): string[] {
  if (term === null)
    return [
      "Er wordt meer tijd gevraagd, maar er staat geen nieuwe datum bij. Zonder datum blijft de oude termijn gelden.",
    ];
  const old = standing.deadline.latest;
  return term.latest !== null && old !== null && term.latest <= old
    ? [`De nieuwe termijn, ${dayInWords(term.latest)}, is niet later dan de oude, ${dayInWords(old)}.`]
    : [];
}
