/** What becomes of an invented promise: reported, put off, let lapse, judged, handed over, put right; or nothing at all. */
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { Claim, NewEvent, PassageRef, PayloadsOf, Rest, Verdict } from "#app/domain/events.ts";
import type { Draws } from "./draws.ts";
import { ANGLES, ASPECTS, REGIONS, THINGS } from "./invented-subjects.ts";

export interface InventedLetter {
  id: string;
  day: IsoDay;
  /** Of its paragraphs. */
  anchors: string[];
  events: NewEvent[];
}

interface InventedPromise {
  id: string;
  madeOn: IsoDay;
  chamber: "TK" | "EK";
  deadline: Deadline | null;
  events: NewEvent[];
}

interface Told extends InventedPromise {
  /** Of its dossier, after the day of the promise. */
  letters: InventedLetter[];
  lastDay: IsoDay;
  ministries: string[];
}

type Facts = Omit<PayloadsOf["commitment"]["registered"], "title" | "text" | "quote">;

const VERBS = [
  "informeren over",
  "een overzicht sturen van",
  "berichten over",
  "een onderzoek sturen naar",
  "ingaan op",
];

/** Registered, with its deadline where one was said, and published. */
export function inventedPromise(id: string, madeOn: IsoDay, facts: Facts, draws: Draws): InventedPromise {
  const { of, chance } = draws;
  const thing = of(THINGS);
  const about = chance(0.4)
    ? `de ${thing.inCompound}${of(ASPECTS)} in ${of(REGIONS)}`
    : `de ${of(ASPECTS)} van ${thing.many} in ${of(REGIONS)}`;
  const angle = of(ANGLES);
  const deadline = deadlineFrom(madeOn, draws);
  const subject = { subject: "commitment", subjectId: id, effectiveOn: madeOn } as const;
  return {
    id,
    madeOn,
    chamber: facts.chamber,
    deadline,
    events: [
      {
        ...subject,
        id: `${id}-gedaan`,
        kind: "registered",
        payload: {
          ...facts,
          title: `De Kamer ${of(VERBS)} ${about}`,
          text: `De bewindspersoon zal de Kamer ${of(VERBS)} ${about}, en gaat daarbij in op ${angle} en ${of(ANGLES)} (verzonnen).`,
          quote: chance(0.3) ? `Ik kom daar graag op terug, ook waar het ${angle} betreft.` : null,
        },
      },
      ...(deadline
        ? [
            {
              ...subject,
              id: `${id}-termijn`,
              kind: "deadline_set" as const,
              payload: { deadline, reason: null, passage: null, awaitedId: null },
            },
          ]
        : []),
      { ...subject, id: `${id}-openbaar`, kind: "published", payload: { number: "" } },
    ],
  };
}

const by = (words: string, latest: IsoDay): Deadline => ({ ...NO_DEADLINE, words, latest, derived: "Verzonnen." });
const NEXT_LETTER: Deadline = {
  ...NO_DEADLINE,
  words: "in de volgende voortgangsbrief",
  event: "next_progress_letter",
  derived: "Verzonnen.",
};

/** Of three one has none. */
function deadlineFrom(madeOn: IsoDay, { below, chance, of }: Draws): Deadline | null {
  if (chance(0.34)) return null;
  if (chance(0.25)) return NEXT_LETTER;
  const months = of([1, 2, 3, 6, 6, 9, 12, 18, 24]);
  return by(`binnen ${months} maanden`, addDays(madeOn, months * 30 + below(10)));
}

type Course = (told: Told, draws: Draws) => NewEvent[];

const of = ({ id }: Told) => ({ subject: "commitment", subjectId: id }) as const;
const passageIn = ({ id, anchors }: InventedLetter, draws: Draws): PassageRef => ({
  letterId: id,
  anchor: draws.of(anchors),
  place: null,
});

function reported(told: Told, letter: InventedLetter | undefined, claim: Claim, rest: Rest, draws: Draws): NewEvent[] {
  if (!letter) return [];
  const payload = { passage: passageIn(letter, draws), claim, rest, note: null };
  return [{ ...of(told), kind: "reported", effectiveOn: letter.day, payload }];
}

function postponed(told: Told, letter: InventedLetter | undefined, isTold: boolean, draws: Draws): NewEvent[] {
  if (!letter || !told.deadline) return [];
  const deadline = by("later dan gedacht", addDays(letter.day, 60 + draws.below(300)));
  const passage = isTold ? passageIn(letter, draws) : null;
  return [
    {
      ...of(told),
      kind: "deadline_set",
      effectiveOn: letter.day,
      payload: { deadline, reason: "Er is meer tijd nodig (verzonnen).", passage, awaitedId: null },
    },
  ];
}

