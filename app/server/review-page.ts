/** What the page of a review shows: passages with their proposals, what was decided, what the letter is silent on. */
import { instantInWords } from "#app/domain/calendar.ts";
import { CLAIM_WORDS } from "#app/domain/commitment.ts";
import { onlyValueIn, targetInWords, valueInWords } from "#app/domain/item-words.ts";
import { senderAsHolder } from "#app/domain/names.ts";
import { citations } from "#app/domain/reading/citation.ts";
import type { Candidate } from "#app/domain/reading/findings.ts";
import { letterRemarks } from "#app/domain/reading/letter-findings.ts";
import type { Passage } from "#app/domain/reading/letter-text.ts";
import { candidates, indexCommitments } from "#app/domain/reading/match.ts";
import { GOES_ON, pointsBack } from "#app/domain/reading/points-back.ts";
import { answersIn } from "#db/answers.ts";
import { linkTargets, publishedItems, usedWords } from "#db/items.ts";
import type { LetterRow } from "#db/letters.ts";
import { referenceLists } from "#db/reference.ts";
import {
  answerableOn,
  type Decision,
  decisionsOn,
  type ProposalRow,
  proposalsOf,
  publishedTitles,
  silentIn,
} from "#db/review.ts";
import { byHand, type ReviewInput } from "./review-fields.ts";
import { openInWords, outcomeInWords } from "./review-input.ts";

const SHOWN_CANDIDATES = 3;
const TITLE_LENGTH = 160;

/** Everything on the page; `askedFor` is the anchor of a passage that the reviewer wants to link by hand. */
export async function reviewPage(letter: LetterRow, askedFor: string | null) {
  const proposals = await proposalsOf(letter.id);
  const decisions = await decisionsOn(letter.id);
  const open = await answerableOn(letter.day);
  // What the letter itself promises can take over a rest, but is not what it answers.
  const index = indexCommitments(open.filter(({ madeOn }) => madeOn < letter.day));
  const numbers = new Map(open.map((commitment) => [commitment.id, commitment]));
  const decidedFor = await publishedTitles([...decisions.values()].flatMap(({ commitmentId }) => commitmentId ?? []));
  const madeOf = await publishedItems([...decisions.values()].flatMap(({ itemId }) => itemId ?? []));
  const claims = new Map((await answersIn(letter.id)).map(({ id, payload }) => [id, CLAIM_WORDS[payload.claim]]));
  const lists = await referenceLists();
  const remarks = letterRemarks(letter.passages, { date: letter.date, chamber: letter.chamber, recesses: [] });

  const cardOf = (
    proposal: Pick<ProposalRow, "id" | "anchor"> & Partial<ProposalRow>,
    passage: Passage,
    found: Candidate[],
  ) => {
    return {
      id: proposal.id,
      kind: proposal.kind ?? null,
      quote: proposal.quote ?? null,
      who: proposal.who ?? null,
      addressee: proposal.addressee ?? null,
      deadline: proposal.deadline ?? null,
      why: proposal.why ?? null,
      decision: shown(decisions.get(proposal.id), decidedFor, madeOf, claims),
      candidates: found.flatMap(({ commitmentId, score, reasons }) => {
        const commitment = numbers.get(commitmentId);
        return commitment ? [{ id: commitmentId, label: openInWords(commitment), score, reasons }] : [];
      }),
      input: prefilled(proposal, passage, found[0]?.commitmentId ?? "", letter),
    };
  };
  /** What was named last under this heading; null where it cannot be told. */
  let named: Candidate | null = null;
  const foundIn = (passage: Passage, quotes: readonly string[]): Candidate[] => {
    const own = candidates(passage.text, index, { date: letter.date }).slice(0, SHOWN_CANDIDATES);
    const goesOn = own.length === 0 && named !== null && quotes.some(pointsBack);
    const found = goesOn && named ? [{ ...named, reasons: [GOES_ON] }] : own;
    named = found[0] ?? null;
    return found;
  };
  const passages = letter.passages.map((passage) => {
    if (passage.kind === "heading") named = null;
    const here = proposals.filter(({ anchor }) => anchor === passage.anchor);
    const manual = [...decisions.keys()].filter((id) => id.startsWith(byHand(passage.anchor, 0).slice(0, -1)));
    const asked =
      askedFor === passage.anchor ? [{ id: byHand(passage.anchor, nextNumber(manual)), anchor: passage.anchor }] : [];
    const toShow = [...here, ...manual.map((id) => ({ id, anchor: passage.anchor })), ...asked];
    // Once a passage, however many findings it holds.
    const found =
      toShow.length > 0
        ? foundIn(
            passage,
            here.map(({ quote }) => quote),
          )
        : [];
    return { passage, papers: papersIn(passage), cards: toShow.map((proposal) => cardOf(proposal, passage, found)) };
  });
  const cards = passages.flatMap((row) => row.cards);
  return {
    passages,
    total: proposals.length,
    done: proposals.filter(({ id }) => decisions.has(id)).length,
    undecided: cards.flatMap(({ id, decision }, at) => (decision === null ? [{ id, at }] : [])),
    placeOf: (proposalId: string) => cards.findIndex(({ id }) => id === proposalId),
    silent: (await silentIn(letter)).map(({ promisedForThis, commitment }) => ({
      promisedForThis,
      number: commitment.number,
      label: openInWords(commitment),
    })),
    remarks: remarks.map((remark) => ({
      ...remark,
      isNoted: letter.remarks.some(({ passage, why }) => passage.anchor === remark.anchor && why === remark.why),
    })),
    suggestions: {
      ...(await usedWords(letter.dossierId)),
      items: (await linkTargets(letter.dossierId)).filter(({ kind }) => kind === "item").map(targetInWords),
      open: open.map(openInWords),
      members: lists.members.map(({ name, groupId }) => {
        const group = lists.groups.find(({ id }) => id === groupId);
        return group ? `${name} (${group.name})` : name;
      }),
      topics: lists.topics.filter(({ dossierId }) => dossierId === letter.dossierId).map(({ name }) => name),
      holders: lists.officeHolders.map(
        ({ name, officeId }) => `${lists.offices.find(({ id }) => id === officeId)?.name} (${name})`,
      ),
    },
  };
}

