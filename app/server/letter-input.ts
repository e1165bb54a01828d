/** A letter on its way in: from a file or pasted text to what the register proposes, and what the visitor makes of it. */
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import { parsePaper } from "#app/domain/paper.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { may } from "#app/domain/permissions.ts";
import { type ReadLetter, readLetterText } from "#app/domain/reading/sections.ts";
import { type ImportRow, keepImport, pasteText } from "#db/imports.ts";
import { debateAfter, type LetterFacts, letterOfDate, letterWithBytes } from "#db/letters.ts";
import { referenceLists } from "#db/reference.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { decodeText } from "./extract-text/decode-text.ts";
import { readWaiting, settled } from "./extract-text/reading-queue.ts";
import { readUpload, type Upload } from "./uploads.ts";

export interface Received {
  importId: string | null;
  problems: InputProblem[];
  typed: { dossier: string; text: string };
  /** The letter that was made of these very bytes before. */
  knownLetter: { id: string; title: string; date: string } | null;
}

/**
 * Takes in a file or pasted text. What cannot be taken in is answered with a sentence, and what was typed comes back;
 * all else is kept and read, and short work is done when this answers.
 */
export async function receiveText(request: Request, actor: Actor): Promise<Received> {
  const upload = await readUpload(request, "tekst");
  const typed = { dossier: upload.fields.get("dossier") ?? "", text: upload.fields.get("tekst") ?? "" };
  const refuse = (field: string, message: string, knownLetter: Received["knownLetter"] = null): Received => ({
    importId: null,
    problems: [{ field, message }],
    typed,
    knownLetter,
  });
  const { dossiers } = await referenceLists();
  const dossier = dossiers.find(({ id }) => id === typed.dossier);
  if (typed.dossier && !may(actor, "review", { ministryId: dossier?.ministryId })) {
    return refuse("dossier", "Dit dossier hoort niet bij uw ministerie.");
  }
  const sent = sentLetter(upload);
  if ("problem" in sent) return refuse(sent.problem.field, sent.problem.message);
  const { field, text, bytes } = sent;
  const same = await letterWithBytes(bytes);
  if (same)
    return refuse(field, `Deze brief is al eerder ingelezen: ${same.title}, van ${dayInWords(same.date)}.`, same);

  const file = upload.file ?? { name: "geplakte-tekst.txt", mediaType: "text/plain", bytes };
  const importId = await keepImport(actor.accountId, file, { text, dossierId: dossier?.id ?? null });
  await readNow(importId);
  return { importId, problems: [], typed, knownLetter: null };
}

/**
 * The one letter that a form brought in, as a file or as pasted text: its bytes and, where it was pasted, its text. Or
 * why there is none, at which field.
 */
export function sentLetter(
  upload: Upload,
): { field: string; text: string; bytes: Uint8Array } | { problem: InputProblem } {
  const refuse = (field: string, message: string) => ({ problem: { field, message } });
  const typed = upload.fields.get("tekst") ?? "";
  if (upload.tooLarge === "text")
    return refuse(
      "tekst",
      `Deze tekst is groter dan 25 MB. Plak alleen de tekst van de brief zelf.${
        typed ? "" : " Ga terug met de knop van uw browser; wat u plakte staat er nog."
      }`,
    );
  if (upload.tooLarge === "file")
    return refuse(
      "bestand",
      "Dit bestand is groter dan 25 MB. Plak de tekst van de brief in het tekstvak, of sla de brief op als tekstbestand.",
    );
  if (!upload.file && typed.trim() === "")
    return refuse("tekst", "Er is nog geen brief: plak de tekst of kies een bestand.");
  if (upload.file && typed.trim() !== "")
    return refuse(
      "bestand",
      "U plakte een tekst en koos ook een bestand. Kies een van de twee, dan is duidelijk welke tekst de brief is.",
    );
  // Browsers send every line end of a text field as CRLF; a letter that came as a file is known again without them.
  const text = upload.file ? "" : typed.replaceAll("\r\n", "\n");
  const bytes = upload.file?.bytes ?? new TextEncoder().encode(text);
  const field = upload.file ? "bestand" : "tekst";
  if (bytes.length === 0) return refuse(field, "Dit bestand is leeg: er staat geen tekst in.");
  if (!upload.file && !isReadable(text)) return refuse(field, UNREADABLE_TEXT);
  return { field, text, bytes };
}

const isReadable = (text: string): boolean => decodeText(new TextEncoder().encode(text)) !== null;
const UNREADABLE_TEXT = "Hierin staat geen leesbare tekst. Kopieer de tekst van de brief nog eens en plak die hier.";

async function readNow(importId: string): Promise<void> {
  void readWaiting();
  await settled(importId);
}

