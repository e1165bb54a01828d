/** A dossier that is too large for any debate: hundreds of promises with long titles, all of it invented and open. */
import { vi } from "vitest";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { NewEvent } from "#app/domain/events.ts";
import { dated } from "./bridges.ts";

export const LONG = { dossier: "lange-dijken", committee: "lange-commissie", office: "lange-minister" };
export const LAST_DEBATE = "2024-03-07";
/** How many there are of each. */
export const LONG_COUNTS = { open: 420, promised: 150, letters: 90, shifts: 120 };

/** Long words as wide as letters are, so that no guess of how much fits on a line comes true. */
const WIDE = "WWWWWWWWWWWWW ".repeat(12);
const title = (nth: number): string =>
  nth % 3 === 0
    ? `De Kamer informeren over dijkvak ${nth}`
    : nth % 3 === 1
      ? `De Kamer voor het zomerreces schriftelijk informeren over de voortgang van het onderhoud van dijkvak ${nth} en over wat er daarna nog komt (verzonnen)`
      : `${WIDE}${nth}`;

/** Adds it to the register at a place where there is one. */
export async function inventLongDebates(databasePath: string): Promise<void> {
  process.env.DATABASE_PATH = databasePath;
  vi.resetModules();
  const { write, close } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  const schema = await import("#db/schema.ts");
  const long = (name: string) => `${name} ${"met een heel lange naam ".repeat(6)}(verzonnen)`;
  await write(async (tx) => {
    await tx.insert(schema.ministries).values({ id: "dijken", name: "Ministerie van Dijken (verzonnen)", tooi: null });
    await tx
      .insert(schema.offices)
      .values({ id: LONG.office, name: long("Minister van Dijken"), ministryId: "dijken" });
    await tx.insert(schema.committees).values({ id: LONG.committee, name: long("Commissie"), chamber: "TK" });
    await tx.insert(schema.dossiers).values({
      id: LONG.dossier,
      slug: LONG.dossier,
      name: long("Dijken"),
      description: "Een verzonnen dossier.",
      ministryId: "dijken",
      committeeId: LONG.committee,
      // A page that ends with more is the hardest to fit.
      showsHelp: true,
      isInvented: true,
    });
    await record(tx, "test", longEvents());
  });
  close();
}

function longEvents(): NewEvent[] {
  const { open, promised, letters, shifts } = LONG_COUNTS;
  const made = Array.from({ length: open }, (_, nth) => nth);
  return [
    ...["2023-03-07", LAST_DEBATE].flatMap(debate),
    ...Array.from({ length: letters }, (_, nth) => letter(nth)),
    ...made.flatMap((nth) => commitment(nth, nth < promised ? LAST_DEBATE : "2023-03-07")),
    // Of the earlier debate, as those of the last were not there yet.
    ...made.slice(promised, promised + shifts).map(postponed),
  ];
}

const debate = (on: IsoDay): NewEvent[] => {
  const subject = { subject: "debate", subjectId: `dijken-${on}`, effectiveOn: on } as const;
  return [
    {
      ...subject,
      kind: "registered",
      payload: {
        debateKind: "commissiedebat",
        title: `Commissiedebat over ${WIDE}`,
        chamber: "TK",
        committeeId: LONG.committee,
        dossierId: LONG.dossier,
        paper: "99 555, nr. 12",
        ministryId: "dijken",
        officeHolderIds: [],
      },
    },
    { ...subject, kind: "published", payload: {} },
  ];
};

const letter = (nth: number): NewEvent => ({
  subject: "letter",
  subjectId: `dijkenbrief-${nth}`,
  kind: "registered",
  effectiveOn: addDays(LAST_DEBATE, 1 + nth),
  payload: {
    title: `Brief ${nth} over ${title(nth)}`,
    date: addDays(LAST_DEBATE, 1 + nth),
    receivedOn: null,
    letterKind: "other",
    chamber: "TK",
    sender: null,
    ministryId: "dijken",
    dossierId: LONG.dossier,
    paper: `99 555, nr. ${20 + nth}`,
    originalSha256: null,
    passages: [],
  },
});

const term = (nth: number): Deadline =>
  [
    dated("voor de zomer", addDays("2024-05-01", nth)),
    NO_DEADLINE,
    { ...NO_DEADLINE, words: `zodra ${WIDE}`, event: "unspecified" as const },
    dated("dit jaar", "2030-12-31"),
  ][nth % 4] ?? NO_DEADLINE;

function commitment(nth: number, on: IsoDay): NewEvent[] {
  const subject = { subject: "commitment", subjectId: `dijk-${nth}`, effectiveOn: on } as const;
  return [
    {
      ...subject,
      kind: "registered",
      payload: {
        title: title(nth),
        text: title(nth),
        quote: null,
        chamber: "TK",
        origin: { kind: "debate", id: `dijken-${on}`, passage: null },
        officeId: LONG.office,
        officeHolderId: null,
        ministryId: "dijken",
        committeeId: LONG.committee,
        dossierId: LONG.dossier,
        topicId: null,
        to: { memberIds: [], groupIds: [] },
        source: "Verzonnen.",
        recurring: null,
      },
    },
    {
      ...subject,
      kind: "deadline_set",
      payload: { deadline: term(nth), reason: null, passage: null, awaitedId: null },
    },
    { ...subject, kind: "published", payload: { number: `${on.slice(0, 4)}-${String(5000 + nth)}` } },
  ];
}

const postponed = (nth: number): NewEvent => ({
  subject: "commitment",
  subjectId: `dijk-${nth}`,
  effectiveOn: addDays(LAST_DEBATE, 1),
  kind: "deadline_set",
  payload: {
    deadline: dated(`na ${WIDE}`, "2031-06-30"),
    reason: "Meer tijd nodig.",
    passage: { letterId: "dijkenbrief-0", anchor: null, place: "Slot" },
    awaitedId: null,
  },
});
