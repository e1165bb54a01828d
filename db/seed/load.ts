/** Turns the shipped dossier into events: once, in one transaction. */
import { eq } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { EvidenceSource, NewEvent, PassageRef } from "#app/domain/events.ts";
import { evidenceDay } from "#app/domain/item-words.ts";
import type { Recess } from "#app/domain/recess.ts";
import { type Db, write } from "../client.ts";
import { publication, registration } from "../commitments.ts";
import { record } from "../events.ts";
import { itemPublication } from "../items.ts";
import { recordLetter } from "../letters.ts";
import * as schema from "../schema.ts";
import {
  debates,
  dossier,
  groups,
  letters,
  members,
  ministries,
  officeHolders,
  offices,
  remarks,
  topics,
} from "./dossier.ts";
import { commitments } from "./dossier-commitments.ts";
import { evidence } from "./dossier-evidence.ts";
import { items } from "./dossier-items.ts";
import { plans } from "./dossier-plans.ts";
import { type Place, placeInWords, type SeedCommitment, type SeedEvidence, type SeedLink } from "./dossier-types.ts";
import recesses from "./recesses.json" with { type: "json" };

/** Who recorded what the program ships. */
export const SHIPPED_BY = "register";

const ref = (place: Place | null): PassageRef | null =>
  place && { letterId: place.letter, anchor: null, place: placeInWords(place) };

/** Loads the recesses and the dossier, unless they are there. Answers whether it did. */
export const loadShipped = (today: IsoDay): Promise<boolean> =>
  write(async (tx) => {
    if (await tx.query.dossiers.findFirst({ where: eq(schema.dossiers.slug, dossier.slug) })) return false;
    await loadReference(tx);
    await record(tx, SHIPPED_BY, [...recessEvents(), ...dossierEvents(), ...debateEvents(today)]);
    await loadLetters(tx);
    await record(tx, SHIPPED_BY, commitments.flatMap(registered));
    await record(tx, SHIPPED_BY, await publication(tx, commitments, today));
    await record(tx, SHIPPED_BY, [
      ...commitments.flatMap(reported),
      ...items.map(itemEvent),
      ...plans.map(planEvent),
      ...evidence.flatMap((row) => evidenceEvents(row, today)),
      ...reviewEvents(),
    ]);
    const followed = await tx.select().from(schema.items).orderBy(schema.items.seq);
    const numbered = followed.map(({ id, itemKind, effectiveOn }) => ({ id, itemKind, on: effectiveOn }));
    await record(tx, SHIPPED_BY, await itemPublication(tx, numbered, today));
    await record(tx, SHIPPED_BY, links.map(linkEvent(numbered)));
    return true;
  });

async function loadReference(tx: Db): Promise<void> {
  await tx.insert(schema.ministries).values([...ministries]);
  await tx.insert(schema.offices).values(offices.map(({ id, name, ministry }) => ({ id, name, ministryId: ministry })));
  await tx
    .insert(schema.officeHolders)
    .values(officeHolders.map(({ office, ...holder }) => ({ ...holder, officeId: office })));
  await tx.insert(schema.groups).values([...groups]);
  await tx.insert(schema.members).values(members.map(({ group, ...member }) => ({ ...member, groupId: group })));
  await tx.insert(schema.dossiers).values({
    id: dossier.slug,
    slug: dossier.slug,
    name: dossier.name,
    description: dossier.description,
    ministryId: dossier.ministry,
    committeeId: dossier.committee,
    showsHelp: true,
    isInvented: false,
  });
  await tx.insert(schema.topics).values(topics.map((topic) => ({ ...topic, slug: topic.id, dossierId: dossier.slug })));
}

const recessEvents = (): NewEvent[] =>
  (recesses as Recess[]).map((recess) => ({
    subject: "calendar",
    subjectId: `reces-${recess.chamber}-${recess.name}-${recess.start}`,
    kind: "recess_set",
    effectiveOn: recess.start,
    payload: recess,
  }));

