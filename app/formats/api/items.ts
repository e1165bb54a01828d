/** What the register follows beside commitments, in the API: counted apart, without a status, never late. */
import { z } from "zod";
import { dayInWords } from "#app/domain/calendar.ts";
import type { ItemKind } from "#app/domain/events.ts";
import { itemEventSentence, KIND_IN_URL, kindFromUrl, kindInWords } from "#app/domain/item-words.ts";
import { paths } from "#app/paths.ts";
import { type PublicItem, publicAmendments, publicItem, publicItems, queryElsewhere, topicBySlug } from "#db/public.ts";
import type { Url } from "./addresses.ts";
import { Amendment, amendment } from "./amendment.ts";
import { component, day, dayOrNone, field, text, textOrNone } from "./components.ts";
import { dossierIdOf } from "./dossiers.ts";
import { OtherSource, otherSource } from "./history.ts";
import { answerList, listOf, partOf } from "./listing.ts";
import { operation } from "./operation.ts";
import { asPagesWriteIt, CLOCKS, choiceParameter, idParameter, PAGING, type Parameters } from "./query.ts";
import {
  DebateRef,
  DossierRef,
  debateRef,
  dossierRef,
  LetterRef,
  letterRef,
  OwnLinks,
  ownLinks,
  Passage,
  passageIn,
  TopicRef,
  topicRef,
} from "./refs.ts";
import { Related, related } from "./related.ts";
import { Deadline, deadline } from "./standing.ts";

const KINDS = Object.keys(KIND_IN_URL) as [ItemKind, ...ItemKind[]];

const Figure = component("Figure", "Een getal van een dag.", {
  series: text("De reeks waar het bij hoort."),
  unit: text("De eenheid."),
  value: field(z.number(), "Het getal."),
  on: day("De dag waarvan het is, niet de dag waarop het is gemeld."),
});

const Measure = component("Measure", "Wat een beleidsstuk wil gaan doen.", {
  category: text("De soort maatregel."),
  partners: field(z.array(z.string()), "Met wie."),
  term: textOrNone("De termijn zoals die er staat. Null: het stuk noemt er geen."),
  fromMonth: field(z.number().nullable(), "Dezelfde termijn in maanden vanaf het begin: vanaf."),
  untilMonth: field(z.number().nullable(), "En tot en met."),
  startsWith: textOrNone("Vanaf waar de termijn telt, in woorden."),
  startOn: dayOrNone("Vanaf welke dag de termijn telt, als die bekend is."),
  inDoubt: field(z.boolean().nullable(), "Of het stuk er zelf een vraagteken bij zet. Null: dat is niet bekend."),
});

const shape = {
  number: text("Het nummer in dit register, met een letter voor de soort."),
  kind: field(z.enum(KINDS), "De soort: verwachting, besluit, vraag, aanbeveling, maatregel, andere bron of cijfer."),
  kindLabel: text("De soort in het Nederlands."),
  title: text("De titel."),
  text: text("Wat er is gezegd, in de woorden van het register."),
  effectiveOn: day("De dag waarop het is gezegd, of waarvan de bron is."),
  by: textOrNone("Wie het zei. Null: dat is niet bekend."),
  dossier: DossierRef,
  topic: field(TopicRef.nullable(), "Het onderwerp binnen het dossier."),
  letter: field(LetterRef.nullable(), "De brief waar het in staat."),
  debate: field(DebateRef.nullable(), "Het debat waarin het is gezegd."),
  passage: field(Passage.nullable(), "De plaats in de brief."),
  deadline: field(Deadline.nullable(), "Wanneer het werd verwacht. Hiermee is niets te laat."),
  figure: field(Figure.nullable(), "Van een cijfer."),
  measure: field(Measure.nullable(), "Van een maatregel."),
  otherSource: field(OtherSource.nullable(), "Van een bron buiten de brieven."),
  source: textOrNone("Hoe het register dit weet, als de bron dat niet zegt."),
  links: OwnLinks,
};

const ItemInList = component("ItemInList", "Iets dat het register volgt en geen toezegging is.", shape);

