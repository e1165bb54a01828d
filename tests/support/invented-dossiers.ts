/**
 * Dossiers in which everything happens that a timeline can show, at once, in masses, or hardly. All of it is invented:
 * policy on greenhouses, a ministry and a committee that do not exist, roles instead of names.
 */
import { vi } from "vitest";
import { addDays, addMonths, type IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { EvidenceSource, Figure, ItemKind, Measure, NewEvent, Rest } from "#app/domain/events.ts";

/** Slugs, for the addresses. */
export const EVERYTHING = "kassen-alles";
export const SIXTY = "kassen-zestig";
export const ONE_DAY = "kassen-een-dag";
export const UNDATED = "kassen-zonder-datum";

/** Makes the register at a place that is still empty, and closes it again. */
export async function inventDossiers(databasePath: string): Promise<void> {
  process.env.DATABASE_PATH = databasePath;
  process.env.LOG_LEVEL ??= "silent";
  vi.resetModules();
  const { migrate } = await import("#db/migrate.ts");
  migrate(databasePath);
  const { write, close } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  const schema = await import("#db/schema.ts");
  await write(async (tx) => {
    await tx.insert(schema.ministries).values({ id: "kassen", name: "Ministerie van Kassen (verzonnen)", tooi: null });
    await tx.insert(schema.offices).values({ id: "minister", name: "Minister van Kassen", ministryId: "kassen" });
    await tx.insert(schema.dossiers).values(
      [
        [EVERYTHING, "Kassen en bladluizen (verzonnen)"],
        [SIXTY, "Tien jaar kassen (verzonnen)"],
        [ONE_DAY, "Kassen op één dag (verzonnen)"],
        [UNDATED, "Kassen zonder datum (verzonnen)"],
      ].map(([slug = "", name = ""]) => ({
        id: slug,
        slug,
        name,
        description: "Een verzonnen dossier.",
        ministryId: "kassen",
        committeeId: null,
        showsHelp: false,
        isInvented: true,
      })),
    );
    await record(tx, "test", [...everything(), ...sixty(), ...oneDay(), ...undated()]);
  });
  close();
}

// --- Telling it -------------------------------------------------------------------------------------------------------

interface Promised {
  title: string;
  on: IsoDay;
  deadline?: Deadline;
  chamber?: "TK" | "EK";
  perYear?: number;
}

let numbers = 0;

function commitment(
  dossierId: string,
  id: string,
  { title, on, deadline, chamber = "TK", perYear }: Promised,
): NewEvent[] {
  numbers += 1;
  const subject = { subject: "commitment", subjectId: id, effectiveOn: on } as const;
  const number = `${on.slice(0, 4)}-${String(numbers).padStart(4, "0")}`;
  return [
    {
      ...subject,
      kind: "registered",
      payload: {
        title,
        text: title,
        quote: null,
        chamber,
        origin: { kind: "debate", id: `${dossierId}-debat-1`, passage: null },
        officeId: "minister",
        officeHolderId: null,
        ministryId: "kassen",
        committeeId: null,
        dossierId,
        topicId: null,
        to: { memberIds: [], groupIds: [] },
        source: "Verzonnen.",
        recurring: perYear === undefined ? null : { perYear },
      },
    },
    {
      ...subject,
      kind: "deadline_set",
      payload: { deadline: deadline ?? NO_DEADLINE, reason: null, passage: null, awaitedId: null },
    },
    { ...subject, kind: "published", payload: { number } },
  ];
}

const by = (latest: IsoDay): Deadline => ({ ...NO_DEADLINE, words: "uiterlijk dan", latest, derived: "Verzonnen." });
const between = (earliest: IsoDay, latest: IsoDay): Deadline => ({ ...by(latest), words: "in die weken", earliest });

const of = (id: string) => ({ subject: "commitment", subjectId: id }) as const;
const passage = (letterId: string) => ({ letterId, anchor: null, place: "Inleiding, 1e alinea" });
const reported = (
  id: string,
  on: IsoDay,
  letterId: string,
  claim: "met" | "partly_met",
  rest: Rest = { kind: "unchanged" },
): NewEvent => ({
  ...of(id),
  kind: "reported",
  effectiveOn: on,
  payload: { passage: passage(letterId), claim, rest, note: null },
});
const told = (id: string, on: IsoDay, letterId: string, latest: IsoDay): NewEvent => ({
  ...of(id),
  kind: "deadline_set",
  effectiveOn: on,
  payload: { deadline: by(latest), reason: "Er is meer tijd nodig.", passage: passage(letterId), awaitedId: null },
});

const debate = (dossierId: string, nth: number, on: IsoDay): NewEvent[] => {
  const subject = { subject: "debate", subjectId: `${dossierId}-debat-${nth}`, effectiveOn: on } as const;
  return [
    {
      ...subject,
      kind: "registered",
      payload: {
        debateKind: "commissiedebat",
        title: `Commissiedebat ${nth} over kassen (verzonnen)`,
        chamber: "TK",
        committeeId: null,
        dossierId,
        paper: null,
        ministryId: "kassen",
        officeHolderIds: [],
      },
    },
    { ...subject, kind: "published", payload: {} },
  ];
};

const letter = (
  dossierId: string,
  id: string,
  on: IsoDay,
  letterKind: "progress" | "other" = "progress",
): NewEvent => ({
  subject: "letter",
  subjectId: id,
  kind: "registered",
  effectiveOn: on,
  payload: {
    title: `${letterKind === "progress" ? "Voortgangsbrief" : "Brief"} over kassen, ${on} (verzonnen)`,
    date: on,
    receivedOn: null,
    letterKind,
    chamber: "TK",
    sender: null,
    ministryId: "kassen",
    dossierId,
    paper: null,
    originalSha256: null,
    passages: [],
  },
});

interface Told {
  deadline?: Deadline;
  evidence?: EvidenceSource;
  measure?: Measure;
  figure?: Figure;
  inLetter?: string;
}

function item(
  dossierId: string,
  id: string,
  itemKind: ItemKind,
  title: string,
  on: IsoDay,
  more: Told = {},
): NewEvent[] {
  const { deadline = null, evidence = null, measure = null, figure = null, inLetter } = more;
  const subject = { subject: "item", subjectId: id, effectiveOn: on } as const;
  return [
    {
      ...subject,
      kind: "registered",
      payload: {
        itemKind,
        title,
        text: title,
        dossierId,
        topicId: null,
        origin: inLetter === undefined ? null : { kind: "letter", id: inLetter, passage: passage(inLetter) },
        by: null,
        deadline,
        source: "Verzonnen.",
        evidence,
        measure,
        figure,
      },
    },
    { ...subject, kind: "published", payload: { number: null } },
  ];
}

const document = (date: IsoDay | null, dateWords: string | null): EvidenceSource => ({
  source: "Een verzonnen rapport",
  url: null,
  date,
  dateWords,
  consultedOn: null,
});

const measure = (more: Partial<Measure>): Measure => ({
  category: "voorlichting",
  partners: ["telers"],
  term: null,
  fromMonth: null,
  untilMonth: null,
  start: null,
  inDoubt: false,
  ...more,
});

// --- The dossiers -----------------------------------------------------------------------------------------------------

/** Followed from 1 February 2019; the first debate lies before that. */
function everything(): NewEvent[] {
  const d = EVERYTHING;
  const dossier = { subject: "dossier", subjectId: d } as const;
  const c = (id: string, promised: Promised) => commitment(d, id, promised);
  return [
    { ...dossier, kind: "coverage_set", effectiveOn: "2019-02-01", payload: { from: "2019-02-01", until: null } },
    { ...dossier, kind: "rhythm_set", effectiveOn: "2019-02-01", payload: { lettersPerYear: 2, source: "Verzonnen." } },
    ...debate(d, 1, "2019-01-15"),
    ...debate(d, 2, "2020-03-10"),
    ...debate(d, 3, "2020-03-10"),
    letter(d, "kas-brief-1", "2019-07-01"),
    letter(d, "kas-brief-2", "2020-02-20"),
    letter(d, "kas-brief-3", "2020-09-15"),
    letter(d, "kas-brief-4", "2019-10-01", "other"),
    ...c("op-tijd", { title: "Een overzicht van alle kassen sturen", on: "2019-03-01", deadline: by("2019-08-01") }),
    reported("op-tijd", "2019-07-01", "kas-brief-1", "met"),
    ...c("te-laat-voldaan", { title: "Berichten over het glas", on: "2019-03-01", deadline: by("2019-06-01") }),
    reported("te-laat-voldaan", "2019-10-01", "kas-brief-4", "met"),
    ...c("deels", { title: "De cijfers per teler geven", on: "2019-03-01", deadline: by("2020-01-31") }),
    reported("deels", "2019-07-01", "kas-brief-1", "partly_met"),
    ...c("gaat-verder", { title: "Terugkomen op de luizen", on: "2019-03-01" }),
    ...c("opvolger", {
      title: "Apart berichten over de luizen in de winter",
      on: "2020-02-20",
      deadline: by("2020-12-31"),
    }),
    reported("gaat-verder", "2020-02-20", "kas-brief-2", "partly_met", { kind: "successor", commitmentId: "opvolger" }),
    ...c("vervallen", { title: "Een proef met lieveheersbeestjes uitwerken", on: "2019-03-01" }),
    {
      ...of("vervallen"),
      kind: "lapsed",
      effectiveOn: "2019-11-01",
      payload: { reason: "de proef is overgenomen door een ander plan", decider: "de commissie" },
    },
    ...c("heropend", {
      title: "De regels voor kassen op een rij zetten",
      on: "2019-03-01",
      deadline: by("2019-12-31"),
    }),
    reported("heropend", "2019-07-01", "kas-brief-1", "met"),
    {
      ...of("heropend"),
      kind: "reopened",
      effectiveOn: "2020-03-10",
      payload: { reason: "een deel ontbrak", decider: "de commissie" },
    },
    ...c("uitgesteld", {
      title: "Een onderzoek naar warmte uit kassen sturen",
      on: "2019-03-01",
      deadline: by("2019-09-01"),
    }),
    told("uitgesteld", "2019-07-01", "kas-brief-1", "2020-01-15"),
    told("uitgesteld", "2020-02-20", "kas-brief-2", "2021-03-01"),
    ...c("oordeel", {
      title: "De Eerste Kamer informeren over glas",
      on: "2019-03-01",
      deadline: by("2020-06-01"),
      chamber: "EK",
    }),
    reported("oordeel", "2020-02-20", "kas-brief-2", "met"),
    ...c("zonder-einde", { title: "Twee keer per jaar een brief sturen", on: "2019-03-01", perYear: 2 }),
    ...c("zonder-termijn", { title: "In gesprek blijven met telers", on: "2020-03-10" }),
    ...item(d, "kas-v1", "expectation", "De nieuwe kas is in het najaar klaar", "2019-07-01", {
      deadline: between("2019-09-21", "2019-12-20"),
      inLetter: "kas-brief-1",
    }),
    ...item(d, "kas-b1", "decision", "Geen subsidie voor dubbel glas", "2019-07-01", { inLetter: "kas-brief-1" }),
    ...item(d, "kas-r1", "request", "Vraag naar kassen in het buitenland", "2020-03-10"),
    ...item(d, "kas-a1", "recommendation", "Kijk naar de hele keten", "2019-12-31", {
      evidence: document(null, "2019"),
    }),
    ...item(d, "kas-m1", "measure", "Voorlichting aan telers", "2019-07-01", {
      measure: measure({
        term: "6-9 maanden",
        fromMonth: 6,
        untilMonth: 9,
        start: { words: "de brief van 1 juli 2019", day: "2019-07-01", awaitedId: null },
        inDoubt: true,
      }),
    }),
    ...item(d, "kas-m2", "measure", "Een meldpunt voor luizen", "2019-07-01", {
      measure: measure({ term: "zodra het team werkt" }),
    }),
    ...item(d, "kas-g1", "evidence", "De eerste fase is klaar", "2020-02-20", {
      evidence: document(null, null),
      inLetter: "kas-brief-2",
    }),
    ...item(d, "kas-e1", "evidence", "Een rapport op een bekende dag", "2020-05-04", {
      evidence: document("2020-05-04", null),
    }),
    ...item(d, "kas-e2", "evidence", "Een rapport uit 2019", "2019-12-31", { evidence: document(null, "2019") }),
    ...item(d, "kas-e3", "evidence", "Een rapport zonder datum", "2020-06-01", { evidence: document(null, null) }),
    ...(
      [
        ["2018-12-31", 1240],
        ["2019-06-30", 1105],
        ["2019-12-31", 980.5],
      ] as const
    ).flatMap(([on, value], i) =>
      item(d, `kas-c${i}`, "figure", `Het aantal kassen op ${on}`, "2020-02-20", {
        figure: { series: "Kassen in gebruik", unit: "kassen", value, on },
        inLetter: "kas-brief-2",
      }),
    ),
  ];
}

/** Sixty commitments and forty debates in ten years, half of them met, a third late. */
function sixty(): NewEvent[] {
  const d = SIXTY;
  const start = "2010-01-12";
  const days = Array.from({ length: 40 }, (_, i) => addMonths(start, 3 * i));
  const letters = Array.from({ length: 20 }, (_, i) => addDays(addMonths(start, 6 * i), 100));
  return [
    {
      subject: "dossier",
      subjectId: d,
      kind: "coverage_set",
      effectiveOn: start,
      payload: { from: start, until: "2020-06-30" },
    },
    ...days.flatMap((on, i) => debate(d, i + 1, on)),
    ...letters.map((on, i) => letter(d, `zestig-brief-${i + 1}`, on)),
    ...Array.from({ length: 60 }, (_, i) => {
      const on = days[Math.floor((i * 2) / 3)] ?? start;
      const id = `zestig-${i + 1}`;
      const due = addMonths(on, 4 + (i % 5));
      const at = letters.findIndex((day) => day > addMonths(on, 2 + (i % 3) * 4));
      const title = `Toezegging ${i + 1} over kassen${i % 4 === 0 ? ", met een titel die zo lang is dat zij in geen enkele tekening op twee regels past en dus wordt afgekapt" : ""}`;
      return [
        ...commitment(d, id, { title, on, deadline: i % 6 === 5 ? NO_DEADLINE : by(due) }),
        ...(i % 2 === 0 && at >= 0 ? [reported(id, letters[at] ?? "", `zestig-brief-${at + 1}`, "met")] : []),
      ];
    }).flat(),
  ];
}

/** Everything on 6 May 2024. */
function oneDay(): NewEvent[] {
  const d = ONE_DAY;
  const on = "2024-05-06";
  return [
    ...debate(d, 1, on),
    ...debate(d, 2, on),
    letter(d, "dag-brief-1", on),
    letter(d, "dag-brief-2", on, "other"),
    ...commitment(d, "dag-1", { title: "Vandaag nog een brief sturen", on, deadline: by(on) }),
    reported("dag-1", on, "dag-brief-1", "met"),
    ...commitment(d, "dag-2", { title: "Morgen een brief sturen", on, deadline: by("2024-05-07") }),
  ];
}

const undated = (): NewEvent[] =>
  item(UNDATED, "zonder-1", "evidence", "Een rapport zonder datum", "2024-01-01", { evidence: document(null, null) });
