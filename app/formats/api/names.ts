/** Who and what published commitments name, in the API: the ids that the filter takes. */
import type { z } from "zod";
import { paths } from "#app/paths.ts";
import { publicNames } from "#db/public.ts";
import type { Url } from "./addresses.ts";
import { address, component, text, textOrNone } from "./components.ts";
import { answerList, listOf, partOf } from "./listing.ts";
import { type Asked, operation } from "./operation.ts";
import { CLOCKS, PAGING } from "./query.ts";
import { chamber } from "./refs.ts";

const NameLinks = component("NameLinks", "Waar te vinden is wat erbij hoort.", {
  commitments: address("De toezeggingen waar het om gaat, in de API."),
  page: address("Dezelfde toezeggingen, voor mensen."),
});

const shape = {
  id: text("Waaronder het register dit kent; de waarde voor het filter."),
  name: text("De naam, zoals die op de peildatum was."),
  links: NameLinks,
};

const named = ({ id, name }: { id: string; name: string }, parameter: string, url: Url) => {
  const query = new URLSearchParams({ [parameter]: id });
  return {
    id,
    name,
    links: { commitments: url(paths.apiList("commitments"), query), page: url(paths.register, query) },
  };
};

/** One list of names: all that published commitments use, by name. */
function namesOf<Row extends { id: string; name: string }, Item extends z.ZodType>(of: {
  id: string;
  path: string;
  parameter: string;
  what: string;
  item: Item;
  rows: (moment: Asked["moment"]) => Promise<readonly Row[]>;
  itemOf: (row: Row, url: Url) => z.infer<Item>;
}) {
  return operation({
    id: `list${of.id}s`,
    tag: "Lijsten",
    path: `/${of.path}`,
    summary: `${of.what} opvragen`,
    description: `${of.what} die bij openbare toezeggingen voorkomen, op naam. De id is de waarde voor de parameter ${of.parameter}.`,
    query: { ...CLOCKS, ...PAGING },
    answer: listOf(`${of.id}List`, `Een lijst: ${of.what.toLowerCase()}.`, of.item),
    async respond(asked) {
      const part = partOf(await of.rows(asked.moment), ({ id }) => id, asked.query);
      return answerList(part, (row) => of.itemOf(row, asked.url), asked, paths.apiList(of.path), null);
    },
  });
}

export const listMinistries = namesOf({
  id: "Ministry",
  path: "ministries",
  parameter: "ministerie",
  what: "Ministeries",
  item: component("Ministry", "Een ministerie.", {
    ...shape,
    abbreviation: textOrNone("De afkorting."),
    tooi: textOrNone("Het ministerie in TOOI, de lijst van overheidsorganisaties. Null: niet ingevuld."),
  }),
  rows: publicNames.ministries,
  itemOf: (row, url) => ({ ...named(row, "ministerie", url), abbreviation: row.abbreviation, tooi: row.tooi }),
});

export const listOffices = namesOf({
  id: "Office",
  path: "offices",
  parameter: "ambt",
  what: "Ambten",
  item: component("Office", "Een ambt van een bewindspersoon.", {
    ...shape,
    ministryId: text("Het ministerie van het ambt."),
  }),
  rows: publicNames.offices,
  itemOf: (row, url) => ({ ...named(row, "ambt", url), ministryId: row.ministryId }),
});

export const listCommittees = namesOf({
  id: "Committee",
  path: "committees",
  parameter: "commissie",
  what: "Commissies",
  item: component("Committee", "Een commissie van een Kamer.", { ...shape, chamber }),
  rows: publicNames.committees,
  itemOf: (row, url) => ({ ...named(row, "commissie", url), chamber: row.chamber }),
});

export const listMembers = namesOf({
  id: "Member",
  path: "members",
  parameter: "lid",
  what: "Kamerleden",
  item: component("Member", "Een Kamerlid aan wie iets is toegezegd.", shape),
  rows: publicNames.members,
  itemOf: (row, url) => named(row, "lid", url),
});

export const listGroups = namesOf({
  id: "Group",
  path: "groups",
  parameter: "fractie",
  what: "Fracties",
  item: component("Group", "Een fractie, zelf of door een lid.", shape),
  rows: publicNames.groups,
  itemOf: (row, url) => named(row, "fractie", url),
});

export const listTopics = namesOf({
  id: "Topic",
  path: "topics",
  parameter: "onderwerp",
  what: "Onderwerpen",
  item: component("Topic", "Een onderwerp binnen een dossier. De id is de naam in adressen.", {
    ...shape,
    description: text("Waar het over gaat."),
  }),
  rows: async (moment) =>
    (await publicNames.topics(moment)).map(({ slug, name, description }) => ({ id: slug, name, description })),
  itemOf: (row, url) => ({ ...named(row, "onderwerp", url), description: row.description }),
});
