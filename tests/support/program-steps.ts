/** What people may do with the program, drawn and done through its own functions: also what it refuses. */
import fc from "fast-check";
import type { Deadline } from "#app/domain/deadline.ts";
import type { Rest } from "#app/domain/events.ts";
import * as drawn from "./drawn-values.ts";
import { made } from "./events.ts";
import type { ownStore } from "./own-store.ts";

/** The functions that write, on the database that was opened last. */
export const ownProgram = async () => ({
  ...(await import("#db/commitments.ts")),
  ...(await import("#db/debates.ts")),
  ...(await import("#db/dossiers.ts")),
  ...(await import("#db/letters.ts")),
  ...(await import("#db/review.ts")),
});

type Program = Awaited<ReturnType<typeof ownProgram>>;
type Store = Awaited<ReturnType<typeof ownStore>>;

/** Does something, and answers false where the program refused it. */
export interface Step {
  name: string;
  says: string;
  take: (program: Program, store: Store) => Promise<boolean>;
}

const BY = "staff";
const TODAY = "2011-06-01";
const debateId = drawn.oneOf(["b1", "b2"] as const);
const letterId = drawn.oneOf(drawn.LETTERS.slice(0, 2));
const dossierId = drawn.oneOf(drawn.DOSSIERS);
const proposalId = drawn.oneOf(["p1", "p2", "p3"] as const);
const deadline: fc.Arbitrary<Deadline> = drawn.term.map((term) => term.deadline);

const { quote: _quote, ...PROMISED } = promise();
function promise() {
  const draft = made(TODAY);
  if (draft.kind !== "registered") throw new Error("Not a registration.");
  return draft.payload;
}

/** Any of the published commitments; the answer is for `found` of none. */
const published = async (store: Store, which: number): Promise<string> => {
  const ids = (await store.tables()).commitments.flatMap(({ id, number }) => (number === null ? [] : [String(id)]));
  return ids[which % Math.max(1, ids.length)] ?? "none";
};

const step = <T>(
  name: string,
  values: fc.Arbitrary<T>,
  take: (values: T, program: Program, store: Store) => Promise<boolean>,
): fc.Arbitrary<Step> =>
  values.map((given) => ({
    name,
    says: `${name} ${JSON.stringify(given)}`,
    take: (program, store) => take(given, program, store),
  }));

const logged = step(
  "log",
  fc.record({
    id: debateId,
    date: drawn.day,
    dossierId,
    chamber: drawn.chamber,
    rows: fc.array(fc.record({ n: fc.nat(2), isPromised: fc.boolean(), deadline, recurring: drawn.recurring }), {
      maxLength: 3,
    }),
    isStale: fc.nat(6).map((n) => n === 0),
    publishes: fc.boolean(),
  }),
  async ({ id, date, rows, isStale, publishes, ...header }, { debateHistory, lastLogged, logDebate }, { write }) => {
    const history = await debateHistory(id);
    const seen = isStale ? lastLogged(history) - 1 : lastLogged(history);
    const [first, ...others] = rows.map(({ n, isPromised, deadline, recurring }) => {
      const promised = { ...PROMISED, recurring, to: { memberIds: ["p1"], groupIds: [] } };
      return isPromised || n === 0 ? { id: `${id}-${n}`, promised, deadline } : { id: `${id}-${n}`, promised: null };
    });
    const once = [...(first ? [first] : []), ...others.filter((row) => row.id !== first?.id).slice(0, 1)];
    const debate = { debateKind: "commissiedebat", title: "Een debat (verzonnen)", committeeId: null, paper: null };
    return write((tx) =>
      logDebate(tx, BY, id, { ...debate, ...header, date, ministryId: "m1", officeHolderIds: [] }, once, {
        seen,
        publishOn: publishes ? TODAY : null,
      }),
    );
  },
);

const thrownAway = step(
  "throw away",
  debateId,
  async (id, { debateHistory, lastLogged, throwAwayDrafts }, { write }) => {
    const history = await debateHistory(id);
    return write((tx) => throwAwayDrafts(tx, BY, id, [], lastLogged(history)));
  },
);

const received = step(
  "receive",
  fc.record({
    id: letterId,
    date: drawn.day,
    receivedOn: fc.option(drawn.day),
    letterKind: drawn.letterKind,
    dossierId,
  }),
  async ({ id, ...head }, { letterById, recordLetter }, { write }) => {
    if (await letterById(id)) return false;
    const rest = { sender: null, ministryId: "m1", paper: null, originalSha256: null, passages: [] };
    await write((tx) => recordLetter(tx, BY, id, { title: "Een brief (verzonnen)", chamber: "TK", ...head, ...rest }));
    return true;
  },
);

