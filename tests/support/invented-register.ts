/**
 * A register of any size about invented policy, as events: the same numbers and the same last day give the same register.
 * Ministries, members and papers (of dossiers above 90 000) exist nowhere; every dossier is marked as invented.
 */
import { addDays, daysBetween, type IsoDay } from "#app/domain/calendar.ts";
import type { NewEvent } from "#app/domain/events.ts";
import type { Passage } from "#app/domain/reading/letter-text.ts";
import { type Draws, drawsFrom } from "./draws.ts";
import { generatedLetter } from "./generated-letter.ts";
import { courseOf, evidence, type InventedLetter, inventedPromise } from "./invented-courses.ts";
import { ASPECTS, MEMBERS, REGIONS, THINGS } from "./invented-subjects.ts";

export interface RegisterSize {
  commitments: number;
  /** All of them, those of letters, debates and dossiers included. */
  events: number;
  letters: number;
}

const YEARS = 8;
const DAYS = YEARS * 365;
const PER_DOSSIER = 100;
const PER_DEBATE = 20;
const WORDS_IN_LETTER = 2_000;
const CHAMBERS = ["TK", "TK", "TK", "TK", "EK"] as const;

const many = (at: number): string => THINGS[at % THINGS.length]?.many ?? "";
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const MINISTRIES = times(12, (at) => ({
  id: `ministerie-${at}`,
  name: `Ministerie van ${capital(many(at))} (verzonnen)`,
}));
const OFFICES = times(24, (at) => ({
  id: `ambt-${at}`,
  name: `${at < 12 ? "Minister" : "Staatssecretaris"} van ${capital(many(at % 12))}`,
  ministryId: `ministerie-${at % 12}`,
}));
const COMMITTEES = times(15, (at) => ({
  id: `commissie-${at}`,
  name: `${at < 11 ? "Commissie" : "Senaatscommissie"} voor ${capital(many(at + 12))} (verzonnen)`,
  chamber: at < 11 ? ("TK" as const) : ("EK" as const),
}));
const GROUPS = times(12, (at) => ({ id: `fractie-${at}`, name: `Fractie ${String.fromCharCode(65 + at)}` }));
const PEOPLE = times(150, (at) => ({
  id: `lid-${at}`,
  name: `${String.fromCharCode(65 + (at % 6))}. ${MEMBERS[at % MEMBERS.length]}${at >= 72 ? ` (${1 + Math.floor(at / 72)})` : ""}`,
  groupId: `fractie-${at % 12}`,
  chamber: at < 120 ? ("TK" as const) : ("EK" as const),
}));

/** Rows of the lists that events choose from. */
interface InventedLists {
  ministries: typeof MINISTRIES;
  offices: typeof OFFICES;
  officeHolders: { id: string; officeId: string; name: string; from: IsoDay | null; until: IsoDay | null }[];
  committees: typeof COMMITTEES;
  groups: typeof GROUPS;
  members: typeof PEOPLE;
  dossiers: {
    id: string;
    slug: string;
    name: string;
    description: string;
    ministryId: string;
    committeeId: string;
    showsHelp: boolean;
    isInvented: boolean;
  }[];
  topics: { id: string; slug: string; dossierId: string; name: string; description: string }[];
}

export interface InventedRegister {
  lists: InventedLists;
  /** Of each dossier all that happened in it, in the order of its days. Numbers are given by who records it. */
  dossiers: NewEvent[][];
}