const itemInList = (item: PublicItem, url: Url): z.infer<typeof ItemInList> => {
  const number = item.number ?? item.id;
  const { measure, figure, evidence, origin } = item;
  return {
    number,
    kind: item.itemKind,
    kindLabel: kindInWords(item.itemKind, origin?.kind === "letter"),
    title: item.title,
    text: item.text,
    effectiveOn: item.effectiveOn,
    by: item.by,
    dossier: dossierRef(item.dossier, url),
    topic: item.topic && topicRef(item.topic, url),
    letter: item.letter && letterRef(item.letter, url),
    debate: item.debate && debateRef(item.debate, url),
    passage: origin?.passage ? passageIn(origin.passage, url) : null,
    deadline: item.deadline && deadline(item.deadline),
    figure: figure && { series: figure.series, unit: figure.unit, value: figure.value, on: figure.on },
    measure: measure && {
      category: measure.category,
      partners: measure.partners,
      term: measure.term,
      fromMonth: measure.fromMonth,
      untilMonth: measure.untilMonth,
      startsWith: measure.start?.words ?? null,
      startOn: item.startOn,
      inDoubt: measure.inDoubt,
    },
    otherSource: evidence && otherSource(evidence),
    source: item.source,
    links: ownLinks(url, "items", number, paths.item(number)),
  };
};

const FILTER = {
  soort: choiceParameter(Object.values(KIND_IN_URL) as [string, ...string[]], "Alleen van deze soort."),
  dossier: idParameter("Alleen in dit dossier.", "de slug van een dossier"),
  onderwerp: idParameter("Alleen over dit onderwerp.", "de slug van een onderwerp"),
} satisfies Parameters;

export const listItems = operation({
  id: "listItems",
  tag: "Toezeggingen",
  path: "/items",
  summary: "Opvragen wat verder wordt gevolgd",
  description:
    "Verwachtingen, besluiten, vragen, aanbevelingen, maatregelen, cijfers en andere bronnen. Het zijn geen toezeggingen: ze hebben geen status en zijn nooit te laat.",
  query: { ...FILTER, ...CLOCKS, ...PAGING },
  answer: listOf("ItemList", "Een lijst van wat het register naast toezeggingen volgt.", ItemInList),
  async respond(asked) {
    const { moment, query, url } = asked;
    const written = asPagesWriteIt(query, FILTER);
    const elsewhere = await queryElsewhere(written, moment);
    if (elsewhere) return { elsewhere };
    const slug = query.get("dossier");
    const topic = query.get("onderwerp");
    const where = {
      kind: kindFromUrl(query.get("soort")),
      dossierId: slug ? await dossierIdOf(slug, moment) : null,
      topicId: topic ? ((await topicBySlug(topic, moment))?.topic.id ?? "-") : null,
    };
    const part = partOf(await publicItems(where, moment), ({ id }) => id, query);
    const page = new URLSearchParams(written);
    for (const clock of Object.keys(CLOCKS)) page.delete(clock);
    return answerList(part, (item) => itemInList(item, url), asked, paths.apiList("items"), {
      path: paths.items,
      query: page,
    });
  },
});

const Item = component("Item", "Iets dat het register volgt, met alles wat ervan bekend is.", {
  ...shape,
  related: field(z.array(Related), "Waar het mee samenhangt."),
  history: field(
    z.array(
      component("ItemEvent", "Iets dat ermee gebeurde.", {
        id: text("De gebeurtenis in de keten van het register."),
        effectiveOn: day("De dag waarop het gold."),
        sentence: text("Wat er gebeurde, in een zin."),
        letter: field(LetterRef.nullable(), "De brief waar het in staat."),
      }),
    ),
    "Wat er gebeurde, op volgorde van de dag waarop het gold.",
  ),
  series: field(z.array(ItemInList), "Van een cijfer: alle punten van dezelfde reeks."),
  corrections: field(z.array(Amendment), "Wat hieraan is gecorrigeerd of ingetrokken."),
});

export const readItem = operation({
  id: "readItem",
  tag: "Toezeggingen",
  path: "/items/{number}",
  summary: "Eén ding lezen dat verder wordt gevolgd",
  description: "Een verwachting, besluit, vraag, aanbeveling, maatregel, cijfer of andere bron.",
  key: { name: "number", means: "Het nummer, met de letter van de soort.", example: "V2011-0001" },
  query: CLOCKS,
  answer: Item,
  async respond({ moment, url, key }) {
    const found = await publicItem(key, moment);
    if (!found) return { absent: "item" };
    const { item, isThere, links, events, series } = found;
    if (!isThere)
      return {
        notYet: `Dit was er op ${dayInWords(moment.asOf)} nog niet. Het is van ${dayInWords(item.effectiveOn)}.`,
      };
    return {
      answer: {
        ...itemInList(item, url),
        related: links.map((link) => related(link, url)),
        history: events.map((event) => ({
          id: event.id,
          effectiveOn: event.effectiveOn,
          sentence: itemEventSentence(event, { other: event.other?.number ?? null }),
          letter: event.letter && letterRef(event.letter, url),
        })),
        series: series.map((point) => itemInList(point, url)),
        corrections: (await publicAmendments("item", item.id, moment)).map(amendment),
      },
    };
  },
});
