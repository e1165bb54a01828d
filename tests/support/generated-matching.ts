/**
 * A generated register for matching, and passages of letters that answer one of its commitments in other words, or none.
 * It is hard on purpose: on each subject there are eight commitments that differ only in a region, a year or an angle.
 * All of it is invented.
 */
import { addDays, dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import type { OpenCommitment } from "#app/domain/reading/findings.ts";
import { type Draws, drawsFrom } from "./draws.ts";
import { ANGLES, ASPECTS, MEMBERS, REGIONS, THINGS, type Thing } from "./invented-subjects.ts";

/** One subject in twelve has no commitment: passages about it answer none. */
const WITHOUT = 12;
const DEBATES = 150;

interface Subject {
  thing: Thing;
  aspect: string;
}

/** What one commitment on a subject has and its neighbours have not. */
interface Variant {
  words: string;
  kind: "region" | "year" | "angle";
}

interface Told {
  commitment: OpenCommitment;
  subject: Subject;
  variant: Variant;
  member: string | null;
  paper: string;
}

export interface MatchingCase {
  passage: string;
  /** The commitment that it answers; null for none. */
  answers: string | null;
}

const SUBJECTS: readonly Subject[] = THINGS.flatMap((thing) => ASPECTS.map((aspect) => ({ thing, aspect })));
const isWithout = (at: number): boolean => at % WITHOUT === 5;

function variantsOf({ of, below }: Draws): Variant[] {
  const regions = new Set<string>();
  const years = new Set<number>();
  const angles = new Set<string>();
  while (regions.size < 4) regions.add(of(REGIONS));
  while (years.size < 2) years.add(2018 + below(6));
  while (angles.size < 2) angles.add(of(ANGLES));
  return [
    ...[...regions].map((words) => ({ words, kind: "region" as const })),
    ...[...years].map((year) => ({ words: String(year), kind: "year" as const })),
    ...[...angles].map((words) => ({ words, kind: "angle" as const })),
  ];
}

const compound = ({ thing, aspect }: Subject): string => `${thing.inCompound}${aspect}`;
const apart = ({ thing, aspect }: Subject): string => `de ${aspect} van ${thing.many}`;
const withVariant = (subject: string, { words, kind }: Variant): string =>
  kind === "region"
    ? `${subject} in ${words}`
    : kind === "year"
      ? `${subject} over ${words}`
      : `${words} bij ${subject}`;

const TITLES: ((about: string) => string)[] = [
  (about) => `De Kamer informeren over ${about}`,
  (about) => `Een brief sturen over ${about}`,
  (about) => `Een overzicht geven van ${about}`,
  (about) => `Onderzoek laten doen naar ${about}`,
  (about) => `Terugkomen op ${about}`,
];
const TEXTS: ((about: string) => string)[] = [
  (about) => `De Kamer krijgt een brief waarin staat hoe het is gesteld met ${about}.`,
  (about) => `De bewindspersoon zoekt uit wat er nodig is voor ${about} en laat dat de Kamer weten.`,
  (about) => `In de volgende rapportage komt een passage over ${about}, met cijfers per jaar.`,
  (about) => `Na overleg met de betrokken partijen volgt een voorstel voor ${about}.`,
];

/** Open commitments, eight to a subject, made in a hundred and fifty debates. The same seed gives the same register. */
function toldIn(size: number, seed: number): Told[] {
  const draws = drawsFrom(seed);
  const { of, below, chance } = draws;
  const debates = Array.from({ length: DEBATES }, (_, at) => ({
    on: addDays("2021-01-12", at * 7 + below(5)),
    paper: `${30_000 + below(6_000)}/${10 + below(400)}`,
  }));
  const told: Told[] = [];
  const subjects = SUBJECTS.filter((_, at) => !isWithout(at));
  for (let at = 0; told.length < size; at++) {
    const subject = subjects[at % subjects.length] as Subject;
    for (const variant of variantsOf(draws)) {
      const debate = of(debates);
      const member = chance(0.6) ? of(MEMBERS) : null;
      const name = chance(0.25) ? `de ${compound(subject)}` : apart(subject);
      told.push({
        subject,
        variant,
        member,
        paper: debate.paper,
        commitment: {
          id: `c${told.length}`,
          title: of(TITLES)(withVariant(name, variant)),
          text: of(TEXTS)(withVariant(apart(subject), variant)),
          topic: subject.thing.many,
          addressee: member && `het lid ${member} (Fractie ${of(["A", "B", "C", "D"])})`,
          madeOn: debate.on,
          papers: [debate.paper],
        },
      });
    }
  }
  return told.slice(0, size);
}

const NOISE: ((draws: Draws) => string)[] = [
  ({ of }) =>
    `Met ${of(["de provincies", "de gemeenten", "het veld", "de uitvoerders"])} is daarover regelmatig contact.`,
  ({ below }) => `Sinds de start van het programma zijn er ${100 + below(800)} aanvragen behandeld.`,
  ({ of }) => `Ook ${of(ANGLES)} is daarbij aan de orde geweest.`,
  ({ of }) => `In ${of(REGIONS)} wordt hiermee inmiddels ervaring opgedaan.`,
  ({ of, below }) =>
    `In ${2019 + below(5)} is het budget verhoogd, mede dankzij ${of(["het Rijk", "de provincie", "een fonds"])}.`,
  () => "De uitkomsten treft u aan in de bijlage bij deze brief.",
  () => "Daarmee beschouw ik deze toezegging als afgedaan.",
];

const paperInWords = (paper: string): string =>
  `Kamerstuk ${paper.slice(0, 2)} ${paper.slice(2).replace("/", ", nr. ")}`;

interface Clues {
  on: IsoDay | null;
  member: string | null;
  paper: string | null;
}

/** A passage on a subject: how it is recalled, and some sentences around it. */
function passageOn(about: string, clues: Clues, draws: Draws): string {
  const { of, below } = draws;
  const debate = clues.on ? `het debat van ${dayInWords(clues.on)}` : of(["het laatste debat", "een eerder overleg"]);
  const to = clues.member ? `het lid ${clues.member}` : "uw Kamer";
  const paper = clues.paper ? ` (${paperInWords(clues.paper)})` : "";
  const recalled = of([
    `In ${debate}${paper} heb ik ${to} toegezegd terug te komen op ${about}.`,
    `Tijdens ${debate} heeft mijn voorganger ${to} toegezegd te berichten over ${about}${paper}.`,
    `Conform mijn toezegging aan ${to}${clues.on ? ` in ${debate}` : ""} ga ik hieronder in op ${about}${paper}.`,
    `Hiermee doe ik de toezegging aan ${to} gestand om nader in te gaan op ${about}${paper}.`,
  ]);
  return [recalled, ...Array.from({ length: below(4) }, () => of(NOISE)(draws))].join(" ");
}

/** The subject in other words than in the register: split or merged, with what tells it apart or without. */
function reworded({ subject, variant }: Told, namesVariant: boolean, { chance }: Draws): string {
  const about = chance(0.5)
    ? `de ${compound(subject)}`
    : chance(0.5)
      ? apart(subject)
      : `hoe het met ${apart(subject)} gaat`;
  return namesVariant ? withVariant(about, variant) : about;
}

function answering(told: readonly Told[], draws: Draws): MatchingCase {
  const { of, chance } = draws;
  const one = of(told);
  const clues = {
    on: chance(0.4) ? one.commitment.madeOn : null,
    member: chance(0.5) ? one.member : null,
    paper: chance(0.25) ? one.paper : null,
  };
  return { passage: passageOn(reworded(one, chance(0.8), draws), clues, draws), answers: one.commitment.id };
}

/** About a subject of which nothing was promised, or about another region or year of one that has its commitments. */
function answeringNone(told: readonly Told[], draws: Draws): MatchingCase {
  const { of, chance } = draws;
  const other = of(told);
  const without = SUBJECTS.filter((_, at) => isWithout(at));
  const clues = {
    on: chance(0.3) ? of(told).commitment.madeOn : null,
    member: chance(0.4) ? of(MEMBERS) : null,
    paper: chance(0.1) ? of(told).paper : null,
  };
  if (chance(0.2)) return { passage: Array.from({ length: 3 }, () => of(NOISE)(draws)).join(" "), answers: null };
  if (chance(0.6)) {
    const subject = of(without);
    const variant = of(variantsOf(draws));
    return {
      passage: passageOn(reworded({ ...other, subject, variant }, chance(0.8), draws), clues, draws),
      answers: null,
    };
  }
  const taken = new Set(told.filter(({ subject }) => subject === other.subject).map(({ variant }) => variant.words));
  const region = of(REGIONS.filter((name) => !taken.has(name)));
  return {
    passage: passageOn(reworded({ ...other, variant: { words: region, kind: "region" } }, true, draws), clues, draws),
    answers: null,
  };
}

/** A register of `size` open commitments, and passages: three in four answer one of them. */
export function generatedMatching(
  size: number,
  passages: number,
  seed: number,
): { open: OpenCommitment[]; cases: MatchingCase[] } {
  const told = toldIn(size, seed);
  const draws = drawsFrom(seed + 1);
  return {
    open: told.map(({ commitment }) => commitment),
    cases: Array.from({ length: passages }, () =>
      draws.chance(0.75) ? answering(told, draws) : answeringNone(told, draws),
    ),
  };
}
