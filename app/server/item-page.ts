/** What the two pages for an item share: a new one, and one that is there. */
import { data, redirect } from "@remix-run/node";
import { instantInWords } from "#app/domain/calendar.ts";
import type { ItemKind } from "#app/domain/events.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#db/events.ts";
import {
  itemById,
  keepItem,
  originsIn,
  ownershipOfDossier,
  standingRegistration,
  statedBy,
  throwAwayItem,
  usedWords,
} from "#db/items.ts";
import { referenceLists } from "#db/reference.ts";
import { today } from "./clock.ts";
import type { ItemAnswer, ItemInput } from "./item-fields.ts";
import { itemAsTyped, itemFrom, itemInput } from "./item-input.ts";
import { allow } from "./visit.ts";

/** The form with what it chooses from. */
export async function itemFormData(answer: Pick<ItemAnswer, "input"> & Partial<ItemAnswer>) {
  const { dossierId } = answer.input;
  const { topics } = await referenceLists();
  return {
    problems: [],
    overtaken: null,
    ...answer,
    origins: await originsIn(dossierId),
    suggestions: {
      ...(await usedWords(dossierId)),
      topics: topics.filter((topic) => topic.dossierId === dossierId).map(({ name }) => name),
    },
  };
}

/**
 * One write: the same for a new item and for a draft.
 * @param at the item of the page itself; null on the page for a new one, where the form names it
 */
export async function handleItemForm(
  form: FormData,
  actor: Actor,
  kind: ItemKind,
  dossierId: string,
  at: string | null,
) {
  const sent = itemInput(form, kind, dossierId);
  const input = { ...sent, id: at ?? sent.id };
  const known = await itemById(input.id);
  // The id of something else, typed into the form.
  if (known) allow(actor, "register", await ownershipOfDossier(known.dossierId));
  if (form.get("doe") === "weg" && at) {
    if (await throwAwayItem(actor.accountId, at, input.seen)) return redirect(`${paths.desk}?gedaan=weggehaald`);
    return second();
  }
  const { told, problems } = await itemFrom(input);
  if (!told) return data(await itemFormData({ input, problems }), { status: 422 });
  const publishOn = form.get("doe") === "publiceer" ? today() : null;
  if (!(await keepItem(actor.accountId, input.id, told, { seen: input.seen, publishOn }))) return second();
  return redirect(`${paths.editItem(input.id)}?gedaan=${publishOn ? "item-gepubliceerd" : "bewaard"}`);

  /** Others were first: nothing is kept, and the form comes back as typed with what they made of it. */
  async function second() {
    const now = await itemById(input.id);
    const stated = await standingRegistration(input.id);
    const by = await statedBy(input.id);
    const who = by ? `op ${instantInWords(by.at)} door ${by.name}` : "door iemand anders";
    const told = !now
      ? `Dit concept is ${who} weggehaald. Bewaart u opnieuw, dan wordt het een nieuw concept.`
      : now.publishedOn
        ? `Dit is ${who} gepubliceerd.`
        : `Dit concept is ${who} veranderd, nadat u het opende. Bewaart u opnieuw, dan geldt wat u typte.`;
    const again = now ? { ...input, seen: stated?.id ?? "" } : { ...input, id: newId(), seen: "" };
    const other = now && itemAsTyped(now, "", await referenceLists());
    return data(
      await itemFormData({ input: again, overtaken: { told, now: other ? differences(input, other) : [] } }),
      { status: 409 },
    );
  }
}

const LABELS: Partial<Record<keyof ItemInput, string>> = {
  title: "waar het om gaat",
  text: "uitleg",
  topic: "onderwerp",
  place: "plaats",
  on: "dag",
  by: "door",
  source: "hoe we dit weten",
  words: "termijn",
  category: "soort maatregel",
  partners: "met wie",
  start: "gebeurtenis",
  startDay: "telt vanaf",
  series: "reeks",
  unit: "eenheid",
  value: "getal",
  valueOn: "dag van het getal",
  document: "document",
  url: "adres",
  date: "datum",
};

/** What now stands there, for each field that is another than what was typed. */
const differences = (typed: ItemInput, now: ItemInput): string[] =>
  (Object.entries(LABELS) as [keyof ItemInput, string][]).flatMap(([name, label]) =>
    typed[name] === now[name] || (name === "on" && typed.on === "")
      ? []
      : [`Er staat nu bij ${label}: ${now[name] ? `“${now[name]}”` : "niets"}`],
  );
