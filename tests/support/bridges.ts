/**
 * Two ministries that do not exist, and what became of what they promised about bridges: met, put off, lapsed, handed
 * over, late, planned without a word to the Kamer, a draft. All of it invented; roles instead of names.
 */
import { vi } from "vitest";
import type { IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { NewEvent, Origin } from "#app/domain/events.ts";
import type { Db } from "#db/client.ts";

export const BRIDGES = { ministry: "bruggen", other: "kades", dossier: "bruggen-beheer", committee: "waterstaat" };
/** Words that only the ministry itself and who writes a draft may read. */
export const PLANNED = "planningsgeheim";
export const DRAFTED = "conceptgeheim";

const DEBATE_ON = "2024-02-01";
const LETTER_ON = "2024-05-20";

/** The lists that the events choose from. */
export async function listBridges(tx: Db): Promise<void> {
  const schema = await import("#db/schema.ts");
  await tx.insert(schema.ministries).values([
    { id: BRIDGES.ministry, name: "Ministerie van Bruggen (verzonnen)", tooi: null },
    { id: BRIDGES.other, name: "Ministerie van Kades (verzonnen)", tooi: null },
  ]);
  await tx
    .insert(schema.offices)
    .values({ id: "minister-bruggen", name: "Minister van Bruggen", ministryId: BRIDGES.ministry });
  await tx.insert(schema.committees).values([
    { id: BRIDGES.committee, name: "Commissie voor Bruggen (verzonnen)", chamber: "TK" },
    { id: "senaat", name: "Commissie van de Eerste Kamer (verzonnen)", chamber: "EK" },
  ]);
  await tx.insert(schema.dossiers).values({
    id: BRIDGES.dossier,
    slug: BRIDGES.dossier,
    name: "Beheer van bruggen (verzonnen)",
    description: "Een verzonnen dossier.",
    ministryId: BRIDGES.ministry,
    committeeId: BRIDGES.committee,
    showsHelp: false,
    isInvented: true,
  });
}

/** Adds it to the register at a place where there is one. */
export async function inventBridges(databasePath: string): Promise<void> {
  process.env.DATABASE_PATH = databasePath;
  vi.resetModules();
  const { write, close } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  await write(async (tx) => {
    await listBridges(tx);
    await record(tx, "test", bridgeEvents());
  });
  close();
}

export const dated = (words: string, latest: IsoDay): Deadline => ({
  ...NO_DEADLINE,
  words,
  latest,
  derived: "Verzonnen.",
});

interface Promised {
  id: string;
  title: string;
  on?: IsoDay;
  deadline?: Deadline;
  chamber?: "TK" | "EK";
  origin?: Origin;
  /** Null for a draft. */
  number: string | null;
}

function promised({ id, title, on = DEBATE_ON, deadline, chamber = "TK", origin, number }: Promised): NewEvent[] {
  const subject = { subject: "commitment", subjectId: id, effectiveOn: on } as const;
  return [
    {
      ...subject,
      id: `${id}-registered`,
      kind: "registered",
      payload: {
        title,
        text: `${title}.`,
        quote: null,
        chamber,
        origin: origin ?? { kind: "debate", id: "debat-bruggen", passage: null },
        officeId: "minister-bruggen",
        officeHolderId: null,
        ministryId: BRIDGES.ministry,
        committeeId: chamber === "TK" ? BRIDGES.committee : "senaat",
        dossierId: BRIDGES.dossier,
        topicId: null,
        to: { memberIds: [], groupIds: [] },
        source: "Verzonnen.",
        recurring: null,
      },
    },
    {
      ...subject,
      id: `${id}-deadline`,
      kind: "deadline_set",
      payload: { deadline: deadline ?? NO_DEADLINE, reason: null, passage: null, awaitedId: null },
    },
    ...(number === null ? [] : [{ ...subject, kind: "published" as const, payload: { number } }]),
  ];
}

const passage = { letterId: "brief-bruggen", anchor: null, place: "Inleiding" };
const of = (subjectId: string, effectiveOn: IsoDay) => ({ subject: "commitment", subjectId, effectiveOn }) as const;
const unchanged = { kind: "unchanged" } as const;

const debate: NewEvent[] = [
  {
    subject: "debate",
    subjectId: "debat-bruggen",
    kind: "registered",
    effectiveOn: DEBATE_ON,
    payload: {
      debateKind: "commissiedebat",
      title: "Commissiedebat over beheer van bruggen (verzonnen)",
      chamber: "TK",
      committeeId: BRIDGES.committee,
      dossierId: BRIDGES.dossier,
      paper: "99 410 XII, nr. 9",
      ministryId: BRIDGES.ministry,
      officeHolderIds: [],
    },
  },
  { subject: "debate", subjectId: "debat-bruggen", kind: "published", effectiveOn: DEBATE_ON, payload: {} },
];

const letter: NewEvent = {
  subject: "letter",
  subjectId: "brief-bruggen",
  kind: "registered",
  effectiveOn: LETTER_ON,
  payload: {
    title: "Brief over beheer van bruggen (verzonnen)",
    date: "2024-05-18",
    receivedOn: LETTER_ON,
    letterKind: "other",
    chamber: "TK",
    sender: null,
    ministryId: BRIDGES.ministry,
    dossierId: BRIDGES.dossier,
    paper: "99 410 XII, nr. 40",
    originalSha256: null,
    passages: [],
  },
};

/** On 1 March 2024 all of it is as it was promised; what came of it came between then and 1 July. */
const promisedFirst = (): NewEvent[] => [
  ...debate,
  ...promised({
    id: "brug-a",
    title: "De bruggen tellen",
    deadline: dated("voor de zomer", "2024-06-01"),
    number: "2024-9001",
  }),
  ...promised({
    id: "brug-b",
    title: "De bruggen schilderen",
    deadline: dated("voor de zomer", "2024-06-01"),
    number: "2024-9002",
  }),
  ...promised({ id: "brug-c", title: "Een brug openen", number: "2024-9003" }),
  ...promised({
    id: "brug-d",
    title: "De kade nalopen",
    deadline: dated("dit jaar", "2024-12-31"),
    number: "2024-9004",
  }),
  ...promised({
    id: "brug-e",
    title: "De leuningen meten",
    deadline: dated("in mei", "2024-05-31"),
    number: "2024-9005",
  }),
  ...promised({ id: "brug-g", title: `Een brug die niemand kent, ${DRAFTED}`, number: null }),
  ...promised({
    id: "brug-h",
    title: "De senaat schrijven",
    chamber: "EK",
    deadline: dated("dit jaar", "2024-12-31"),
    number: "2024-9006",
  }),
  ...promised({
    id: "brug-i",
    title: "Over bruggen nadenken",
    deadline: { ...NO_DEADLINE, words: "te zijner tijd", event: "unspecified" },
    number: "2024-9007",
  }),
  ...promised({ id: "brug-j", title: "De lampen tellen", number: "2024-9009" }),
];

const cameOfIt = (): NewEvent[] => [
  letter,
  { ...of("brug-a", LETTER_ON), kind: "reported", payload: { passage, claim: "met", rest: unchanged, note: null } },
  {
    ...of("brug-b", LETTER_ON),
    kind: "deadline_set",
    payload: { deadline: dated("in het najaar", "2024-12-21"), reason: "Meer tijd.", passage, awaitedId: null },
  },
  { ...of("brug-c", "2024-05-02"), kind: "lapsed", payload: { reason: "De brug is er al.", decider: "de commissie" } },
  { ...of("brug-d", "2024-05-08"), kind: "handed_over", payload: { ministryId: BRIDGES.other } },
  { ...of("brug-d", "2024-05-10"), kind: "accepted", payload: { ministryId: BRIDGES.other } },
  {
    ...of("brug-e", "2024-05-12"),
    kind: "deadline_set",
    payload: { deadline: dated(PLANNED, "2024-11-11"), reason: PLANNED, passage: null, awaitedId: null },
  },
  ...promised({
    id: "brug-f",
    title: "Een kaart van alle bruggen sturen",
    on: LETTER_ON,
    origin: { kind: "letter", id: "brief-bruggen", passage },
    number: "2024-9008",
  }),
  { ...of("brug-h", LETTER_ON), kind: "reported", payload: { passage, claim: "met", rest: unchanged, note: null } },
  {
    ...of("brug-h", "2024-06-10"),
    kind: "judged",
    payload: { verdict: "met", rest: unchanged, committeeId: "senaat", note: null },
  },
];

/** Taken back as a whole: by what is known since, it was never there. */
const tookBack: NewEvent[] = [
  {
    ...of("brug-j", DEBATE_ON),
    kind: "withdrawn",
    payload: { eventId: "brug-j-registered", reason: "Dubbel met 2024-9001." },
  },
];

const bridgeEvents = (): NewEvent[] => [...promisedFirst(), ...cameOfIt(), ...tookBack];
export const bridgesInTurn = () => ({ first: promisedFirst(), later: [...cameOfIt(), ...tookBack] });