const sourceInWords = ({ words }: { words: string }): string => words;

function dossierEvents(): NewEvent[] {
  const subject = { subject: "dossier", subjectId: dossier.slug } as const;
  const { coveredFrom: from, coveredUntil: until, rhythm } = dossier;
  return [
    { ...subject, kind: "coverage_set", effectiveOn: until, payload: { from, until } },
    {
      ...subject,
      kind: "rhythm_set",
      effectiveOn: rhythm.from,
      payload: { lettersPerYear: rhythm.lettersPerYear, source: sourceInWords(rhythm.source) },
    },
    ...dossier.toldDates.map(
      ({ saidOn, expected, words, source }): NewEvent => ({
        ...subject,
        kind: "told_date_set",
        effectiveOn: saidOn,
        payload: { expectedOn: expected, words, source: sourceInWords(source) },
      }),
    ),
  ];
}

const debateEvents = (today: IsoDay): NewEvent[] =>
  debates.flatMap(({ id, date, title, kind, chamber, paper, officeHolder }): NewEvent[] => [
    {
      subject: "debate",
      subjectId: id,
      kind: "registered",
      effectiveOn: date,
      payload: {
        // What kind of debate it was, no source of ours says.
        debateKind: kind ?? "niet bekend",
        title,
        chamber,
        committeeId: null,
        dossierId: dossier.slug,
        paper,
        ministryId: dossier.ministry,
        officeHolderIds: officeHolder ? [officeHolder] : [],
      },
    },
    { subject: "debate", subjectId: id, kind: "published", effectiveOn: today, payload: {} },
  ]);

async function loadLetters(tx: Db): Promise<void> {
  for (const { id, date, kind, title, chamber, paper, sender } of letters) {
    await recordLetter(tx, SHIPPED_BY, id, {
      title,
      date,
      receivedOn: null,
      letterKind: kind,
      chamber,
      sender,
      ministryId: dossier.ministry,
      dossierId: dossier.slug,
      paper,
      originalSha256: null,
      passages: [],
    });
  }
}

function registered(row: SeedCommitment): NewEvent[] {
  const { id, title, text, topic, office, officeHolder, to, madeOn, origin, deadline, recurring, source } = row;
  return registration(
    id,
    madeOn,
    {
      title,
      text,
      quote: null,
      chamber: to.chamber,
      origin: { kind: origin.kind, id: origin.id, passage: ref(origin.place) },
      officeId: office,
      officeHolderId: officeHolder,
      ministryId: dossier.ministry,
      committeeId: dossier.committee,
      dossierId: dossier.slug,
      topicId: topic,
      to: { memberIds: to.member ? [to.member] : [], groupIds: to.member || !to.group ? [] : [to.group] },
      source: source.words,
      recurring,
    },
    deadline,
  );
}

function reported({ id, outcome }: SeedCommitment): NewEvent[] {
  const passage = ref(outcome?.place ?? null);
  const letter = letters.find((row) => row.id === passage?.letterId);
  if (!outcome || !passage || !letter) return [];
  const rest =
    outcome.rest?.kind === "successor"
      ? ({ kind: "successor", commitmentId: outcome.rest.commitment } as const)
      : ({ kind: "unchanged" } as const);
  return [
    {
      subject: "commitment",
      subjectId: id,
      kind: "reported",
      effectiveOn: letter.date,
      payload: { passage, claim: outcome.claim, rest, note: outcome.note },
    },
  ];
}

const itemEvent = ({
  id,
  kind,
  title,
  text,
  topic,
  by,
  on,
  origin,
  deadline,
  source,
}: (typeof items)[number]): NewEvent => ({
  subject: "item",
  subjectId: id,
  kind: "registered",
  effectiveOn: on,
  payload: {
    itemKind: kind,
    title,
    text,
    dossierId: dossier.slug,
    topicId: topic,
    // Of what was said in a debate, the passage names the letter that tells it.
    origin: { kind: origin.kind, id: origin.id, passage: ref(origin.place) },
    by,
    deadline,
    source: source.words,
    evidence: null,
    measure: null,
    figure: null,
  },
});

