/** A text that is no letter, pasted or in a file: the report of a debate, the decisions of a committee. */
import type { InputProblem } from "./debate-fields.ts";
import { readBeside } from "./extract-text/beside.ts";
import { decodeText } from "./extract-text/decode-text.ts";
import type { FileReading } from "./extract-text/read-file.ts";
import { refusalInWords } from "./extract-text/refusal-words.ts";
import { readUpload } from "./uploads.ts";

export interface Brought {
  /** As pasted or as the file holds it; empty where nothing was. */
  text: string;
  fileName: string | null;
  fields: Map<string, string>;
  problems: InputProblem[];
}

/** A long day of debate is a tenth of this. */
const LONGEST = 2_000_000;
const TOO_LONG =
  "Deze tekst is langer dan twee miljoen tekens. Plak alleen het verslag van dit ene debat of deze vergadering.";

/** The field `tekst` or the file `bestand`; `what` is what it should be: "het verslag". */
export async function broughtText(request: Request, what: string): Promise<Brought> {
  const { fields, file, tooLarge } = await readUpload(request, "tekst");
  const pasted = (fields.get("tekst") ?? "").replaceAll("\r\n", "\n");
  const brought = (text: string, problems: InputProblem[] = []): Brought => ({
    text,
    fileName: file?.name ?? null,
    fields,
    problems,
  });
  const refuse = (field: string, message: string) => brought(pasted, [{ field, message }]);
  if (tooLarge) return refuse(tooLarge === "file" ? "bestand" : "tekst", TOO_LONG);
  if (file && pasted.trim() !== "")
    return refuse("bestand", `U plakte een tekst en koos ook een bestand. Kies een van de twee voor ${what}.`);
  if (!file)
    return isReadable(pasted)
      ? brought(pasted)
      : refuse("tekst", `Hierin staat geen leesbare tekst. Kopieer ${what} nog eens.`);
  const reading = await readBeside({ name: file.name, bytes: file.bytes });
  if ("refusal" in reading) {
    const sentence = refusalInWords(reading.refusal, file.name, reading.sort);
    return refuse("bestand", sentence.replaceAll("de brief", what).replaceAll("een brief", "dit"));
  }
  const text = textOf(reading);
  return text.length > LONGEST ? refuse("bestand", TOO_LONG) : brought(text);
}

const isReadable = (text: string): boolean =>
  text === "" || (text.length <= LONGEST && decodeText(new TextEncoder().encode(text)) !== null);

/** A file with structure of its own comes as paragraphs, with what a letter would have as its head in front. */
const textOf = ({ text, letter }: Exclude<FileReading, { refusal: unknown }>): string =>
  text !== ""
    ? text.replaceAll("\f", "\n")
    : [
        ...letter.outside.letterhead,
        ...letter.passages.map((passage) => passage.text),
        ...letter.outside.signature,
      ].join("\n\n");