/** Takes the text of a letter whose file could not be read, and reads that. Answers what stands in the way, if anything. */
export async function receivePastedText(importId: string, typed: string): Promise<InputProblem[]> {
  const text = typed.replaceAll("\r\n", "\n");
  if (text.trim() === "")
    return [{ field: "tekst", message: "Er is nog geen tekst: plak hier de tekst van de brief." }];
  if (!isReadable(text)) return [{ field: "tekst", message: UNREADABLE_TEXT }];
  await pasteText(importId, text);
  await readNow(importId);
  return [];
}

/** The letter of an import that has been read. */
export const letterOf = ({ letter, text }: ImportRow): ReadLetter => letter ?? readLetterText(text);

/** The facts of a letter as they stand in the form. */
export interface LetterInput {
  title: string;
  date: string;
  receivedOn: string;
  kind: string;
  chamber: string;
  sender: string;
  paper: string;
  dossier: string;
  /** What was answered with "yes, this is right", as `asked` put it; empty where nothing was. */
  confirmed: string;
}

export const proposedInput = ({ head, dossierId }: ImportRow): LetterInput => ({
  title: head.title ?? "",
  date: head.date ?? "",
  receivedOn: "",
  kind: head.kind,
  chamber: /eerste kamer/i.test(head.addressee ?? "") ? "EK" : "TK",
  sender: head.sender ?? "",
  paper: head.paper ?? "",
  dossier: dossierId ?? "",
  confirmed: "",
});

export function letterInput(form: FormData): LetterInput {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    title: text("titel"),
    date: text("datum"),
    receivedOn: text("ontvangen"),
    kind: text("soort"),
    chamber: text("kamer"),
    sender: text("afzender"),
    paper: text("stuk"),
    dossier: text("dossier"),
    confirmed: form.get("klopt") === "ja" ? text("gevraagd") : "",
  };
}

/**
 * What stands in the way, and what has to be answered first: a letter from before the debate, or of a day that has one.
 * `asked` names those questions; a yes counts for the very same only, not for those about another date or dossier.
 */
export async function problemsInLetter(
  input: LetterInput,
  { originalSha256 }: Pick<ImportRow, "originalSha256">,
  actor: Actor,
): Promise<{ problems: InputProblem[]; asks: string[]; asked: string }> {
  const problems: InputProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  if (!input.title)
    say("titel", "Vul de titel van de brief in, bijvoorbeeld wat er achter Onderwerp of Betreft staat.");
  if (!isIsoDay(input.date)) say("datum", "Vul de datum van de brief in.");
  else if (input.date > today())
    say("datum", `${dayInWords(input.date)} moet nog komen. Vul een datum in tot en met vandaag.`);
  if (input.receivedOn && !isIsoDay(input.receivedOn))
    say("ontvangen", "Dit is geen dag die bestaat. Laat het leeg als u de dag niet weet.");
  else if (input.receivedOn > today())
    say(
      "ontvangen",
      `${dayInWords(input.receivedOn)} moet nog komen. Vul een dag in tot en met vandaag, of laat het leeg.`,
    );
  else if (input.receivedOn && input.receivedOn < input.date)
    say("ontvangen", "De Kamer kan de brief niet hebben gekregen voor hij geschreven was.");
  if (input.paper && !parsePaper(input.paper))
    say(
      "stuk",
      `“${input.paper}” is geen nummer van een Kamerstuk dat we kennen. Schrijf het als 32 500 VI, nr. 75, of laat het leeg.`,
    );
  const { dossiers } = await referenceLists();
  const dossier = dossiers.find(({ id }) => id === input.dossier);
  if (!dossier || !may(actor, "review", { ministryId: dossier.ministryId }))
    say("dossier", "Kies een dossier van uw ministerie.");
  const nothingAsked = { problems, asks: [], asked: "" };
  if (problems.length > 0) return nothingAsked;
  const debate = await debateAfter(input.dossier, input.date);
  const same = await letterOfDate(input.dossier, input.date);
  // The very letter, taken up in the meantime: `receiveLetter` leads to it.
  if (same?.originalSha256 === originalSha256) return nothingAsked;
  const asks = [
    ...(debate
      ? [
          `De brief is van ${dayInWords(input.date)}. Dat is vóór het laatste debat in dit dossier, van ${dayInWords(debate.date)}. Klopt de datum?`,
        ]
      : []),
    ...(same
      ? [`In dit dossier staat al een brief van ${dayInWords(same.date)}: ${same.title}. Is dit een andere brief?`]
      : []),
  ];
  const asked = [input.date, input.dossier, ...asks].join(" | ");
  return asked === input.confirmed ? nothingAsked : { problems, asks, asked };
}

/** What is registered of a letter that has been checked. */
export const letterFacts = (input: LetterInput, found: ImportRow, actor: Actor): LetterFacts => ({
  title: input.title,
  date: input.date,
  receivedOn: input.receivedOn || null,
  letterKind: input.kind === "progress" ? "progress" : "other",
  chamber: input.chamber === "EK" ? "EK" : "TK",
  sender: input.sender || null,
  ministryId: actor.ministryId,
  dossierId: input.dossier,
  paper: input.paper || null,
  originalSha256: found.originalSha256,
  passages: letterOf(found).passages,
});
