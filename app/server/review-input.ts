/** From the form under a passage to a decision: what is meant, what is missing, and what to record. */
import { dayInWords, instantInWords } from "#app/domain/calendar.ts";
import type { Claim, ItemKind, Rest } from "#app/domain/events.ts";
import { figureInWords } from "#app/domain/item-words.ts";
import { bareName, isTheChamber, splitBrackets, splitNames } from "#app/domain/names.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { deadlineFromWords } from "#app/domain/reading/deadline.ts";
import { write } from "#db/client.ts";
import { awaitedId } from "#db/commitments.ts";
import { itemById, linkTargets, ownershipOfDossier, pickTarget } from "#db/items.ts";
import type { LetterRow } from "#db/letters.ts";
import { addMember, addOfficeHolder, addTopic, membersNamed, recessList, referenceLists } from "#db/reference.ts";
import {
  type AnswerableCommitment,
  answerableOn,
  confirmLink,
  type Decision,
  decisionsOn,
  mentionFromPassage,
  registerFromPassage,
  registerItemFromPassage,
  rejectProposal,
} from "#db/review.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { hasDeadline } from "./item-fields.ts";
import { figureFrom, measureFrom } from "./item-input.ts";
import { fieldId, REVIEW_FIELDS, type ReviewAnswer, type ReviewInput } from "./review-fields.ts";

const CLAIMS: readonly Claim[] = ["met", "partly_met", "progress", "postpones", "declines"];
const ITEM_ACTS: Record<string, ItemKind> = {
  verwachting: "expectation",
  besluit: "decision",
  vraag: "request",
  aanbeveling: "recommendation",
  melding: "evidence",
  maatregel: "measure",
  cijfer: "figure",
};

export function reviewInput(form: FormData): ReviewInput {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    proposalId: text("proposalId"),
    anchor: text("anchor"),
    act: text("doe"),
    ...(Object.fromEntries(REVIEW_FIELDS.map((field) => [field, text(field)])) as Omit<
      ReviewInput,
      "proposalId" | "anchor" | "act"
    >),
  };
}

