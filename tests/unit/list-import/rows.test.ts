/** From the cells of a row to what it says, and from its status and term to what the register may make of them. */
import { describe, expect, test } from "vitest";
import { compared } from "#app/domain/list-import/comparison.ts";
import { listedTerm } from "#app/domain/list-import/listed-deadline.ts";
import { addresseesIn, debateKindIn, isLetterOrigin } from "#app/domain/list-import/listed-names.ts";
import { type Layout, promisedIn, readRow } from "#app/domain/list-import/listed-row.ts";
import { statusOutcome } from "#app/domain/list-import/listed-status.ts";
import { statusIn } from "#app/domain/list-import/status-words.ts";
import type { Status } from "#app/domain/standing.ts";

const TODAY = "2025-01-15";
const USES = ["key", "title", "madeOn", "deadlineOn", "status", "statusOn", "chamber"] as const;
const LAYOUT: Layout = {
  uses: [...USES],
  orders: {},
  statuses: {},
  whole: { chamber: "TK", office: "Minister van Voorbeelden", dossier: "Loketten" },
};
const SOUND = { key: "A-1", title: "Iets", madeOn: "3-4-2024", deadlineOn: "", status: "", statusOn: "", chamber: "" };

const read = (cells: Partial<typeof SOUND>, layout = LAYOUT) =>
  readRow(
    USES.map((use) => ({ ...SOUND, ...cells })[use]),
    layout,
    TODAY,
  );
const row = (cells: Partial<typeof SOUND>, layout = LAYOUT) => {
  const reading = read(cells, layout);
  if (!("row" in reading)) throw new Error(reading.refusals.join(" "));
  return reading.row;
};

describe("A row", () => {
  test("takes what holds for the whole list where it does not say it itself", () => {
    expect(row({})).toMatchObject({ madeOn: "2024-04-03", chamber: "TK", office: "Minister van Voorbeelden" });
    expect(row({ chamber: "Eerste Kamer" }).chamber).toBe("EK");
  });

  test.each([
    [{ title: "" }, "Er staat niet wat is toegezegd"],
    [{ madeOn: "" }, "De datum van de toezegging is leeg."],
    [{ madeOn: "half maart" }, "“half maart”. Dat is geen dag."],
    [{ madeOn: "16-1-2025" }, "Die dag moet nog komen."],
    [{ madeOn: "04/03/11" }, "Dat kan meer dan één dag zijn"],
    [{ status: "geparkeerd" }, "De status “geparkeerd” kennen we niet."],
    [{ status: "afgedaan", statusOn: "2-4-2024" }, "voor de dag van de toezegging"],
    [{ status: "afgedaan", statusOn: "16-1-2025" }, "Die dag moet nog komen."],
    [{ chamber: "beide" }, "een toezegging aan beide is er twee"],
    [{ title: "x".repeat(201) }, "langer dan 200 tekens"],
  ])("is refused with its own words: %o", (cells, sentence) => {
    const reading = read(cells);
    expect("refusals" in reading && reading.refusals.join(" ")).toContain(sentence);
  });

  test("asks what a word means, and reads it once somebody said so", () => {
    const reading = read({ status: "Geparkeerd." });
    expect("questions" in reading && reading.questions).toEqual([{ about: "status", words: "geparkeerd" }]);
    expect(row({ status: "Geparkeerd." }, { ...LAYOUT, statuses: { geparkeerd: "open" } }).status).toBe("open");
  });

  test("keeps words in a column of days as the words of the term", () => {
    expect(row({ deadlineOn: "voor de zomer" }).deadline).toEqual({ words: "voor de zomer", on: null });
    expect(row({ deadlineOn: "1-6-2024" }).deadline).toEqual({ words: "", on: "2024-06-01" });
  });

  test("has a title also where the list has only a text", () => {
    expect(promisedIn({ title: "", text: "De Kamer krijgt een brief. Dat duurt even." }).title).toBe(
      "De Kamer krijgt een brief.",
    );
    expect(promisedIn({ title: "Een brief", text: "" }).text).toBe("Een brief");
  });
});

describe("A term", () => {
  const term = (words: string, on: string | null) => {
    const { deadline, planning } = listedTerm({ deadline: { words, on } }, "2024-04-03", "TK", []);
    return { latest: deadline.latest, event: deadline.event, planning: planning?.latest ?? null };
  };
  test.each([
    ["uiterlijk 1 juni 2024", null, { latest: "2024-06-01", event: null, planning: null }],
    ["", "2024-06-01", { latest: "2024-06-01", event: null, planning: null }],
    ["uiterlijk 1 juni 2024", "2024-06-01", { latest: "2024-06-01", event: null, planning: null }],
    // A day beside other words was not said to the Kamer, as far as a list shows.
    ["uiterlijk 1 juni 2024", "2024-09-01", { latest: "2024-06-01", event: null, planning: "2024-09-01" }],
    ["te zijner tijd", "2024-09-01", { latest: null, event: "unspecified", planning: "2024-09-01" }],
    ["als de kat jongen heeft", null, { latest: null, event: "unspecified", planning: null }],
    ["", null, { latest: null, event: null, planning: null }],
  ])("“%s” with the day %s", (words, on, expected) => expect(term(words, on)).toEqual(expected));
});

