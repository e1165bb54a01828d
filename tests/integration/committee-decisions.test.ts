/** What a committee decided, from the clerk's text to the standing: proposed, looked at, recorded one at a time and once. */
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { type Answer, type App, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";
import { storedRows } from "../support/stored-rows.ts";

let app: App;
let path: string;
const numberOf: Record<string, string> = {};
const BRING = "/werk/commissiebesluiten";
const DAY = addDays(today(), -2);
const NEXT_YEAR = `1 juli ${Number(today().slice(0, 4)) + 1}`;

const stored = <T>(query: string, ...values: unknown[]): T[] => storedRows<T>(app, query, ...values);

const decided = (id: string): { kind: string; payload: Record<string, unknown>; effectiveOn: string }[] =>
  stored<{ kind: string; payload: string; effectiveOn: string }>(
    "SELECT kind, payload, effective_on AS effectiveOn FROM events WHERE subject_id = ? AND kind IN ('judged', 'lapsed') ORDER BY seq",
    id,
  ).map((row) => ({ ...row, payload: JSON.parse(row.payload) as Record<string, unknown> }));

/** The forms on the page, by the commitment that they are about. */
const formsOn = ({ page }: Answer): Record<string, string[]> =>
  Object.fromEntries(
    (page ? all(page.root, "form") : []).flatMap((form) => {
      const about = all(form, "input").find(({ attributes }) => attributes.name === "toezegging");
      return about ? [[about.attributes.value ?? "", all(form, "button").map(textOf)]] : [];
    }),
  );

const bring = (text: string, more: Record<string, string> = {}) =>
  app.post(BRING, { datum: DAY, bron: "Korte aantekeningen (verzonnen)", tekst: text, ...more }, "clerk");

beforeAll(async () => {
  app = await startApp();
  for (const { id, number } of stored<{ id: string; number: string }>(
    "SELECT id, number FROM commitments WHERE number IS NOT NULL",
  ))
    numberOf[id] = number;
  const answer = await bring(
    [
      `De commissie besluit toezegging ${numberOf.v2} als «voldaan» aan te merken; ${numberOf.v3} als «deels voldaan» te blijven beschouwen met nieuwe deadline ${NEXT_YEAR}.`,
      `De commissie besluit de termijn van toezegging ${numberOf.v5} te verlengen tot ${NEXT_YEAR}.`,
      `Toezegging T09999 en toezegging ${numberOf["b6-meldknop"]} worden als voldaan beschouwd.`,
      `De minister beschouwt toezegging ${numberOf.v6} als voldaan.`,
    ].join("\n"),
  );
  path = answer.location?.replace(/\?.*/, "") ?? "";
  expect(path, answer.page?.text).toMatch(/^\/werk\/commissiebesluiten\/[^/]+$/);
});

describe("A clerk who brings in decisions", () => {
  test("sees which commitments they are about, and nothing is recorded yet", async () => {
    const answer = await app.get(path, "clerk");
    expect(formsOn(answer)).toEqual({
      v2: ["Leg vast: voldaan"],
      v3: ["Leg vast: deels voldaan"],
      v5: ["Leg vast: blijft openstaan met een latere termijn"],
    });
    expect(answer.page?.text).toContain("T09999 Niet in dit register.");
    expect(answer.page?.text).toContain("Deze toezegging is aan een andere commissie gedaan.");
    for (const id of ["v2", "v3", "v5", "v6"]) expect(decided(id), id).toEqual([]);
  });

  test("records a verdict with its day and its source, once however often it is sent", async () => {
    const form = { besluit: "0", toezegging: "v2", doe: "leg-vast" };
    const answers = await Promise.all([app.post(path, form, "clerk"), app.post(path, form, "clerk")]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect((await app.post(path, form, "clerk")).location).toContain("gedaan=was-vastgelegd");
    expect(decided("v2")).toEqual([
      {
        kind: "judged",
        effectiveOn: DAY,
        payload: {
          verdict: "met",
          rest: { kind: "unchanged" },
          committeeId: "voorbeeldcommissie",
          note: expect.stringMatching(/^Korte aantekeningen \(verzonnen\): “De commissie besluit/),
        },
      },
    ]);
    expect(formsOn(await app.get(path, "clerk"))).not.toHaveProperty("v2");
    expect((await app.get(`/toezeggingen/${numberOf.v2}`)).page?.text).toContain("De commissie oordeelt: voldaan.");
  });

  test("records the deadline that the decision sets, which is then in force", async () => {
    await app.post(path, { besluit: "1", toezegging: "v3", termijn: NEXT_YEAR, doe: "leg-vast" }, "clerk");
    expect(decided("v3")[0]?.payload).toMatchObject({
      verdict: "partly_met",
      rest: { kind: "new_deadline", deadline: { words: NEXT_YEAR, latest: `${NEXT_YEAR.slice(-4)}-07-01` } },
    });
    expect((await app.get(`/toezeggingen/${numberOf.v3}`)).page?.text).toContain(
      dayInWords(`${NEXT_YEAR.slice(-4)}-07-01`),
    );
  });

  test("an extension asks for a day, and leaves what was partly met partly met", async () => {
    const empty = await app.post(path, { besluit: "2", toezegging: "v5", termijn: "", doe: "leg-vast" }, "clerk");
    expect([empty.status, empty.page?.text.includes("Schrijf tot wanneer de termijn is verlengd")]).toEqual([
      422,
      true,
    ]);
    const vague = await app.post(
      path,
      { besluit: "2", toezegging: "v5", termijn: "ooit eens", doe: "leg-vast" },
      "clerk",
    );
    expect([vague.status, vague.text.includes('value="ooit eens"')]).toEqual([422, true]);
    expect(decided("v5")).toEqual([]);
    await app.post(path, { besluit: "2", toezegging: "v5", termijn: NEXT_YEAR, doe: "leg-vast" }, "clerk");
    expect(decided("v5")[0]?.payload).toMatchObject({ verdict: "partly_met", rest: { kind: "new_deadline" } });
  });

  test("cannot decide for another committee, nor on what the text does not name", async () => {
    for (const toezegging of ["b6-meldknop", "v6", "v10"])
      expect((await app.post(path, { besluit: "3", toezegging, doe: "leg-vast" }, "clerk")).status, toezegging).toBe(
        404,
      );
    expect(decided("b6-meldknop")).toEqual([]);
  });

  test("is told what is missing, and keeps what was typed", async () => {
    const answer = await bring("T01234: voldaan", { datum: "", bron: "" });
    expect(answer.status).toBe(422);
    expect(answer.page?.text).toContain("Vul de dag in waarop de commissie dit besloot.");
    expect(answer.text).toContain("T01234: voldaan");
  });
});