/** Carries out what a button under a passage says. Null when it is done; otherwise what has to be put right. */
export async function decideOnPassage(actor: Actor, letter: LetterRow, form: FormData): Promise<ReviewAnswer | null> {
  const input = reviewInput(form);
  const { act } = input;
  // Who comes second is told so before anything else that may be wrong with the form.
  const earlier = (await decisionsOn(letter.id)).get(input.proposalId);
  if (letter.reviewClosed) return { input, problems: [], overtaken: OVERTAKEN.closed };
  if (earlier) return { input, problems: [], overtaken: overtakenBy(earlier) };
  const place = { letterId: letter.id, proposalId: input.proposalId, anchor: input.anchor };
  const problems: InputProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field: fieldId(input.proposalId, field), message });
  if (!letter.passages.some(({ anchor }) => anchor === input.anchor))
    say("commitment", "Deze passage staat niet in de brief.");

  const run = async () => {
    if (act === "niets") return rejectProposal(actor.accountId, place);
    if (act in ITEM_ACTS) return item(ITEM_ACTS[act] ?? "expectation");
    if (act === "nieuw") return fresh();
    if (act === "over") return mentioned();
    return confirm();
  };
  const outcome = await run();
  if (outcome === null) return { input, problems, overtaken: null };
  if (outcome.done) return null;
  const overtaken = outcome.because === "decided" ? overtakenBy(outcome.decision) : OVERTAKEN[outcome.because];
  return { input, problems: [], overtaken };

  async function confirm() {
    const open = await answerableOn(letter.day);
    const commitment = pick(
      open,
      input.commitment === "anders" || input.commitment === "" ? input.other : input.commitment,
    );
    if (!commitment) say("commitment", "Kies de toezegging die deze passage beantwoordt.");
    else if (!may(actor, "review", { ministryId: commitment.standing.ministryId }))
      say("commitment", `Toezegging ${commitment.number} hoort bij een ander ministerie.`);
    const claim = CLAIMS.find((known) => known === input.claim);
    if (!claim) say("claim", "Kies wat de brief over de toezegging zegt.");
    const rest = claim && commitment ? await restOf(claim, commitment, open) : null;
    if (problems.length > 0 || !commitment || !claim || !rest) return null;
    return confirmLink(actor.accountId, place, commitment.id, { claim, rest, note: input.note || null });
  }

  async function restOf(
    claim: Claim,
    commitment: AnswerableCommitment,
    open: readonly AnswerableCommitment[],
  ): Promise<Rest | null> {
    const isInterim = claim === "progress" && input.rest === "";
    if (claim === "met" || isInterim) return { kind: "unchanged" };
    if (claim === "postpones" && input.rest === "unchanged") {
      say(
        "rest",
        "U koos uitstel. Schrijf de nieuwe termijn zoals die in de brief staat, of kies dat de rest zonder nieuwe termijn komt.",
      );
      return null;
    }
    if (input.rest === "unchanged" || input.rest === "no_deadline") return { kind: input.rest };
    if (input.rest === "successor") {
      const successor = pick(open, input.successor);
      if (successor && successor.id !== commitment.id) return { kind: "successor", commitmentId: successor.id };
      say("successor", "Kies de toezegging waarin de rest verdergaat. Leg die eerst vast als ze nieuw is.");
      return null;
    }
    if (input.rest === "new_deadline") {
      const deadline = deadlineFromWords(input.restWords, letter.date, letter.chamber, await recessList());
      if (input.restWords) return { kind: "new_deadline", deadline, awaitedId: awaitedId(deadline) };
      say("restWords", "Schrijf de nieuwe termijn zoals die in de brief staat.");
      return null;
    }
    say("rest", "Kies wat er met de rest gebeurt.");
    return null;
  }

  async function fresh() {
    const lists = await referenceLists();
    const { before: office, inBrackets: name } = splitBrackets(input.holder);
    if (!input.title) say("title", "Vul in wat er is toegezegd.");
    if (!office || !name)
      say("holder", "Schrijf het ambt met de naam tussen haakjes, bijvoorbeeld: Minister van Justitie (Jansen).");
    const { ministryId } = actor;
    if (problems.length > 0 || !name || !ministryId) return null;
    const deadline = deadlineFromWords(input.words, letter.date, letter.chamber, await recessList());
    const dossier = lists.dossiers.find(({ id }) => id === letter.dossierId);
    const promised = await write(async (tx) => ({
      title: input.title,
      text: input.title,
      quote: null,
      source: null,
      chamber: letter.chamber,
      ...(await addOfficeHolder(tx, { office, name, ministryId })),
      ministryId,
      committeeId: dossier?.committeeId ?? null,
      dossierId: letter.dossierId,
      topicId: input.topic ? await addTopic(tx, letter.dossierId, input.topic) : null,
      to: { memberIds: await members(tx), groupIds: [] },
      recurring: deadline.event === "recurring" ? { perYear: null } : null,
    }));
    return registerFromPassage(actor.accountId, place, promised, deadline, today());

    async function members(tx: Parameters<typeof addMember>[0]): Promise<string[]> {
      const names = splitNames(input.to).filter((one) => !isTheChamber(one));
      const ids: string[] = [];
      for (const one of names) {
        const { before, inBrackets } = splitBrackets(bareName(one));
        const [known, another] = membersNamed(lists, { name: before, groupName: inBrackets }, letter.chamber);
        ids.push(known && !another ? known.id : await addMember(tx, before, inBrackets, letter.chamber));
      }
      return ids;
    }
  }

  async function mentioned() {
    const item = pickTarget(
      (await linkTargets(null)).filter(({ kind }) => kind === "item"),
      input.item,
    );
    const known = item && (await itemById(item.id));
    if (!item || !known)
      say("item", "Kies waar deze passage iets over zegt. Typ het nummer of een woord uit de titel.");
    else if (!may(actor, "register", await ownershipOfDossier(known.dossierId)))
      say("item", `${item.number} hoort bij een ander ministerie.`);
    if (problems.length > 0 || !item) return null;
    return mentionFromPassage(actor.accountId, place, item.id, input.note || null);
  }

  async function item(itemKind: ItemKind) {
    const measure = itemKind === "measure" ? measureFrom(input, say) : null;
    const figure = itemKind === "figure" ? figureFrom(input, say) : null;
    const title = itemKind === "figure" && figure ? `${figure.series}: ${figureInWords(figure)}` : input.title;
    if (!title && itemKind !== "figure") say("title", "Vul in waar het om gaat.");
    if (problems.length > 0) return null;
    const deadline =
      input.words && hasDeadline(itemKind)
        ? deadlineFromWords(input.words, letter.date, letter.chamber, await recessList())
        : null;
    const topicId = input.topic ? await write((tx) => addTopic(tx, letter.dossierId, input.topic)) : null;
    return registerItemFromPassage(
      actor.accountId,
      place,
      {
        itemKind,
        title,
        text: title,
        by: splitBrackets(input.holder).before || null,
        topicId,
        deadline,
        evidence:
          itemKind === "evidence"
            ? { source: letter.title, url: null, date: letter.date, dateWords: null, consultedOn: null }
            : null,
        measure,
        figure,
      },
      today(),
    );
  }
}

/** By id, by number, or by `2011-0003: titel` as the suggestions write it. */
function pick(open: readonly AnswerableCommitment[], typed: string): AnswerableCommitment | null {
  const number = typed.split(":")[0]?.trim() ?? "";
  return open.find(({ id, number: own }) => id === typed || own === number) ?? null;
}

export const outcomeInWords = ({ outcome, itemId }: Decision): string => {
  if (outcome === "confirmed") return itemId ? "zegt iets over wat al gevolgd wordt" : "gekoppeld aan een toezegging";
  if (outcome === "registered") return itemId ? "vastgelegd, niet als toezegging" : "vastgelegd als toezegging";
  return "niets voor het register";
};

const OVERTAKEN = {
  gone: "Deze brief is er niet meer.",
  not_there: "Wat u koos, is intussen ingetrokken. Uw keuze is niet opgeslagen; kies een andere.",
  circle:
    "De rest van die andere toezegging gaat al verder in deze. Zo zouden ze naar elkaar verwijzen; kies een andere.",
  closed:
    "De brief is intussen afgesloten. Uw keuze is niet opgeslagen. Heropen het nagaan als er nog iets moet veranderen.",
};

const overtakenBy = (decision: Decision): string =>
  `${decision.by} heeft deze passage op ${instantInWords(decision.at)} al beoordeeld: ${outcomeInWords(decision)}. Uw keuze is niet opgeslagen en staat hieronder nog. Wilt u het anders, trek de beoordeling dan eerst in.`;

/** `openstaand, termijn 28 februari 2011`: what a reviewer needs to recognise a commitment. */
export const openInWords = ({ number, title, madeOn }: AnswerableCommitment): string =>
  `${number}: ${title} (${dayInWords(madeOn)})`;