describe("A status", () => {
  test.each([
    ["Openstaand", "open"],
    ["in behandeling", "open"],
    ["Afgedaan", "met"],
    ["afgerond", "met"],
    ["voldaan.", "met"],
    ["DEELS", "partly_met"],
    ["vervallen", "lapsed"],
    ["ingetrokken", "lapsed"],
    ["geparkeerd", null],
    ["niet afgedaan", "open"],
    ["toString", null],
  ])("%s is %s", (words, status) => expect(statusIn(words)).toBe(status));

  const held = (status: Status, more = {}) => ({ status, awaitingJudgement: false, recurring: false, ...more });
  test.each([
    ["new and open", { now: "open", before: null }, null, "nothing"],
    ["new and met", { now: "met", before: null }, null, "met"],
    ["new and lapsed: only the clerk may", { now: "lapsed", before: null }, null, "declines"],
    ["met since the last list", { now: "met", before: "open" }, held("open"), "met"],
    ["partly met since", { now: "partly_met", before: "open" }, held("open"), "partly_met"],
    ["met after partly met", { now: "met", before: "partly_met" }, held("partly_met"), "met"],
    ["the same as in the register", { now: "met", before: "met" }, held("met"), "nothing"],
    ["not said", { now: null, before: "met" }, held("open"), "nothing"],
    [
      "met, and the committee has yet to judge",
      { now: "met", before: "met" },
      held("open", { awaitingJudgement: true }),
      "nothing",
    ],
    ["lapsed, said before", { now: "lapsed", before: "lapsed" }, held("open"), "nothing"],
    [
      "met of a promise without an end, said before",
      { now: "met", before: "met" },
      held("open", { recurring: true }),
      "nothing",
    ],
    ["open again: a list opens nothing", { now: "open", before: "met" }, held("met"), "differs"],
    ["met, and the committee judged otherwise", { now: "met", before: "met" }, held("open"), "differs"],
    ["partly met, and the register knows it met", { now: "partly_met", before: "open" }, held("met"), "differs"],
    ["lapsed, and the register knows it met", { now: "lapsed", before: "open" }, held("met"), "differs"],
  ] as const)("%s", (_, listed, there, outcome) => {
    const found = statusOutcome(listed, there);
    expect(found.kind === "report" ? found.claim : found.kind).toBe(outcome);
  });
});

describe("A field of a row, the register and the last list beside each other", () => {
  const sides = (now: string, held: string, before: string | null) => compared([{ field: "title", now, held, before }]);
  const summary = (now: string, held: string, before: string | null) => {
    const { changes, conflicts } = sides(now, held, before);
    return conflicts.length > 0 ? "conflict" : changes.length > 0 ? "changed" : "same";
  };
  test.each([
    ["the same everywhere", "a", "a", "a", "same"],
    ["the list changed", "b", "a", "a", "changed"],
    ["the register changed", "a", "b", "a", "conflict"],
    ["both changed", "c", "b", "a", "conflict"],
    ["both changed alike", "b", "b", "a", "same"],
    ["never taken in before", "b", "a", null, "changed"],
    ["nothing said", "", "a", "b", "same"],
    ["other spaces only", "a  b", "a b", "a b", "same"],
  ] as const)("%s", (_, now, held, before, outcome) => expect(summary(now, held, before)).toBe(outcome));
});

describe("Names in a row", () => {
  test.each([
    ["Kamerlid A (Fractie A); mevrouw B", ["Kamerlid A|Fractie A", "B|"], null],
    ["de Tweede Kamer", [], null],
    ["het lid A (X), vaste commissie voor Digitale Zaken", ["A|X"], "vaste commissie voor Digitale Zaken"],
    [
      "vaste commissie voor Onderwijs, Cultuur en Wetenschap",
      [],
      "vaste commissie voor Onderwijs, Cultuur en Wetenschap",
    ],
    ["", [], null],
  ] as [string, string[], string | null][])("%s", (words, members, committee) => {
    const found = addresseesIn(words);
    expect(found.members.map(({ name, groupName }) => `${name}|${groupName ?? ""}`)).toEqual(members);
    expect(found.committee).toBe(committee);
  });

  test.each([
    ["Kamerbrief loketten", true],
    ["Brief van 3 maart", true],
    ["Commissiedebat brievenbussen", false],
    ["AO Loketten", false],
  ])("%s is a letter: %s", (words, is) => expect(isLetterOrigin(words)).toBe(is));

  test.each([
    ["AO Loketten", "algemeen overleg"],
    ["CD Loketten", "commissiedebat"],
    ["WGO Jaarverslag", "wetgevingsoverleg"],
    ["Plenair debat", "plenair debat"],
    ["Werkbezoek", "debat"],
  ])("%s is a %s", (words, kind) => expect(debateKindIn(words)).toBe(kind));
});
