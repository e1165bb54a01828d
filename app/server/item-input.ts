/** What the form for an item sends: read, checked, and turned into what `keepItem` keeps. */
import { dayInWords, type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import type { EvidenceSource, Figure, ItemKind, Measure, Origin, PassageRef } from "#app/domain/events.ts";
import { readTerm } from "#app/domain/item-term.ts";
import { evidenceDay, figureInWords, valueFromWords, valueInWords } from "#app/domain/item-words.ts";
import { splitNames } from "#app/domain/names.ts";
import { deadlineFromWords } from "#app/domain/reading/deadline.ts";
import { write } from "#db/client.ts";
import { newId } from "#db/events.ts";
import { type ItemFacts, type ItemRow, originsIn } from "#db/items.ts";
import { letterById } from "#db/letters.ts";
import { addTopic, type ReferenceLists, recessList } from "#db/reference.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import {
  type FigureInput,
  hasDeadline,
  hasDocument,
  ITEM_FIELDS,
  type ItemInput,
  type MeasureInput,
} from "./item-fields.ts";

/** Says what is wrong with a field. */
type Say = (field: string, message: string) => void;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What was sent, as typed; an id that is none is given anew. */
export function itemInput(form: FormData, kind: ItemKind, dossierId: string): ItemInput {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const fields = Object.fromEntries(ITEM_FIELDS.map((field) => [field, text(field)]));
  const id = text("id");
  return {
    ...(fields as Record<(typeof ITEM_FIELDS)[number], string>),
    id: UUID.test(id) ? id : newId(),
    seen: text("seen"),
    kind,
    dossierId,
  };
}

export function blankItem(kind: ItemKind, dossierId: string): ItemInput {
  const fields = Object.fromEntries(ITEM_FIELDS.map((field) => [field, ""])) as Record<
    (typeof ITEM_FIELDS)[number],
    string
  >;
  return { ...fields, id: newId(), seen: "", kind, dossierId };
}

/** A draft as the form that made it. */
export function itemAsTyped(row: ItemRow, seen: string, lists: ReferenceLists): ItemInput {
  const { origin, measure, figure, evidence } = row;
  const passage = origin?.passage ?? null;
  return {
    ...blankItem(row.itemKind, row.dossierId),
    id: row.id,
    seen,
    title: row.title,
    text: row.text === row.title ? "" : row.text,
    topic: lists.topics.find(({ id }) => id === row.topicId)?.name ?? "",
    origin: origin ? `${origin.kind}:${origin.id}` : "",
    place: passage?.place ?? passage?.anchor?.slice(1) ?? "",
    on: evidence ? "" : row.effectiveOn,
    by: row.by ?? "",
    source: row.source ?? "",
    words: measure?.term ?? row.deadline?.words ?? "",
    category: measure?.category ?? "",
    partners: measure?.partners.join("; ") ?? "",
    start: measure?.start?.awaitedId ? measure.start.words : "",
    startDay: measure?.start?.day ?? "",
    doubt: measure?.inDoubt == null ? "" : measure.inDoubt ? "ja" : "nee",
    series: figure?.series ?? "",
    unit: figure?.unit ?? "",
    value: figure ? valueInWords(figure.value) : "",
    valueOn: figure?.on ?? "",
    ...(evidence && !origin && documentAsTyped(evidence)),
  };
}

const documentAsTyped = ({ source, url, date, dateWords, consultedOn }: EvidenceSource) => ({
  document: source,
  url: url ?? "",
  date: date ?? "",
  dateWords: dateWords ?? "",
  consultedOn: consultedOn ?? "",
});

const isPastDay = (typed: string): boolean => isIsoDay(typed) && typed <= today();

/** A day that has come; says what is wrong otherwise. Null where nothing was typed. */
function pastDay(typed: string, field: string, say: Say): IsoDay | null {
  if (!typed) return null;
  if (!isIsoDay(typed)) say(field, "Dit is geen dag die bestaat. Schrijf bijvoorbeeld 4-3-2011.");
  else if (typed > today()) say(field, `${dayInWords(typed)} moet nog komen. Vul een dag in tot en met vandaag.`);
  return isPastDay(typed) ? typed : null;
}

/** The fields of a measure. What was left empty is not known. */
export function measureFrom(
  { category, partners, words, start, startDay, doubt }: MeasureInput,
  say: Say,
): Measure | null {
  if (!category) say("category", "Vul in bij welke soort maatregel dit hoort, zoals het document die noemt.");
  if (startDay && !isIsoDay(startDay))
    say("startDay", "Dit is geen dag die bestaat. Laat het leeg als de dag niet bekend is.");
  if (start && startDay)
    say("start", "Vul een gebeurtenis in of een dag, niet allebei. Wanneer de gebeurtenis was, vult u later in.");
  const { fromMonth, untilMonth, awaits } = readTerm(words);
  const event = start || awaits;
  if ((start || startDay) && !words) say("words", "Vul de termijn in die vanaf dan telt.");
  if (!category || (startDay && !isIsoDay(startDay))) return null;
  return {
    category,
    partners: splitNames(partners),
    term: words || null,
    fromMonth,
    untilMonth,
    start: startDay
      ? { words: dayInWords(startDay), day: startDay, awaitedId: null }
      : event
        ? { words: event, day: null, awaitedId: newId() }
        : null,
    inDoubt: doubt === "ja" ? true : doubt === "nee" ? false : null,
  };
}

