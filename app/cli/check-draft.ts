/** `npm run read -- --check`: a draft letter against the register, as text or as JSON. Writes nothing. */
import { statSync } from "node:fs";
import type { IsoDay } from "#app/domain/calendar.ts";
import {
  checkDraft,
  type DraftCommitment,
  type DraftReport,
  readDraftPassage,
} from "#app/domain/reading/draft-check.ts";
import type { Passage } from "#app/domain/reading/letter-text.ts";
import type { Chamber } from "#app/domain/recess.ts";
import { today } from "#app/server/clock.ts";
import { databasePath } from "#db/database-path.ts";

interface Asked {
  passages: readonly Passage[];
  sentOn: IsoDay | null;
  chamber: Chamber;
  /** As in the address of the dossier; null for all that is published. */
  dossier: string | null;
}

/** The report and the commitments that it names, or why there is none. */
export async function checkedAgainstRegister(
  asked: Asked,
): Promise<{ report: DraftReport; open: DraftCommitment[] } | { problem: string }> {
  process.env.DATABASE_PATH ??= "data/demo.db";
  const path = databasePath();
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    return {
      problem: `Er is geen register: ${path} bestaat niet. Wijs de database aan met DATABASE_PATH, of maak er een met npm run demo.`,
    };
  try {
    return await checked(asked);
  } catch (error) {
    if ((error as Error).name !== "SqliteError") throw error;
    return {
      problem: `${path} is geen register van deze versie. Wijs met DATABASE_PATH de goede database aan, of werk haar bij met npm run register -- migrate.`,
    };
  }
}

/** Only here, as the database is opened by importing it. */
async function checked({ passages, sentOn, chamber, dossier }: Asked) {
  const { dossierStanding } = await import("#db/dossiers.ts");
  const { knownPapers, openWhenSent } = await import("#db/draft-check.ts");
  const { recessList } = await import("#db/reference.ts");
  const day = sentOn ?? today();
  const chosen = dossier === null ? null : ((await dossierStanding(dossier, day))?.dossier ?? null);
  if (dossier !== null && chosen === null)
    return { problem: `Er is geen dossier ${dossier}. Schrijf het zoals in het adres van zijn pagina.` };
  const ministryId = chosen?.ministryId ?? null;
  const context = { date: day, chamber, recesses: await recessList() };
  const open = await openWhenSent(day, today(), ministryId);
  const report = checkDraft(
    passages.map((passage) => readDraftPassage(passage, context)),
    { open, papers: await knownPapers(ministryId) },
    { sentOn: day, dossierId: chosen?.id ?? null },
  );
  return { report, open };
}