export function inventedRegister({ commitments, events, letters }: RegisterSize, lastDay: IsoDay): InventedRegister {
  const draws = drawsFrom(commitments + letters);
  const firstDay = addDays(lastDay, -DAYS);
  const count = Math.max(2, Math.ceil(commitments / PER_DOSSIER));
  const dossiers = times(count, (at) => dossierRow(at));
  const topics = dossiers.flatMap(({ id }) => times(5, (at) => topicRow(id, at)));
  const frames = dossiers.map(({ id, ministryId, committeeId }, at) => {
    const share = (all: number): number => Math.floor((all * (at + 1)) / count) - Math.floor((all * at) / count);
    const own = { id, ministryId, committeeId, firstDay, lastDay };
    return {
      ...own,
      commitments: share(commitments),
      letters: lettersOf(own, share(letters), draws),
      debates: debatesOf(own, Math.max(1, Math.ceil(share(commitments) / PER_DEBATE)), draws),
    };
  });
  const frameEvents = frames.map(({ id, firstDay: on, letters: all, debates }) => [
    ...coverage(id, on),
    ...all.flatMap((letter) => letter.events),
    ...debates.flatMap((debate) => debate.events),
  ]);
  const promises = frames.flatMap((frame, at) => times(frame.commitments, (nth) => promiseIn(frame, at, nth, draws)));
  const begun = [...frameEvents, ...promises.map(({ events: own }) => own)].reduce((sum, own) => sum + own.length, 0);
  if (begun > events)
    throw new RangeError(`${commitments} commitments and ${letters} letters take at least ${begun} events.`);
  // What happened later is spread over the commitments, until there are as many events as were asked for.
  let left = events - begun;
  const each = left / promises.length;
  let owed = 0;
  for (const promise of promises) {
    owed += each;
    const later = owed >= 1 ? courseOf(promise, left, draws) : [];
    owed -= later.length;
    left -= later.length;
    frameEvents[promise.dossier]?.push(...promise.events, ...later);
  }
  for (let nth = 0; nth < left; nth += 1) {
    const promise = draws.of(promises);
    frameEvents[promise.dossier]?.push(evidence(promise, nth));
  }
  return {
    lists: {
      ministries: MINISTRIES,
      offices: OFFICES,
      officeHolders: OFFICES.map(({ id }, at) => ({
        id: `persoon-${at}`,
        officeId: id,
        name: `bewindspersoon ${at + 1}`,
        from: null,
        until: null,
      })),
      committees: COMMITTEES,
      groups: GROUPS,
      members: PEOPLE,
      dossiers,
      topics,
    },
    dossiers: frameEvents.map((own) =>
      own.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0)),
    ),
  };
}

const dossierRow = (at: number) => {
  const about = `${ASPECTS[Math.floor(at / THINGS.length) % ASPECTS.length]} van ${many(at)}`;
  return {
    id: `dossier-${at}`,
    slug: `${about.replaceAll(" ", "-")}${at >= THINGS.length * ASPECTS.length ? `-${at}` : ""}`,
    name: capital(about),
    description: "Verzonnen dossier: niemand heeft dit toegezegd.",
    ministryId: `ministerie-${at % 12}`,
    committeeId: `commissie-${at % 15}`,
    showsHelp: false,
    isInvented: true,
  };
};

const topicRow = (dossierId: string, at: number) => ({
  id: `${dossierId}-onderwerp-${at}`,
  slug: `${dossierId}-${ASPECTS[(at * 5) % ASPECTS.length]}`,
  dossierId,
  name: capital(ASPECTS[(at * 5) % ASPECTS.length] ?? ""),
  description: "",
});

interface Own {
  id: string;
  ministryId: string;
  committeeId: string;
  firstDay: IsoDay;
  lastDay: IsoDay;
}

const coverage = (subjectId: string, on: IsoDay): NewEvent[] => [
  { subject: "dossier", subjectId, kind: "coverage_set", effectiveOn: on, payload: { from: on, until: null } },
  {
    subject: "dossier",
    subjectId,
    kind: "rhythm_set",
    effectiveOn: on,
    payload: { lettersPerYear: 1, source: "Verzonnen." },
  },
];