/** The fields of a figure; all of them are needed, or it says nothing. */
export function figureFrom({ series, unit, value, valueOn }: FigureInput, say: Say): Figure | null {
  if (!series) say("series", "Vul in waar het cijfer over gaat, bijvoorbeeld: wachttijd aan het loket.");
  if (!unit) say("unit", "Vul in wat er geteld of gemeten is, bijvoorbeeld: zaken, euro of procent.");
  const number = valueFromWords(value);
  if (number === null)
    say(
      "value",
      value
        ? `“${value}” is geen getal dat het register begrijpt. Schrijf een punt voor duizendtallen en een komma voor cijfers achter de komma, bijvoorbeeld 1.234,5.`
        : "Vul het getal in.",
    );
  const on = pastDay(valueOn, "valueOn", say);
  if (!valueOn) say("valueOn", "Vul in van welke dag het getal is. Dat is vaak een andere dag dan die van de brief.");
  return series && unit && number !== null && on ? { series, unit, value: number, on } : null;
}

function evidenceFrom({ document, url, date, dateWords, consultedOn }: ItemInput, say: Say): EvidenceSource | null {
  if (!document) say("document", "Vul in welk document dit zegt, of kies hierboven de brief of het debat.");
  if (url && !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url))
    say("url", "Dit is geen adres op internet. Begin met https://, of laat het leeg.");
  return {
    source: document,
    url: url || null,
    date: pastDay(date, "date", say),
    dateWords: date ? null : dateWords || null,
    consultedOn: pastDay(consultedOn, "consultedOn", say),
  };
}

/** What `keepItem` keeps, and what is wrong with it: with a problem there is nothing to keep. */
export async function itemFrom(
  input: ItemInput,
): Promise<{ told: (ItemFacts & { on: IsoDay }) | null; problems: InputProblem[] }> {
  const problems: InputProblem[] = [];
  const say: Say = (field, message) => problems.push({ field, message });
  const { kind, dossierId, words } = input;
  const from = (await originsIn(dossierId)).find((one) => `${one.kind}:${one.id}` === input.origin) ?? null;
  if (input.origin && !from) say("origin", "Deze brief of dit debat is er niet meer. Kies een andere.");
  if (input.place && !from) say("place", "Kies eerst de brief of het debat waar deze plaats in staat.");

  const measure = kind === "measure" ? measureFrom(input, say) : null;
  const figure = kind === "figure" ? figureFrom(input, say) : null;
  const hasOther = ["document", "url", "date", "dateWords", "consultedOn"].some((name) => input[name as "document"]);
  const evidence = hasDocument(kind) && !from ? evidenceFrom(input, say) : null;
  if (hasDocument(kind) && from && hasOther)
    say("document", "Kies een brief of debat, of vul een ander document in: niet allebei.");
  if (kind === "figure" && !from && !input.source)
    say("origin", "Kies in welke brief of welk debat dit cijfer is gemeld, of schrijf hieronder waar het staat.");
  if (kind !== "figure" && !input.title) say("title", "Vul in waar het om gaat.");

  const said = pastDay(input.on, "on", say) ?? from?.day ?? null;
  const on = evidence ? evidenceDay(evidence, today()) : said;
  if (!on && !input.on) say("on", "Vul in op welke dag dit is gezegd of gemeld, of kies de brief of het debat.");
  if (problems.length > 0 || !on) return { told: null, problems };

  const origin: Origin | null = from && {
    kind: from.kind,
    id: from.id,
    passage: from.kind === "letter" ? await passageAt(from.id, input.place) : null,
  };
  const title = input.title || (figure ? `${figure.series}: ${figureInWords(figure)}` : "");
  const deadline =
    words && hasDeadline(kind) ? deadlineFromWords(words, on, from?.chamber ?? "TK", await recessList()) : null;
  const topicId = input.topic ? await write((tx) => addTopic(tx, dossierId, input.topic)) : null;
  const told = {
    on,
    itemKind: kind,
    title,
    text: input.text || title,
    dossierId,
    topicId,
    origin,
    by: input.by || null,
    deadline,
    // Of a debate the register holds no text: the place is told in words.
    source: [from?.kind === "debate" ? input.place : "", input.source].filter(Boolean).join(". ") || null,
    evidence:
      kind === "evidence" && from
        ? { source: from.title, url: null, date: from.day, dateWords: null, consultedOn: null }
        : evidence,
    measure,
    figure,
  };
  return { told, problems };
}

/** A place in a letter as typed: the number of a passage that is there, or words. Null where nothing was typed. */
export async function passageAt(letterId: string, typed: string): Promise<PassageRef | null> {
  if (!typed) return null;
  const anchor = `p${/^(?:passage )?p?(\d+)$/i.exec(typed)?.[1]}`;
  const letter = await letterById(letterId);
  const isThere = letter?.passages.some((passage) => passage.anchor === anchor);
  return isThere ? { letterId, anchor, place: null } : { letterId, anchor: null, place: typed };
}
