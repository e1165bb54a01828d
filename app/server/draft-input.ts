/** A draft letter that somebody wants checked: from the form to its passages. Nothing of it is kept on the way. */
import { z } from "zod";
import { isIsoDay } from "#app/domain/calendar.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import type { ReadLetter } from "#app/domain/reading/sections.ts";
import type { Draft } from "#db/kept-drafts.ts";
import { referenceLists } from "#db/reference.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { readBeside } from "./extract-text/beside.ts";
import { refusalInWords } from "./extract-text/refusal-words.ts";
import { sentLetter } from "./letter-input.ts";
import { readUpload, type Upload } from "./uploads.ts";

/** What was typed, to stand in the form again. */
export interface TypedDraft {
  dossier: string;
  date: string;
  text: string;
}

export type SentDraft = { typed: TypedDraft } & (
  | { problems: InputProblem[]; draft: null; keep: false }
  | { problems: []; draft: Draft; keep: boolean }
);

/**
 * The visitor waits while a file is read: a queue would have to keep what nobody asked to keep. So it gets less time
 * than an import, which one can leave and come back to.
 */
const TIME_TO_READ = 30_000;

/** Takes a draft from the form: as text, as a file, or from the page of a report as it was read before. */
export async function sentDraft(request: Request, actor: Actor): Promise<SentDraft> {
  const upload = await readUpload(request, "tekst");
  const field = (name: string) => upload.fields.get(name) ?? "";
  const typed = { dossier: field("dossier"), date: field("datum").trim(), text: field("tekst") };
  const refuse = (problems: InputProblem[]): SentDraft => ({ typed, problems, draft: null, keep: false });
  const { dossiers } = await referenceLists();
  const dossier = dossiers.find(({ id }) => id === typed.dossier);
  if (typed.dossier && !may(actor, "review", { ministryId: dossier?.ministryId }))
    return refuse([{ field: "dossier", message: "Dit dossier hoort niet bij uw ministerie." }]);
  const sentOn = typed.date || today();
  const problems: InputProblem[] = [];
  if (!isIsoDay(sentOn))
    problems.push({ field: "datum", message: "Dit is geen dag die bestaat. Vul de dag in waarop de brief weggaat." });
  const again = field("brief") === "" ? null : readBefore(field("brief"));
  const letter = again ?? (await readSent(upload));
  if ("problem" in letter) problems.push(letter.problem);
  if ("problem" in letter || problems.length > 0) return refuse(problems);
  return {
    typed,
    problems: [],
    draft: { ...letter, sentOn, dossierId: dossier?.id ?? null },
    keep: field("doe") === "bewaar",
  };
}

type LetterOfDraft = Omit<Draft, "sentOn" | "dossierId">;

async function readSent(upload: Upload): Promise<LetterOfDraft | { problem: InputProblem }> {
  const sent = sentLetter(upload);
  if ("problem" in sent) return sent;
  const { field, text, bytes } = sent;
  const name = upload.file?.name ?? "geplakte-tekst.txt";
  const reading = await readBeside(upload.file ? { name, bytes } : { text }, { within: TIME_TO_READ });
  return "refusal" in reading
    ? { problem: { field, message: refusalInWords(reading.refusal, name, reading.sort) } }
    : letterOf(reading.letter, upload.file?.name ?? null);
}

const letterOf = ({ head, passages }: ReadLetter, fileName: string | null): LetterOfDraft => ({
  title: head.title ?? fileName ?? "Concept zonder titel",
  writtenOn: head.date,
  chamber: /eerste kamer/i.test(head.addressee ?? "") ? "EK" : "TK",
  passages,
});

const DAY = z.string().refine(isIsoDay);
const LETTER = z.object({
  title: z.string().min(1),
  writtenOn: DAY.nullable(),
  chamber: z.enum(["TK", "EK"]),
  passages: z.array(
    z.object({
      anchor: z.string().regex(/^p\d+$/),
      kind: z.enum(["heading", "paragraph"]),
      level: z.union([z.literal(1), z.literal(2)]).nullable(),
      text: z.string(),
      footnotes: z.array(z.object({ mark: z.string(), text: z.string() })),
    }),
  ),
});

/** The letter as the page of a report sends it back, so that a file need not be sent twice. */
function readBefore(json: string): LetterOfDraft | { problem: InputProblem } {
  try {
    return LETTER.parse(JSON.parse(json));
  } catch {
    return {
      problem: {
        field: "tekst",
        message: "Het concept is niet goed aangekomen. Plak de tekst of kies het bestand opnieuw.",
      },
    };
  }
}

/** What `readBefore` reads. */
export const asSentBack = ({ title, writtenOn, chamber, passages }: Draft): string =>
  JSON.stringify({ title, writtenOn, chamber, passages });

/** The text of a draft as one would paste it: to change something in and check again. */
export const asPasted = ({ passages }: Draft): string =>
  passages
    .map(({ text, footnotes }) => [text, ...footnotes.map((note) => `${note.mark} ${note.text}`)].join("\n"))
    .join("\n\n");
