/** What the page of a checked draft shows. */
import { setImmediate as turn } from "node:timers/promises";
import { dayInWords } from "#app/domain/calendar.ts";
import {
  checkDraft,
  type DraftCommitment,
  type ReadPassage,
  readDraftPassage,
} from "#app/domain/reading/draft-check.ts";
import { draftCounts, labelOf } from "#app/domain/reading/draft-words.ts";
import { knownPapers, openWhenSent } from "#db/draft-check.ts";
import type { Draft } from "#db/kept-drafts.ts";
import { recessList, referenceLists } from "#db/reference.ts";
import { today } from "./clock.ts";

const PASSAGES_A_TURN = 20;

/** The report on a draft by the register as it is now. Reads in turns, so that other pages need not wait. */
export async function checkedDraft(draft: Draft, ministryId: string | null) {
  const { sentOn, chamber, passages, dossierId } = draft;
  const context = { date: sentOn, chamber, recesses: await recessList() };
  const read: ReadPassage[] = [];
  for (const [at, passage] of passages.entries()) {
    read.push(readDraftPassage(passage, context));
    if (at % PASSAGES_A_TURN === 0) await turn();
  }
  const open = await openWhenSent(sentOn, today(), ministryId);
  const report = checkDraft(read, { open, papers: await knownPapers(ministryId) }, { sentOn, dossierId });
  const { dossiers } = await referenceLists();
  return {
    draft,
    report,
    counts: draftCounts(report),
    dossier: dossiers.find(({ id }) => id === report.dossierId)?.name ?? null,
    commitments: Object.fromEntries(shownIn(report, open).map((one) => [one.id, one])),
    otherDay:
      draft.writtenOn !== null && draft.writtenOn !== sentOn
        ? `Boven de brief staat ${dayInWords(draft.writtenOn)}. Het concept is nagegaan als brief van ${dayInWords(sentOn)}.`
        : null,
  };
}

export type CheckedDraft = Awaited<ReturnType<typeof checkedDraft>>;

/** The commitments that a report names, and no others. */
function shownIn(
  report: ReturnType<typeof checkDraft>,
  open: readonly DraftCommitment[],
): (DraftCommitment & { label: string })[] {
  const named = new Set([
    ...report.answers.map(({ commitmentId }) => commitmentId),
    ...report.mentions.flatMap(({ matches }) => matches.map(({ commitmentId }) => commitmentId)),
    ...(report.forgotten ?? []).map(({ commitmentId }) => commitmentId),
  ]);
  return open.filter(({ id }) => named.has(id)).map((one) => ({ ...one, label: labelOf(one) }));
}