/** Evenly over the years, each within a month of its place. The review of the last ones is still open. */
function lettersOf({ id, ministryId, firstDay, lastDay }: Own, count: number, draws: Draws): InventedLetter[] {
  return times(count, (at) => {
    const place = Math.floor((DAYS * (at + 1)) / (count + 1)) + draws.below(30) - 15;
    const day = addDays(firstDay, Math.max(0, Math.min(place, daysBetween(firstDay, lastDay) - 1)));
    const letterId = `${id}-brief-${at}`;
    const passages = passagesOf(generatedLetter(WORDS_IN_LETTER, draws.below(2 ** 31)));
    const subject = { subject: "letter", subjectId: letterId, effectiveOn: day } as const;
    const registered: NewEvent = {
      ...subject,
      kind: "registered",
      payload: {
        title: `Voortgangsbrief ${at + 1} over ${draws.of(THINGS).many} in ${draws.of(REGIONS)} (verzonnen)`,
        date: day,
        receivedOn: null,
        letterKind: at % 4 === 3 ? "other" : "progress",
        chamber: "TK",
        sender: "De bewindspersoon (verzonnen)",
        ministryId,
        dossierId: id,
        paper: `${90_000 + Number(id.slice(8))}, nr. ${at + 1}`,
        originalSha256: null,
        passages,
      },
    };
    const isClosed = at < count - 1;
    const paragraphs = passages.flatMap(({ anchor, kind }) => (kind === "paragraph" ? [anchor] : []));
    return {
      id: letterId,
      day,
      anchors: paragraphs,
      events: isClosed ? [registered, { ...subject, kind: "review_closed", payload: {} }] : [registered],
    };
  });
}

/** The text as it would have been read: a number in front makes a heading. */
const passagesOf = (text: string): Passage[] =>
  text.split("\n\n").map((line, at) => {
    const isHeading = /^\d+\. /.test(line);
    return {
      anchor: `p${at + 1}`,
      kind: isHeading ? "heading" : "paragraph",
      level: isHeading ? 1 : null,
      text: line,
      footnotes: [],
    };
  });

interface InventedDebate {
  id: string;
  day: IsoDay;
  events: NewEvent[];
}

function debatesOf({ id, ministryId, committeeId, firstDay }: Own, count: number, draws: Draws): InventedDebate[] {
  return times(count, (at) => {
    const day = addDays(firstDay, draws.below(DAYS - 10));
    const subject = { subject: "debate", subjectId: `${id}-debat-${at}`, effectiveOn: day } as const;
    const published: NewEvent = { ...subject, kind: "published", payload: {} };
    return {
      id: subject.subjectId,
      day,
      events: [
        {
          ...subject,
          kind: "registered",
          payload: {
            debateKind: "commissiedebat",
            title: `Commissiedebat over ${draws.of(ASPECTS)} in ${draws.of(REGIONS)} (verzonnen)`,
            chamber: "TK",
            committeeId,
            dossierId: id,
            paper: `${90_000 + Number(id.slice(8))}, nr. ${200 + at}`,
            ministryId,
            officeHolderIds: [],
          },
        },
        published,
      ],
    };
  });
}

interface Frame extends Own {
  letters: InventedLetter[];
  debates: InventedDebate[];
}

function promiseIn(frame: Frame, dossier: number, nth: number, draws: Draws) {
  const debate = draws.of(frame.debates);
  const at = dossier % 12;
  const chamber = draws.of(CHAMBERS);
  const office = draws.chance(0.6) ? at : at + 12;
  const people = PEOPLE.filter((person) => person.chamber === chamber);
  const facts = {
    chamber,
    origin: { kind: "debate" as const, id: debate.id, passage: null },
    officeId: `ambt-${office}`,
    officeHolderId: `persoon-${office}`,
    ministryId: frame.ministryId,
    committeeId: chamber === "TK" ? frame.committeeId : `commissie-${11 + draws.below(4)}`,
    dossierId: frame.id,
    topicId: draws.chance(0.8) ? `${frame.id}-onderwerp-${draws.below(5)}` : null,
    to: draws.chance(0.7)
      ? { memberIds: [draws.of(people).id], groupIds: [] }
      : { memberIds: [], groupIds: draws.chance(0.3) ? [draws.of(GROUPS).id] : [] },
    source: "Verzonnen.",
    recurring: draws.chance(0.01) ? { perYear: 1 } : null,
  };
  const letters = frame.letters.filter(({ day }) => day > debate.day);
  const promise = inventedPromise(`${frame.id}-t${nth}`, debate.day, facts, draws);
  return { ...promise, dossier, letters, lastDay: frame.lastDay, ministries: MINISTRIES.map(({ id }) => id) };
}