const planEvent = ({
  id,
  kind,
  title,
  text,
  topic,
  by,
  on,
  place,
  measure,
  figure,
  document,
  source,
}: (typeof plans)[number]): NewEvent => ({
  subject: "item",
  subjectId: id,
  kind: "registered",
  effectiveOn: on,
  payload: {
    itemKind: kind,
    title,
    text,
    dossierId: dossier.slug,
    topicId: topic,
    origin: place && { kind: "letter", id: place.letter, passage: ref(place) },
    by,
    deadline: null,
    source: source?.words ?? null,
    evidence: document && {
      source: document.words,
      url: null,
      date: null,
      dateWords: document.dateWords,
      consultedOn: null,
    },
    measure,
    figure,
  },
});

/** Evidence shows from its date; not known at all, from when we took it up. */
function dayOf(row: SeedEvidence, today: IsoDay): IsoDay {
  const letter = letters.find(({ id }) => id === row.place?.letter);
  return evidenceDay(row, letter?.date ?? today);
}

function evidenceEvents(row: SeedEvidence, today: IsoDay): NewEvent[] {
  const { id, title, shows, topic, date, dateWords, consultedOn, source, place, commitments: of } = row;
  const document: EvidenceSource = { source: source.words, url: null, date, dateWords, consultedOn };
  const effectiveOn = dayOf(row, today);
  return [
    {
      subject: "item",
      subjectId: id,
      kind: "registered",
      effectiveOn,
      payload: {
        itemKind: "evidence",
        title,
        text: shows,
        dossierId: dossier.slug,
        topicId: topic,
        origin: place && { kind: "letter", id: place.letter, passage: ref(place) },
        by: null,
        deadline: null,
        source: null,
        evidence: document,
        measure: null,
        figure: null,
      },
    },
    ...of.map(
      (commitmentId): NewEvent => ({
        subject: "commitment",
        subjectId: commitmentId,
        kind: "evidence_added",
        effectiveOn,
        payload: { ...document, shows },
      }),
    ),
  ];
}

/** What a source shows of which promise or item, and what the rows themselves say of each other. */
const links: readonly SeedLink[] = [
  ...evidence.flatMap(({ id, commitments: of, items: about }): SeedLink[] => [
    ...of.map((one): SeedLink => ({ item: id, relation: "shows", to: { kind: "commitment", id: one } })),
    ...about.map((one): SeedLink => ({ item: id, relation: "shows", to: { kind: "item", id: one } })),
  ]),
  { item: "n8-korpsmonitor-naar-minister", relation: "about", to: { kind: "commitment", id: "n3-korpsmonitor" } },
];

/** A link holds from the day on which both ends are there. */
const linkEvent =
  (followed: readonly { id: string; on: IsoDay }[]) =>
  ({ item, relation, to }: SeedLink): NewEvent => {
    const days = [...followed, ...commitments.map(({ id, madeOn }) => ({ id, on: madeOn }))];
    const [effectiveOn = ""] = days
      .filter(({ id }) => id === item || id === to.id)
      .map(({ on }) => on)
      .sort()
      .reverse();
    return { subject: "item", subjectId: item, kind: "linked", effectiveOn, payload: { relation, to } };
  };

function reviewEvents(): NewEvent[] {
  const reviewed = letters.filter((letter) => letter.reviewed);
  return [
    ...remarks.map(
      ({ place, why }): NewEvent => ({
        subject: "letter",
        subjectId: place.letter,
        kind: "remarked",
        effectiveOn: letters.find(({ id }) => id === place.letter)?.date ?? "",
        payload: { passage: { letterId: place.letter, anchor: null, place: placeInWords(place) }, why },
      }),
    ),
    ...reviewed.map(
      ({ id, date }): NewEvent => ({
        subject: "letter",
        subjectId: id,
        kind: "review_closed",
        effectiveOn: date,
        payload: {},
      }),
    ),
  ];
}