const UNCHANGED: Rest = { kind: "unchanged" };

const judged = (told: Told, after: IsoDay, verdict: Verdict): NewEvent[] => {
  const effectiveOn = addDays(after, 30);
  if (effectiveOn > told.lastDay) return [];
  return [
    { ...of(told), kind: "judged", effectiveOn, payload: { verdict, rest: UNCHANGED, committeeId: null, note: null } },
  ];
};

function lapsed(told: Told, draws: Draws): NewEvent[] {
  const effectiveOn = addDays(told.madeOn, 100 + draws.below(400));
  if (effectiveOn > told.lastDay) return [];
  const payload = { reason: "Het plan ging niet door (verzonnen).", decider: "de commissie" };
  return [{ ...of(told), kind: "lapsed", effectiveOn, payload }];
}

const COURSES: readonly Course[] = [
  (told, draws) => reported(told, draws.of(told.letters), "met", UNCHANGED, draws),
  (told, draws) => reported(told, told.letters[0], "met", UNCHANGED, draws),
  (told, draws) => reported(told, told.letters[0], "met", UNCHANGED, draws),
  (told, draws) => reported(told, told.letters[0], "partly_met", UNCHANGED, draws),
  (told, draws) => reported(told, told.letters[0], "partly_met", { kind: "no_deadline" }, draws),
  (told, draws) => reported(told, told.letters[0], "progress", UNCHANGED, draws),
  (told, draws) => postponed(told, told.letters[0], true, draws),
  (told, draws) => postponed(told, told.letters[0], false, draws),
  (told, draws) => [
    ...postponed(told, told.letters[0], true, draws),
    ...reported(told, told.letters[1], "met", UNCHANGED, draws),
  ],
  (told, draws) => [
    ...postponed(told, told.letters[0], true, draws),
    ...postponed(told, told.letters[1], true, draws),
    ...reported(told, told.letters[2], "met", UNCHANGED, draws),
  ],
  lapsed,
  (told, draws) => {
    const [end] = lapsed(told, draws);
    const effectiveOn = end ? addDays(end.effectiveOn, 90) : "";
    if (!end || effectiveOn > told.lastDay) return end ? [end] : [];
    const payload = { reason: "Een deel ontbrak (verzonnen).", decider: "de commissie" };
    return [end, { ...of(told), kind: "reopened", effectiveOn, payload }];
  },
  (told, draws) => {
    const ministryId = draws.of(told.ministries);
    const effectiveOn = addDays(told.madeOn, 40);
    if (effectiveOn > told.lastDay) return [];
    return [
      { ...of(told), kind: "handed_over", effectiveOn, payload: { ministryId } },
      { ...of(told), kind: "accepted", effectiveOn, payload: { ministryId } },
    ];
  },
  (told) => [
    {
      ...of(told),
      kind: "corrected",
      effectiveOn: told.madeOn,
      payload: { eventId: `${told.id}-gedaan`, fields: { quote: null }, reason: "Dit stond er niet (verzonnen)." },
    },
  ],
];

/** For the senate a committee decides; in the courses of the other Chamber that would count for nothing. */
const JUDGED: readonly Course[] = (["met", "met", "not_met"] as const).map((verdict) => (told, draws) => {
  const report = reported(told, told.letters[0], "met", UNCHANGED, draws);
  return [...report, ...report.flatMap(({ effectiveOn }) => judged(told, effectiveOn, verdict))];
});

/** A source outside the letters: one can always be told. */
export const evidence = (told: Told, nth: number): NewEvent => ({
  ...of(told),
  kind: "evidence_added",
  effectiveOn: told.madeOn,
  payload: {
    source: `Verzonnen rapport ${nth + 1}`,
    url: null,
    date: told.madeOn,
    dateWords: null,
    consultedOn: null,
    shows: "Dat eraan wordt gewerkt (verzonnen).",
  },
});

/** What happened to it later, in at most so many events; none where nothing can be told. */
export function courseOf(told: Told, atMost: number, draws: Draws): NewEvent[] {
  const courses = told.chamber === "EK" && draws.chance(0.7) ? JUDGED : COURSES;
  const events = draws.of(told.letters.length > 0 ? courses : [lapsed])(told, draws);
  return events.length <= atMost ? events : [];
}
