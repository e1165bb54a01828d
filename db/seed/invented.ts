/**
 * A small dossier around today, so that the desk of a demo is alive. Generated and invented: roles instead of names, a
 * ministry and a committee that do not exist, and a notice on every page.
 */
import { eq } from "drizzle-orm";
import { addDays, addMonths, dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { Claim, NewEvent, Rest } from "#app/domain/events.ts";
import type { PassageFinding } from "#app/domain/reading/letter-findings.ts";
import type { Passage } from "#app/domain/reading/letter-text.ts";
import { type Db, write } from "../client.ts";
import { publication, registration } from "../commitments.ts";
import { record } from "../events.ts";
import { recordLetter } from "../letters.ts";
import * as schema from "../schema.ts";
import { SHIPPED_BY } from "./load.ts";

export const INVENTED = {
  dossierId: "voorbeeld-digitale-loketten",
  ministryId: "voorbeeldministerie",
  committeeId: "voorbeeldcommissie",
  memberId: "kamerlid-a",
} as const;

const OFFICE = "minister-voorbeeld";
const HOLDER = "bewindspersoon-voorbeeld";
const FIRST_LETTER = "verzonnen-brief-1";
const SECOND_LETTER = "verzonnen-brief-2";

interface Invented {
  id: string;
  title: string;
  topic: "wachttijden" | "toegankelijkheid" | "meldpunt";
  debate: "verzonnen-debat-1" | "verzonnen-debat-2";
  deadline: Deadline;
  member?: "kamerlid-a" | "kamerlid-b";
  answer?: { claim: Claim; rest: Rest };
  lapsed?: string;
  draft?: boolean;
}

const dated = (words: string, latest: IsoDay): Deadline => ({
  words,
  earliest: null,
  latest,
  event: null,
  beforeEvent: false,
  derived: `${words}: uiterlijk ${dayInWords(latest)}.`,
});

const NEXT_LETTER: Deadline = {
  words: "in de volgende voortgangsbrief",
  earliest: null,
  latest: null,
  event: "next_progress_letter",
  beforeEvent: false,
  derived: "in de volgende voortgangsbrief: de eerstvolgende voortgangsbrief; een dag volgt hier niet uit.",
};

/** The letter that came in last week and that nobody has reviewed yet. */
export const inventedLetter = (today: IsoDay): { date: IsoDay; title: string; text: string } => {
  const date = addDays(today, -6);
  const title = "Voortgangsbrief over digitale loketten (verzonnen voorbeeld)";
  return {
    date,
    title,
    text: `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum ${dayInWords(date)}
Onderwerp ${title}

Wachttijden
Tijdens het debat heb ik toegezegd uw Kamer te informeren over de wachttijden aan de digitale loketten. De wachttijd is gemiddeld vier minuten. Daarmee heb ik aan deze toezegging voldaan.

In de volgende voortgangsbrief zal ik u nader informeren over de wachttijden in het weekend.

Toegankelijkheid
Het onderzoek naar de toegankelijkheid van de loketten vergt meer tijd. Ik zal uw Kamer hierover in het voorjaar van ${Number(today.slice(0, 4)) + 1} berichten.

Ik verwacht dat de nieuwe inlogpagina in de zomer gereed is.

De Minister van Voorbeelden,

bewindspersoon X
`,
  };
};

/** Loads the invented dossier, unless it is there. The passages and findings are those of `inventedLetter`. */
export const loadInvented = (
  today: IsoDay,
  passages: readonly Passage[],
  findings: readonly PassageFinding[],
): Promise<boolean> =>
  write(async (tx) => {
    if (await tx.query.dossiers.findFirst({ where: eq(schema.dossiers.id, INVENTED.dossierId) })) return false;
    await loadReference(tx);
    const rows = commitmentsAround(today);
    const debateDays = { "verzonnen-debat-1": addDays(today, -220), "verzonnen-debat-2": addDays(today, -60) };
    const firstLetterDay = addDays(today, -150);
    await record(tx, SHIPPED_BY, frame(today, debateDays));
    await recordLetter(tx, SHIPPED_BY, FIRST_LETTER, {
      ...letterFacts("Vorige voortgangsbrief over digitale loketten (verzonnen voorbeeld)", firstLetterDay),
      passages: [],
    });
    const letter = inventedLetter(today);
    await recordLetter(
      tx,
      SHIPPED_BY,
      SECOND_LETTER,
      { ...letterFacts(letter.title, letter.date), passages: [...passages] },
      findings,
    );
    await record(
      tx,
      SHIPPED_BY,
      rows.flatMap((row) => registered(row, debateDays[row.debate])),
    );
    const published = rows.filter(({ draft }) => !draft).map(({ id, debate }) => ({ id, madeOn: debateDays[debate] }));
    await record(tx, SHIPPED_BY, await publication(tx, published, today));
    await record(tx, SHIPPED_BY, [...rows.flatMap((row) => later(row, firstLetterDay)), closed(firstLetterDay)]);
    return true;
  });

async function loadReference(tx: Db): Promise<void> {
  await tx
    .insert(schema.ministries)
    .values({ id: INVENTED.ministryId, name: "Voorbeeldministerie (verzonnen)", tooi: null });
  await tx
    .insert(schema.offices)
    .values({ id: OFFICE, name: "Minister van Voorbeelden", ministryId: INVENTED.ministryId });
  await tx
    .insert(schema.officeHolders)
    .values({ id: HOLDER, officeId: OFFICE, name: "bewindspersoon X", from: null, until: null });
  await tx
    .insert(schema.committees)
    .values({ id: INVENTED.committeeId, name: "Voorbeeldcommissie (verzonnen)", chamber: "TK" });
  await tx.insert(schema.groups).values([
    { id: "fractie-a", name: "Fractie A" },
    { id: "fractie-b", name: "Fractie B" },
  ]);
  await tx.insert(schema.members).values([
    { id: "kamerlid-a", name: "Kamerlid A", groupId: "fractie-a", chamber: "TK" },
    { id: "kamerlid-b", name: "Kamerlid B", groupId: "fractie-b", chamber: "TK" },
  ]);
  await tx.insert(schema.dossiers).values({
    id: INVENTED.dossierId,
    slug: INVENTED.dossierId,
    name: "Voorbeeld: digitale loketten",
    description: "Een verzonnen dossier rond vandaag, om te laten zien hoe het register werkt.",
    ministryId: INVENTED.ministryId,
    committeeId: INVENTED.committeeId,
    showsHelp: false,
    isInvented: true,
  });
  await tx.insert(schema.topics).values(
    ["wachttijden", "toegankelijkheid", "meldpunt"].map((name) => ({
      id: name,
      slug: `voorbeeld-${name}`,
      dossierId: INVENTED.dossierId,
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)} (voorbeeld)`,
      description: "",
    })),
  );
}

const letterFacts = (title: string, date: IsoDay) => ({
  title,
  date,
  receivedOn: null,
  letterKind: "progress" as const,
  chamber: "TK" as const,
  sender: "De Minister van Voorbeelden, bewindspersoon X",
  ministryId: INVENTED.ministryId,
  dossierId: INVENTED.dossierId,
  paper: null,
  originalSha256: null,
});

function commitmentsAround(today: IsoDay): Invented[] {
  const inFirst = { debate: "verzonnen-debat-1" } as const;
  const inSecond = { debate: "verzonnen-debat-2" } as const;
  const met = { claim: "met", rest: { kind: "unchanged" } } as const;
  return [
    {
      ...inFirst,
      id: "v1",
      title: "De Kamer informeren over storingen",
      topic: "meldpunt",
      deadline: dated("binnen drie maanden", addDays(today, -129)),
      answer: met,
    },
    {
      ...inFirst,
      id: "v2",
      title: "Een overzicht sturen van alle loketten",
      topic: "toegankelijkheid",
      deadline: dated("binnen een half jaar", addDays(today, -37)),
      member: "kamerlid-b",
    },
    { ...inFirst, id: "v3", title: "Terugkomen op de openingstijden", topic: "wachttijden", deadline: NEXT_LETTER },
    {
      ...inFirst,
      id: "v4",
      title: "Een proef met beeldbellen uitwerken",
      topic: "toegankelijkheid",
      deadline: NO_DEADLINE,
      lapsed: "de proef is overgenomen door een ander plan",
    },
    {
      ...inFirst,
      id: "v5",
      title: "De cijfers per regio geven",
      topic: "wachttijden",
      deadline: dated("voor het einde van het jaar", `${today.slice(0, 4)}-12-31`),
      answer: { claim: "partly_met", rest: { kind: "unchanged" } },
    },
    {
      ...inSecond,
      id: "v6",
      title: "De Kamer informeren over de wachttijden aan de digitale loketten",
      topic: "wachttijden",
      deadline: NEXT_LETTER,
      member: "kamerlid-a",
    },
    {
      ...inSecond,
      id: "v7",
      title: "De Kamer berichten over het onderzoek naar de toegankelijkheid van de loketten",
      topic: "toegankelijkheid",
      deadline: NEXT_LETTER,
      member: "kamerlid-a",
    },
    {
      ...inSecond,
      id: "v8",
      title: "Een brief sturen over het meldpunt voor klachten",
      topic: "meldpunt",
      deadline: dated("over drie weken", addDays(today, 17)),
      member: "kamerlid-b",
    },
    {
      ...inSecond,
      id: "v9",
      title: "Met gemeenten praten over hun loketten",
      topic: "toegankelijkheid",
      deadline: {
        ...NO_DEADLINE,
        words: "zo spoedig mogelijk",
        event: "unspecified",
        derived: "zo spoedig mogelijk: daar volgt geen dag uit.",
      },
    },
    {
      ...inSecond,
      id: "v10",
      title: "Uitzoeken of de loketten in het weekend open kunnen",
      topic: "wachttijden",
      deadline: dated("binnen twee maanden", addDays(today, 1)),
      draft: true,
    },
  ];
}

function frame(today: IsoDay, days: Record<Invented["debate"], IsoDay>): NewEvent[] {
  const dossier = { subject: "dossier", subjectId: INVENTED.dossierId } as const;
  return [
    {
      ...dossier,
      kind: "coverage_set",
      effectiveOn: days["verzonnen-debat-1"],
      payload: { from: days["verzonnen-debat-1"], until: null },
    },
    {
      ...dossier,
      kind: "rhythm_set",
      effectiveOn: days["verzonnen-debat-1"],
      payload: { lettersPerYear: 2, source: "verzonnen" },
    },
    ...(Object.entries(days) as [Invented["debate"], IsoDay][]).flatMap(([id, day]): NewEvent[] => [
      {
        subject: "debate",
        subjectId: id,
        kind: "registered",
        effectiveOn: day,
        payload: {
          debateKind: "commissiedebat",
          title: `Commissiedebat van ${dayInWords(day)} (verzonnen voorbeeld)`,
          chamber: "TK",
          committeeId: INVENTED.committeeId,
          dossierId: INVENTED.dossierId,
          paper: null,
          ministryId: INVENTED.ministryId,
          officeHolderIds: [HOLDER],
        },
      },
      { subject: "debate", subjectId: id, kind: "published", effectiveOn: today, payload: {} },
    ]),
  ];
}

const registered = ({ id, title, topic, debate, deadline, member }: Invented, madeOn: IsoDay): NewEvent[] =>
  registration(
    id,
    madeOn,
    {
      title,
      text: title,
      quote: null,
      chamber: "TK",
      origin: { kind: "debate", id: debate, passage: null },
      officeId: OFFICE,
      officeHolderId: HOLDER,
      ministryId: INVENTED.ministryId,
      committeeId: INVENTED.committeeId,
      dossierId: INVENTED.dossierId,
      topicId: topic,
      to: { memberIds: member ? [member] : [], groupIds: [] },
      source: "Verzonnen voorbeeld.",
      recurring: null,
    },
    deadline,
  );

function later({ id, answer, lapsed }: Invented, letterDay: IsoDay): NewEvent[] {
  const subject = { subject: "commitment", subjectId: id } as const;
  const passage = { letterId: FIRST_LETTER, anchor: null, place: "Inleiding, 1e alinea" };
  return [
    ...(answer
      ? [{ ...subject, kind: "reported" as const, effectiveOn: letterDay, payload: { passage, note: null, ...answer } }]
      : []),
    ...(lapsed
      ? [
          {
            ...subject,
            kind: "lapsed" as const,
            effectiveOn: addMonths(letterDay, 1),
            payload: { reason: lapsed, decider: "de Voorbeeldcommissie" },
          },
        ]
      : []),
  ];
}

const closed = (day: IsoDay): NewEvent => ({
  subject: "letter",
  subjectId: FIRST_LETTER,
  kind: "review_closed",
  effectiveOn: day,
  payload: {},
});
