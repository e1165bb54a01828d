/**
 * A register with a past: drafts that were changed, published, thrown away or are drafts still, and events that refer
 * to them. All of it invented. What nobody may read outside holds the word SECRET, what anybody may read OPEN.
 */
import { vi } from "vitest";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import { effectiveEvents, type NewEvent } from "#app/domain/events.ts";

export const SECRET = "regenboogzwart";
/** Stands in what anybody may read. */
export const OPEN = "regenbooggeel";

/** The texts that an export of it has to hold. */
export const OPEN_TEXTS = [
  `De kade vernieuwen, ${OPEN}`,
  `De brug verven, ${OPEN}`,
  `Commissiedebat over kades, ${OPEN}`,
  `Ander woord na publicatie, ${OPEN}`,
  `De dag die iedereen mag weten, ${OPEN}`,
  `Verwachting, ${OPEN}`,
];

const DRAFT_DOSSIER = `dossier-${SECRET}`;
const TODAY = "2025-06-01";
const MADE_ON = "2025-03-04";

const waitingFor = (words: string): Deadline => ({
  ...NO_DEADLINE,
  words,
  event: "named_letter",
  derived: "Wacht op een advies.",
});

/** Adds the past to the demo at DATABASE_PATH. Recorded by somebody with an account. */
export async function addSecretDrafts(): Promise<void> {
  vi.resetModules();
  const { write, close, db } = await import("#db/client.ts");
  const { debateHistory, lastLogged, logDebate, throwAwayDrafts } = await import("#db/debates.ts");
  const { eventsOf, record } = await import("#db/events.ts");
  const { registerFromPassage, registerItemFromPassage, rejectProposal, withdrawDecision } = await import(
    "#db/review.ts"
  );
  const by = (await db.query.accounts.findFirst())?.id ?? "";

  const header = (title: string) => ({
    date: MADE_ON,
    debateKind: "commissiedebat",
    title,
    chamber: "TK" as const,
    committeeId: "voorbeeldcommissie",
    dossierId: "voorbeeld-digitale-loketten",
    paper: null,
    ministryId: "voorbeeldministerie",
    officeHolderIds: ["bewindspersoon-voorbeeld"],
  });
  const row = (id: string, title: string, deadline: Deadline = NO_DEADLINE) => ({
    id,
    promised: promised(title),
    deadline,
  });
  const log = (id: string, title: string, rows: ReturnType<typeof row>[], publishOn: string | null = null, more = {}) =>
    write(async (tx) => {
      const seen = lastLogged(await debateHistory(id, tx));
      if (!(await logDebate(tx, by, id, { ...header(title), ...more }, rows, { seen, publishOn })))
        throw new Error(`The debate ${id} was not kept.`);
    });
  const say = (...events: NewEvent[]) => write((tx) => record(tx, by, events));

  // Changed while it was a draft, then published; one row was not changed, and one came later.
  await log("kades", `Kades, ${SECRET}`, [
    row("kade", `De kade slopen, ${SECRET}`),
    row("brug", `De brug verven, ${OPEN}`),
  ]);
  await log("kades", `Nog anders, ${SECRET}`, [row("kade", `De kade verhogen, ${SECRET}`, waitingFor(SECRET))]);
  await log(
    "kades",
    `Commissiedebat over kades, ${OPEN}`,
    [
      row("kade", `De kade vernieuwen, ${OPEN}`, waitingFor(`na het advies, ${OPEN}`)),
      row("sluis", `De sluis smeren, ${OPEN}`),
    ],
    TODAY,
  );
  // A draft still, changed once; one thrown away; one in a dossier that nobody else knows.
  await log("sluizen", `Sluizen, ${SECRET}`, [row("concept", `Een concept, ${SECRET}`, waitingFor(`na ${SECRET}`))]);
  await log("sluizen", `Sluizen, ${SECRET}`, [
    row("concept", `Een ander concept, ${SECRET}`, waitingFor(`na ${SECRET}`)),
  ]);
  await log("weg", `Weg, ${SECRET}`, [row("weg-1", `Weggegooid, ${SECRET}`)]);
  await log("weg", `Weg, ${SECRET}`, [row("weg-1", `Weggegooid en veranderd, ${SECRET}`)]);
  await write(async (tx) => throwAwayDrafts(tx, by, "weg", ["weg-1"], lastLogged(await debateHistory("weg", tx))));
  await log("nieuw", `Nieuw, ${SECRET}`, [row("nieuw-1", `Nieuw, ${SECRET}`)], null, { dossierId: DRAFT_DOSSIER });
  await say({
    subject: "dossier",
    subjectId: DRAFT_DOSSIER,
    kind: "rhythm_set",
    effectiveOn: MADE_ON,
    payload: { lettersPerYear: 2, source: SECRET },
  });

  // What is published goes on, also with a word about a draft.
  const ofKade = { subject: "commitment", subjectId: "kade", effectiveOn: TODAY } as const;
  const registered = (await eventsOf("commitment", "kade")).findLast(({ kind }) => kind === "registered");
  const awaited = async (id: string): Promise<string> => {
    const set = effectiveEvents(await eventsOf("commitment", id)).find(({ kind }) => kind === "deadline_set");
    if (set?.kind !== "deadline_set" || !set.payload.awaitedId) throw new Error(`${id} waits for nothing.`);
    return set.payload.awaitedId;
  };
  const note = { passage: { letterId: "verzonnen-brief-1", anchor: null, place: "Slot" }, note: SECRET };
  await say(
    {
      ...ofKade,
      kind: "corrected",
      effectiveOn: MADE_ON,
      payload: {
        eventId: registered?.id ?? "",
        fields: { text: `Ander woord na publicatie, ${OPEN}` },
        reason: "Tikfout.",
      },
    },
    { ...ofKade, id: "verband-met-concept", kind: "linked", payload: { relation: "repeats", commitmentId: "concept" } },
    {
      ...ofKade,
      kind: "reported",
      payload: { ...note, claim: "partly_met", rest: { kind: "successor", commitmentId: "concept" } },
    },
    { ...ofKade, kind: "withdrawn", payload: { eventId: "verband-met-concept", reason: `Toch niet, ${SECRET}` } },
    {
      ...ofKade,
      kind: "corrected",
      effectiveOn: MADE_ON,
      payload: {
        eventId: registered?.id ?? "",
        fields: { origin: { kind: "debate", id: "sluizen", passage: null } },
        reason: SECRET,
      },
    },
    {
      ...ofKade,
      kind: "corrected",
      effectiveOn: MADE_ON,
      payload: {
        eventId: registered?.id ?? "",
        fields: { origin: { kind: "debate", id: "kades", passage: null } },
        reason: "Het debat klopte niet.",
      },
    },
  );
  for (const [id, what] of [
    ["concept", `Het advies, ${SECRET}`],
    ["kade", `De dag die iedereen mag weten, ${OPEN}`],
  ] as const) {
    const awaitedId = await awaited(id);
    await say({
      subject: "calendar",
      subjectId: awaitedId,
      kind: "happened",
      effectiveOn: TODAY,
      payload: { awaitedId, what },
    });
  }

  // The review of a letter: decisions are internal, and so is what was taken back with them.
  const place = (proposalId: string) => ({ letterId: "verzonnen-brief-2", proposalId, anchor: "p2" });
  await rejectProposal(by, place("verworpen"));
  await withdrawDecision(by, "verzonnen-brief-2", "verworpen", `Vergist, ${SECRET}`);
  const { to: _to, ...fromLetter } = promised(`Per ongeluk, ${SECRET}`);
  await registerFromPassage(
    by,
    place("per-ongeluk"),
    {
      ...fromLetter,
      to: { memberIds: [], groupIds: [] },
      chamber: "TK",
      committeeId: "voorbeeldcommissie",
      dossierId: "voorbeeld-digitale-loketten",
      quote: null,
      source: null,
    },
    NO_DEADLINE,
    TODAY,
  );
  await withdrawDecision(by, "verzonnen-brief-2", "per-ongeluk", `Hoort hier niet, ${SECRET}`);
  const item = {
    itemKind: "expectation" as const,
    by: null,
    topicId: null,
    deadline: null,
    evidence: null,
    measure: null,
    figure: null,
  };
  // The separators of lines are no end of a line inside a text.
  const text = `Eerste regel\u2028tweede\u2029derde. ${OPEN}`;
  await registerItemFromPassage(by, place("item"), { ...item, title: `Verwachting, ${OPEN}`, text }, TODAY);
  const [open] = await db.query.items.findMany({ where: (items, { eq }) => eq(items.title, `Verwachting, ${OPEN}`) });
  await say(
    {
      subject: "item",
      subjectId: "concept-item",
      kind: "registered",
      effectiveOn: TODAY,
      payload: {
        ...item,
        title: SECRET,
        text: SECRET,
        dossierId: "voorbeeld-digitale-loketten",
        origin: null,
        source: null,
        evidence: null,
        measure: null,
        figure: null,
      },
    },
    {
      subject: "item",
      subjectId: open?.id ?? "",
      kind: "linked",
      effectiveOn: TODAY,
      payload: { relation: "about", to: { kind: "item", id: "concept-item" } },
    },
    {
      subject: "item",
      subjectId: open?.id ?? "",
      kind: "linked",
      effectiveOn: TODAY,
      payload: { relation: "about", to: { kind: "commitment", id: "kade" } },
    },
  );
  close();
}

const promised = (title: string) => ({
  title,
  text: `${title}.`,
  officeId: "minister-voorbeeld",
  officeHolderId: "bewindspersoon-voorbeeld",
  ministryId: "voorbeeldministerie",
  topicId: null,
  to: { memberIds: ["kamerlid-a"], groupIds: [] },
  recurring: null,
});
