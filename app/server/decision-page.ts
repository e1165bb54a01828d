/** A committee's decisions as they were brought in, beside the commitments that they are about. */
import { data, redirect } from "@remix-run/node";
import { dayInWords, type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { type CommitteeDecision, committeeDecisions } from "#app/domain/reading/committee-decisions.ts";
import { deadlineFromWords } from "#app/domain/reading/deadline.ts";
import { paths } from "#app/paths.ts";
import { standingOfCommitment } from "#db/commitments.ts";
import {
  commitmentsUnder,
  type decisionText,
  dropDecisionText,
  isRecorded,
  keepDecisionText,
  recordDecision,
} from "#db/committee-decisions.ts";
import { recessList, referenceLists } from "#db/reference.ts";
import { broughtText } from "./brought-text.ts";
import { today } from "./clock.ts";
import {
  type BringAnswer,
  type DecideAnswer,
  type DecisionTarget,
  type ShownDecision,
  targetId,
} from "./decision-fields.ts";
import { notFound } from "./outcome.ts";

type Kept = NonNullable<Awaited<ReturnType<typeof decisionText>>>;

async function committeeOf({ committeeId }: { committeeId: string | null }) {
  const { committees } = await referenceLists();
  const committee = committees.find(({ id }) => id === committeeId);
  if (!committee) throw notFound();
  return committee;
}

async function decisionsIn(kept: Kept): Promise<CommitteeDecision[]> {
  const { chamber } = await committeeOf(kept);
  return committeeDecisions(kept.text, { date: kept.decidedOn, chamber, recesses: await recessList() });
}

export async function decisionPage(kept: Kept): Promise<ShownDecision[]> {
  const shown: ShownDecision[] = [];
  for (const decision of await decisionsIn(kept)) {
    const { decided, deadline, quote, why, numbers } = decision;
    const targets: DecisionTarget[] = [];
    for (const number of numbers) targets.push(...(await targetsOf(number, decision, kept)));
    shown.push({ decided, words: deadline?.words ?? "", quote: quote.replace(/\s+/g, " ").trim(), why, targets });
  }
  return shown;
}

async function targetsOf(number: string, decision: CommitteeDecision, kept: Kept): Promise<DecisionTarget[]> {
  const rows = await commitmentsUnder(number);
  if (rows.length === 0) return [{ number, commitment: null, state: "unknown" }];
  return Promise.all(
    rows.map(async (row) => {
      const standing = await standingOfCommitment(row.id, today() > row.madeOn ? today() : row.madeOn);
      const commitment = { id: row.id, number: row.number ?? "", title: row.title, standing };
      const state = async (): Promise<DecisionTarget["state"]> => {
        if (row.committeeId !== kept.committeeId) return "other_committee";
        if (await isRecorded(row.id, { ...decision, on: kept.decidedOn })) return "recorded";
        if (kept.decidedOn < row.madeOn) return "too_early";
        if (standing?.status === "lapsed") return "lapsed";
        return standing?.recurring && decision.decided !== "lapsed" ? "recurring" : "open";
      };
      return { number, commitment, state: await state() };
    }),
  );
}

/** Takes in the decisions of a meeting and keeps them. */
export async function bringDecisions(request: Request, actor: Actor) {
  const { text, fileName, fields, problems } = await broughtText(request, "de tekst van de besluiten");
  const typed = {
    text: fileName ? "" : text,
    decidedOn: (fields.get("datum") ?? "").trim(),
    source: (fields.get("bron") ?? "").trim(),
  };
  const found = [...problems];
  if (problems.length === 0 && text.trim() === "")
    found.push({ field: "tekst", message: "Er is nog niets om te lezen: plak de besluiten of kies een bestand." });
  if (!isIsoDay(typed.decidedOn))
    found.push({ field: "datum", message: "Vul de dag in waarop de commissie dit besloot." });
  else if (typed.decidedOn > today())
    found.push({
      field: "datum",
      message: `${dayInWords(typed.decidedOn)} moet nog komen. Vul een dag in tot en met vandaag.`,
    });
  if (!typed.source) found.push({ field: "bron", message: "Schrijf waar de besluiten in staan." });
  const { id: committeeId } = await committeeOf(actor);
  if (found.length > 0) return data<BringAnswer>({ problems: found, typed }, { status: 422 });
  const decidedOn: IsoDay = typed.decidedOn;
  const id = await keepDecisionText(actor.accountId, { committeeId, text, source: typed.source, decidedOn });
  return redirect(`${paths.committeeDecision(id)}?gedaan=gelezen`);
}

/** Records one decision of one commitment, or throws the text away. */
export async function handleDecisionForm(request: Request, actor: Actor, kept: Kept) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  if (text("doe") === "weg") {
    await dropDecisionText(kept.id);
    return redirect(`${paths.committeeDecisions}?gedaan=weggehaald`);
  }
  const here = paths.committeeDecision(kept.id);
  const at = Number(text("besluit") || "-1");
  const commitmentId = text("toezegging");
  const target = targetId(at, commitmentId);
  const refuse = (problem: string, status = 422) =>
    data<DecideAnswer>({ problem, target, words: text("termijn") }, { status });
  const decision = (await decisionsIn(kept))[at];
  if (!decision) return refuse("Kies eerst een besluit uit de lijst hieronder.");
  const named = await Promise.all(decision.numbers.map(commitmentsUnder));
  if (!named.flat().some(({ id }) => id === commitmentId)) throw notFound();

  const { name, chamber } = await committeeOf(actor);
  const words = form.has("termijn") ? text("termijn") : (decision.deadline?.words ?? "");
  const takesDeadline = decision.decided !== "met" && decision.decided !== "lapsed";
  const deadline =
    takesDeadline && words ? deadlineFromWords(words, kept.decidedOn, chamber, await recessList()) : null;
  if (decision.decided === "extended" && deadline === null)
    return refuse("Schrijf tot wanneer de termijn is verlengd, bijvoorbeeld: 1 juli 2027.");
  if (deadline && deadline.latest === null && (deadline.event === null || deadline.event === "unspecified"))
    return refuse(
      `Uit “${words}” volgt geen dag. Schrijf de termijn zoals de commissie die stelt, bijvoorbeeld: 1 juli 2027.`,
    );
  const outcome = await recordDecision(actor.accountId, commitmentId, {
    decided: decision.decided,
    deadline,
    on: kept.decidedOn,
    committeeId: kept.committeeId,
    decider: name,
    note: `${kept.source}: “${decision.quote.replace(/\s+/g, " ").trim().slice(0, LONGEST_NOTE)}”`,
  });
  if (outcome === "gone") throw notFound();
  if (outcome === "lapsed" || outcome === "too_early") return refuse(NOT_RECORDED[outcome], 409);
  return redirect(`${here}?gedaan=${outcome === "already" ? "was-vastgelegd" : "vastgelegd"}#${target}`);
}

const LONGEST_NOTE = 600;
const NOT_RECORDED = {
  lapsed: "Deze toezegging is vervallen. Heropen haar eerst, als de commissie dat besloot.",
  too_early: "Deze toezegging is van na de dag van het besluit. Kijk of de datum van het besluit klopt.",
};
