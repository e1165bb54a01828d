/** What a person reads of a file: why it gives no letter and what to do now, or that it is not what its name says. */
import type { LetterForm, Refusal } from "./extracted.ts";
import { endingOf, promisedForm } from "./file-form.ts";

export const MEDIA_TYPES: Record<LetterForm, string> = {
  text: "text/plain",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  html: "text/html",
  xml: "application/xml",
};

const FORM_WORDS: Record<LetterForm, string> = {
  text: "een gewoon tekstbestand",
  pdf: "een PDF-bestand",
  docx: "een Word-bestand (.docx)",
  odt: "een OpenDocument-tekst (.odt)",
  html: "een webpagina (HTML)",
  xml: "een XML-bestand",
};

const WORDS: Record<Exclude<Refusal, "wrong_type">, string> = {
  no_text:
    "In dit bestand staat geen tekst, alleen beeld. Waarschijnlijk is het een scan. Open de brief, kopieer de tekst en plak die als tekst.",
  password:
    "Dit bestand is beveiligd met een wachtwoord. Sla de brief op zonder wachtwoord en lees die opnieuw in, of plak de tekst.",
  damaged: "Dit bestand is beschadigd en niet te lezen. Haal of bewaar de brief opnieuw, of plak de tekst.",
  empty: "Dit bestand is leeg: er staat geen tekst in. Kies het goede bestand, of plak de tekst.",
  too_large:
    "Dit bestand wordt bij het openen te groot om te lezen. Bewaar de brief opnieuw zonder afbeeldingen, of plak de tekst.",
  too_many_pages:
    "Dit bestand heeft te veel bladzijden voor een brief. Bewaar alleen de brief zelf, zonder bijlagen, of plak de tekst.",
  takes_too_long:
    "Het lezen van dit bestand duurde te lang en is gestopt. Bewaar de brief opnieuw, bijvoorbeeld als PDF, of plak de tekst.",
};

/** A sentence that says what to do. `sort` is what the file is, where we know it and do not read it. */
export function refusalInWords(refusal: Refusal, name: string, sort: string | null = null): string {
  if (refusal !== "wrong_type") return WORDS[refusal];
  const promised = promisedForm(name);
  const what = sort
    ? `Dit is ${sort}. Dat lezen wij niet.`
    : promised && promised !== "text"
      ? `De naam eindigt op .${endingOf(name)}, maar dit is geen ${FORM_WORDS[promised].replace(/^een /, "")}, of het is beschadigd.`
      : "Dit bestand is geen tekst.";
  return `${what} Bewaar de brief als PDF, Word (.docx), ODT, HTML, XML of tekst (.txt) en lees die opnieuw in, of plak de tekst.`;
}

/** What a clerk should know of a file that was read as something else than its name says; null where all is well. */
export function misnamed(name: string, mediaType: string): string | null {
  const form = (Object.keys(MEDIA_TYPES) as LetterForm[]).find((one) => MEDIA_TYPES[one] === mediaType);
  const ending = endingOf(name);
  const promised = promisedForm(name);
  if (!form || !ending || promised === form || (form === "text" && !promised)) return null;
  return `De naam van dit bestand eindigt op .${ending}, maar het is ${FORM_WORDS[form]}. Zo is het ook gelezen.`;
}