/** The papers that a passage and its footnotes cite, each once. */
function papersIn({ text, footnotes }: Passage): { string: string; url: string | null }[] {
  const found = [text, ...footnotes.map((footnote) => footnote.text)].flatMap(citations);
  return [...new Map(found.map(({ string, url }) => [string, { string, url }])).values()];
}

const nextNumber = (manual: readonly string[]): number =>
  1 + Math.max(0, ...manual.map((id) => Number(id.split("-").at(-1)) || 0));

const shown = (
  decision: Decision | undefined,
  numbers: Map<string, { number: string; title: string }>,
  madeOf: Awaited<ReturnType<typeof publishedItems>>,
  claims: Map<string, string>,
) =>
  decision
    ? {
        words: outcomeInWords(decision),
        claim: claims.get(decision.recordedEventId ?? "") ?? null,
        commitment: numbers.get(decision.commitmentId ?? "") ?? null,
        item: madeOf.get(decision.itemId ?? "") ?? null,
        by: decision.by,
        at: instantInWords(decision.at),
      }
    : null;

/** The form as the reader would fill it in. It fills in no verdict that the words do not show. */
function prefilled(
  proposal: Partial<ProposalRow> & { id: string; anchor: string },
  passage: Passage,
  best: string,
  letter: LetterRow,
): ReviewInput {
  const answers = proposal.kind === "refers_back" || proposal.kind === "fulfils" || proposal.kind === "postpones";
  const words = proposal.deadline && !proposal.deadline.past ? proposal.deadline.words : "";
  const quote = proposal.quote ?? passage.text;
  const value = onlyValueIn(quote);
  const postponed = proposal.verdict === "postpones" && words !== "";
  return {
    proposalId: proposal.id,
    anchor: proposal.anchor,
    act: "",
    commitment: answers ? best : "",
    other: "",
    claim: proposal.verdict ?? "",
    rest: postponed ? "new_deadline" : "",
    restWords: postponed ? words : "",
    successor: "",
    note: "",
    title: quote.length > TITLE_LENGTH ? `${quote.slice(0, TITLE_LENGTH - 1)}…` : quote,
    holder: senderAsHolder(letter.sender),
    to: "",
    topic: "",
    words: answers ? "" : words,
    item: "",
    category: "",
    partners: "",
    start: "",
    startDay: "",
    doubt: "",
    series: "",
    unit: "",
    value: value === null ? "" : valueInWords(value),
    valueOn: "",
  };
}
