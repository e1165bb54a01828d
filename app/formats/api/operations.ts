/** Every question that the API answers; the document, the door and the page that explains it all go by this list. */
import { z } from "zod";
import { paths } from "#app/paths.ts";
import { listChainHeads, listCorrections } from "./accountability.ts";
import { countCommitments, listCommitments, readCommitment } from "./commitments.ts";
import { address, component, field, text } from "./components.ts";
import { listDebates, readDebate } from "./debates.ts";
import { listDossiers, readDossier } from "./dossiers.ts";
import { listItems, readItem } from "./items.ts";
import { listLetters, readLetter } from "./letters.ts";
import { listCommittees, listGroups, listMembers, listMinistries, listOffices, listTopics } from "./names.ts";
import { type Operation, operation } from "./operation.ts";

/** The version of the API: what it answers changes only with it. The first number stands in the address. */
export const API_VERSION = "1.0.0";

export const readRoot = operation({
  id: "readRoot",
  tag: "Wegwijzer",
  path: "/",
  summary: "Zien wat er is",
  description: "De adressen van alle lijsten, van de uitleg en van de beschrijving in OpenAPI.",
  query: {},
  answer: component("Root", "Wat er in de API te vinden is.", {
    title: text("Hoe deze API heet."),
    version: field(z.string().regex(/^\d+\.\d+\.\d+$/), "De versie van de API."),
    documentation: address("De uitleg, voor mensen."),
    description: address("De beschrijving in OpenAPI, voor programma's."),
    resources: field(z.record(z.string(), z.url()), "De lijsten, bij naam."),
  }),
  async respond({ clocks: { origin } }) {
    const lists = OPERATIONS.filter(({ path }) => /^\/[a-z-]+$/.test(path)).map(({ path }) => path.slice(1));
    return {
      answer: {
        title: "Toezeggingenregister",
        version: API_VERSION,
        documentation: origin + paths.api,
        description: origin + paths.apiDescription,
        resources: Object.fromEntries(lists.map((name) => [name, origin + paths.apiList(name)])),
      },
    };
  },
});

export const OPERATIONS: Operation[] = [
  listCommitments,
  countCommitments,
  readCommitment,
  listItems,
  readItem,
  listLetters,
  readLetter,
  listDebates,
  readDebate,
  listDossiers,
  readDossier,
  listTopics,
  listMinistries,
  listOffices,
  listCommittees,
  listMembers,
  listGroups,
  listCorrections,
  listChainHeads,
  readRoot,
];

/** The address of an operation as `app/routes.ts` writes it: `/api/v1/letters/:id`. */
export const patternOf = ({ path }: Operation): string =>
  path === "/" ? paths.apiRoot : `${paths.apiRoot}${path.replace(/\{(\w+)\}/, ":$1")}`;

const BY_PATTERN = new Map(OPERATIONS.map((one) => [patternOf(one), one]));

/** The question that is asked at an address of this pattern; null where none is. */
export const operationAt = (pattern: string): Operation | null => BY_PATTERN.get(pattern) ?? null;
