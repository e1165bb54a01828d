/** Decisions of committees, in sentences of our own about numbers that nobody gave. */
import { expect, test } from "vitest";
import { committeeDecisions } from "#app/domain/reading/committee-decisions.ts";

const decisions = (text: string) =>
  committeeDecisions(text, { date: "2024-03-05", chamber: "EK", recesses: [] }).map(
    ({ decided, numbers, deadline }) =>
      `${decided} ${numbers.join(",")}${deadline ? ` ${deadline.latest ?? deadline.words}` : ""}`,
  );

test.each([
  [
    "De commissie besluit de toezeggingen T02883 en T02889 als «voldaan» aan te merken; T02881 als «deels voldaan» te blijven beschouwen met nieuwe deadline 1 januari 2025.",
    ["met T02883,T02889", "partly_met T02881 2025-01-01"],
  ],
  ["De toezegging (T01237) wordt als openstaand beschouwd.", ["not_met T01237"]],
  ["De commissie beschouwt toezegging T03001 als vervallen.", ["lapsed T03001"]],
  [
    "De commissie besluit de termijn van toezegging T03005 te verlengen tot 1 juli 2024.",
    ["extended T03005 2024-06-30"],
  ],
  ["De deadline van T03006 wordt gesteld op 1 oktober 2024.", ["extended T03006 2024-10-01"]],
  [
    "De commissie merkt de toezeggingen T03010 t/m T03013, T03015 en TZ202403-012 aan als “voldaan”.",
    ["met T03010,T03011,T03012,T03013,T03015,TZ202403-012"],
  ],
  ["Aan te merken als 'deels voldaan': T03020 en T03021.", ["partly_met T03020,T03021"]],
  ["Toezegging 2024-0003 is naar het oordeel van de commissie niet voldaan.", ["not_met 2024-0003"]],
  ["De commissie besluit toezegging T05001 niet als voldaan aan te merken.", ["not_met T05001"]],
  [
    "- T03030: voldaan\n- T03031: deels voldaan, nieuwe termijn 1 april 2025\n- T03032 openstaand, deadline 1-7-2025\n- T03033: vervallen",
    ["met T03030", "partly_met T03031 2025-04-01", "not_met T03032 2025-07-01", "lapsed T03033"],
  ],
  [
    "De commissie besluit toezegging T05002 als voldaan te beschouwen en de termijn van T05003 te verlengen tot 1 juli 2024.",
    ["met T05002", "extended T05003 2024-06-30"],
  ],
])("%s", (text, expected) => {
  expect(decisions(text)).toEqual(expected);
});

test.each([
  ["the minister thinks so", "De minister beschouwt toezegging T04001 als voldaan."],
  ["it is put off", "De commissie houdt de bespreking van toezegging T04002 aan tot 1 juli 2024."],
  ["it is asked", "Kan toezegging T04003 als voldaan worden aangemerkt?"],
  ["a member proposes it", "Het lid Yilmaz stelt voor toezegging T04004 als voldaan aan te merken."],
  ["nothing is decided", "De commissie neemt kennis van de brief over toezegging T04005."],
  ["no number is given", "De commissie beschouwt de toezegging als voldaan."],
  ["it is extended without an end", "De commissie besluit de termijn van toezegging T04006 te verlengen."],
  ["a row without an end of its own kind", "Kamerstuk 36123, nr. 4 is voldaan."],
])("and nothing where %s", (_, text) => {
  expect(decisions(text)).toEqual([]);
});

test("a proposal names its rule and its words, at its place", () => {
  const text = "Opening.\nDe commissie beschouwt toezegging T03001 als «voldaan».\n";
  const [found] = committeeDecisions(text, { date: "2024-03-05", chamber: "EK", recesses: [] });
  expect(text.slice(found?.start, found?.end)).toBe("De commissie beschouwt toezegging T03001 als «voldaan».");
  expect(found?.why).toBe("Regel ‘voldaan’: de commissie zegt dit van dit nummer (“voldaan”).");
});

test("a row that has no end is not counted out", () => {
  expect(decisions("De commissie beschouwt T00001 t/m T99999 als voldaan.")).toEqual(["met T00001,T99999"]);
});