const place = fc.record({ letterId, proposalId }).map((at) => ({ ...at, anchor: at.proposalId }));

const restOf = async (rest: Rest, which: number, store: Store): Promise<Rest> =>
  rest.kind === "successor" ? { ...rest, commitmentId: await published(store, which) } : rest;

const confirmed = step(
  "confirm",
  fc.record({ place, which: fc.nat(5), other: fc.nat(5), claim: drawn.claim, rest: drawn.rest }),
  async ({ place, which, other, claim, rest }, { confirmLink }, store) => {
    const answer = { claim, rest: await restOf(rest, other, store), note: null };
    return (await confirmLink(BY, place, await published(store, which), answer)).done;
  },
);

const registered = step(
  "register",
  fc.record({ place, deadline, dossierId, chamber: drawn.chamber }),
  async ({ place, deadline, ...where }, { registerFromPassage }) =>
    (await registerFromPassage(BY, place, { ...promise(), ...where }, deadline, TODAY)).done,
);

const undone = step(
  "undo",
  fc.record({ letterId, which: fc.nat(5) }),
  async ({ letterId, which }, { decisionsOn, withdrawDecision }) => {
    const decided = [...(await decisionsOn(letterId)).keys()];
    const proposalId = decided[which % Math.max(1, decided.length)] ?? "none";
    return (await withdrawDecision(BY, letterId, proposalId, "Vergissing.")).done;
  },
);

const happened = step(
  "enter or take back the day",
  fc.record({ which: fc.nat(5), on: drawn.day }),
  async ({ which, on }, { awaitedEventOf, enterAwaitedDay, withdrawAwaitedDay }, store) => {
    const awaited = await awaitedEventOf(await published(store, which));
    if (!awaited) return false;
    if (awaited.happened) return withdrawAwaitedDay(BY, awaited.id, awaited.happened.eventId, "Vergissing.");
    return enterAwaitedDay(BY, { id: awaited.id, what: awaited.words }, on);
  },
);

/** From when until when a dossier is followed. */
export const coverage = fc.record({
  from: drawn.oneOf(drawn.DAYS.slice(0, 3)),
  until: fc.option(drawn.oneOf(drawn.DAYS.slice(2)), { freq: 2 }),
});

const covered = step(
  "cover",
  fc.record({ dossierId, coverage }),
  async ({ dossierId, coverage: { from, until } }, { setCoverage }) => {
    await setCoverage(BY, dossierId, from, until);
    return true;
  },
);

const rhythm = step(
  "rhythm",
  fc.record({ dossierId, from: drawn.day, perYear: drawn.lettersPerYear }),
  async ({ dossierId, from, perYear }, { setRhythm }) => {
    await setRhythm(BY, dossierId, from, perYear, "Een debat");
    return true;
  },
);

const toldDate = step(
  "tell",
  fc.record({ dossierId, saidOn: drawn.day, expectedOn: drawn.day }),
  async ({ dossierId, saidOn, expectedOn }, { tellDate }) => {
    await tellDate(BY, dossierId, saidOn, expectedOn, "in het voorjaar", "Een debat");
    return true;
  },
);

export const STEP_NAMES = [
  "log",
  "throw away",
  "receive",
  "confirm",
  "register",
  "reject",
  "undo",
  "close",
  "reopen",
  "remark",
  "enter or take back the day",
  "cover",
  "rhythm",
  "tell",
];

/** Anything that somebody may try. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: logged },
    { weight: 1, arbitrary: thrownAway },
    { weight: 3, arbitrary: received },
    { weight: 6, arbitrary: confirmed },
    { weight: 2, arbitrary: registered },
    {
      weight: 1,
      arbitrary: step("reject", place, async (at, { rejectProposal }) => (await rejectProposal(BY, at)).done),
    },
    { weight: 3, arbitrary: undone },
    { weight: 2, arbitrary: step("close", letterId, (id, { closeReview }) => closeReview(BY, id)) },
    { weight: 3, arbitrary: step("reopen", letterId, (id, { reopenReview }) => reopenReview(BY, id, "Toch nog.")) },
    { weight: 1, arbitrary: step("remark", letterId, (id, { remarkOn }) => remarkOn(BY, id, "p1", "Vreemd.")) },
    { weight: 4, arbitrary: happened },
    { weight: 2, arbitrary: covered },
    { weight: 1, arbitrary: rhythm },
    { weight: 1, arbitrary: toldDate },
  ),
  { minLength: 15, maxLength: 30, size: "max" },
);
