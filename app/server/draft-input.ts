/** A draft letter that somebody wants checked: from the form to its passages. Nothing of it is kept on the way. */
import { z } from "zod";
import { isIsoDay } from "#app/domain/calendar.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import type { Draft } from "#db/kept-drafts.ts";
import { referenceLists } from "#db/reference.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { readBeside } from "./extract-text/beside.ts";
import { MEDIA_TYPES, misnamed, refusalInWords } from "./extract-text/refusal-words.ts";
import { sentLetter } from "./letter-input.ts";
import { readUpload, type Upload } from "./uploads.ts";

/** What was typed, to stand in the form again. */
export interface TypedDraft {
  dossier: string;
  date: string;
  text: string;
}

export type SentDraft = { typed: TypedDraft } & (
  | { problems: InputProblem[]; draft: null }
  | {
      problems: [];
      draft: Draft;
      keep: boolean;
      /** What a writer should know of how the file was read, each a sentence. */
      notes: string[];
    }
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
  const refuse = (problems: InputProblem[]): SentDraft => ({ typed, problems, draft: null });
  const { dossiers } = await referenceLists();
  const dossier = dossiers.find(({ id }) => id === typed.dossier);
  if (typed.dossier && !may(actor, "review", { ministryId: dossier?.ministryId }))
    return refuse([{ field: "dossier", message: "Dit dossier hoort niet bij uw ministerie." }]);
  const sentOn = typed.date || today();
  const problems: InputProblem[] = [];
  if (!isIsoDay(sentOn))
    problems.push({ field: "datum", message: "Dit is geen dag die bestaat. Vul de dag in waarop de brief weggaat." });
  const letter = field("brief") === "" ? await readSent(upload) : readBefore(field("brief"));
  if ("problem" in letter) problems.push(letter.problem);
  if ("problem" in letter || problems.length > 0) return refuse(problems);
  const { notes, ...read } = letter;
  const draft = { ...read, sentOn, dossierId: dossier?.id ?? null };
  return { typed, problems: [], draft, keep: field("doe") === "bewaar", notes };
}

type LetterOfDraft = Omit<Draft, "sentOn" | "dossierId"> & { notes: string[] };

async function readSent(upload: Upload): Promise<LetterOfDraft | { problem: InputProblem }> {
  const sent = sentLetter(upload);
  if ("problem" in sent) return sent;
  const { field, text, bytes } = sent;
  const name = upload.file?.name ?? "geplakte-tekst.txt";
  const reading = await readBeside(upload.file ? { name, bytes } : { text }, { within: TIME_TO_READ });
  if ("refusal" in reading) return { problem: { field, message: refusalInWords(reading.refusal, name, reading.sort) } };
  const { head, passages } = reading.letter;
  return {
    title: head.title ?? upload.file?.name ?? "Concept zonder titel",
    writtenOn: head.date,
    chamber: /eerste kamer/i.test(head.addressee ?? "") ? "EK" : "TK",
    passages,
    notes: [
      upload.file ? misnamed(name, MEDIA_TYPES[reading.form]) : null,
      reading.decodedFrom &&
        `Gelezen als ${reading.decodedFrom}. Kijk onderaan of letters met accenten en aanhalingstekens kloppen.`,
    ].flatMap((note) => note ?? []),
  };
}

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
    return { ...LETTER.parse(JSON.parse(json)), notes: [] };
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
