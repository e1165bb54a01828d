/** What is late, each Monday: made once from what was known when the Monday began, and then the same for good. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { addDays, amsterdamDay, dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import type { NewEvent } from "#app/domain/events.ts";
import { type LateEdition, momentBefore, mondayOf } from "#app/domain/late-list.ts";
import { type App, startApp } from "../support/app.ts";
import { SECRETS } from "../support/furnish.ts";
import { all, type Element, textOf } from "../support/page.ts";
import { stepByStep } from "../support/steps.ts";
import { changeRows, storedHistory, storedRows } from "../support/stored-rows.ts";

let app: App;
/** Mondays: the first after the register began, and those after it. */
let mondays: IsoDay[] = [];

/** What the program does by itself, and what people record, in this process. */
async function opened() {
  vi.resetModules();
  const { write, close } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  const { makeEditions } = await import("#app/jobs/make-late-editions.ts");
  const { makeLateEditions } = await import("#db/late-editions.ts");
  return {
    close,
    makeLateEditions,
    run: () => makeEditions.run(new AbortController().signal),
    record: (...fresh: NewEvent[]) => write((tx) => record(tx, "register", fresh)),
  };
}
let program: Awaited<ReturnType<typeof opened>>;

beforeAll(async () => {
  app = await startApp();
  const [first] = storedRows<{ at: string }>(app, "SELECT recorded_at AS at FROM events ORDER BY seq LIMIT 1");
  const next = addDays(mondayOf(amsterdamDay(first?.at ?? "")), 7);
  mondays = [0, 7, 14, 21].map((days) => addDays(next, days));
  program = await opened();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => {
  program.close();
});

const monday = (week: number): IsoDay => mondays[week] ?? "";
/** So many milliseconds after a day began in Amsterdam. */
const clockAt = (day: IsoDay, milliseconds: number): void => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(momentBefore(day)) + 1 + milliseconds });
};
const kept = (): { day: IsoDay; edition: string; headSeq: number }[] =>
  storedRows(app, "SELECT day, edition, head_seq AS headSeq FROM late_editions ORDER BY day");
const editionOn = (day: IsoDay): LateEdition => JSON.parse(kept().find((row) => row.day === day)?.edition ?? "null");
const numberOf = (id: string): string =>
  storedRows<{ number: string }>(app, "SELECT number FROM commitments WHERE id = ?", id)[0]?.number ?? "";
const firstOf = (id: string, kind: string): string =>
  storedRows<{ id: string }>(app, "SELECT id FROM events WHERE subject_id = ? AND kind = ? ORDER BY seq", id, kind)[0]
    ?.id ?? "";

async function open(path: string) {
  const { status, page } = await app.get(path);
  if (!page) throw new Error("That is no page.");
  const has = (name: string) => (element: Element) => (element.attributes.class ?? "").split(" ").includes(name);
  /** Each late row: days, number, and where its title leads. */
  const rows = all(page.root, "section")
    .filter(has("late-group"))
    .flatMap((group) => all(group, "tr").filter(has("table__row--late")))
    .map((row) => ({
      days: Number(textOf(all(row, "td")[0])),
      number: /\d{4}-\d{4}/.exec(textOf(row))?.[0],
      href: all(all(row, "th")[0] ?? row, "a").map(({ attributes }) => attributes.href)[0] ?? null,
      text: textOf(row),
    }));
  return { status, page, rows };
}

const corrected = (id: string, kind: string, fields: Record<string, unknown>): NewEvent => ({
  subject: "commitment",
  subjectId: id,
  kind: "corrected",
  effectiveOn:
    storedRows<{ day: string }>(app, "SELECT made_on AS day FROM commitments WHERE id = ?", id)[0]?.day ?? "",
  payload: { eventId: firstOf(id, kind), fields, reason: "verschreven" },
});

/** In a process of its own. */
const madeBeside = async (until: IsoDay): Promise<IsoDay[]> => {
  const script = ["--import", "tsx", "tests/support/make-editions.ts", app.databasePath, until];
  const { stdout } = await promisify(execFile)(process.execPath, script);
  return JSON.parse(stdout);
};

describe("An edition", () => {
  stepByStep();
  let asMade = "";

  test("is not made before a Monday has begun", async () => {
    clockAt(monday(0), -1);
    expect(await program.run()).toBe("Er was geen editie te maken van wat te laat is.");
    expect((await open("/te-laat/edities")).page.text).toContain("Er is nog geen editie.");
  });

  test("is made at midnight, from what was recorded before it", async () => {
    clockAt(monday(0), 0);
    const was = storedRows<{ title: string }>(app, "SELECT title FROM commitments WHERE id = 'v2'")[0]?.title;
    await program.record(corrected("v2", "registered", { title: "Zo heet het vanaf maandag (verzonnen)" }));
    expect(await program.run()).toBe(`Edities gemaakt van wat te laat was: maandag ${dayInWords(monday(0))}.`);
    const { rows, before, fresh, gone } = editionOn(monday(0));
    expect(rows.map(({ number }) => number)).toEqual([numberOf("v3"), numberOf("v2")]);
    expect(rows[1]?.title).toBe(was);
    expect({ before, fresh, gone }).toEqual({ before: null, fresh: [], gone: [] });
    asMade = kept()[0]?.edition ?? "";
  });

  test("is made once", async () => {
    clockAt(monday(0), 3_600_000);
    expect(await program.run()).toContain("geen editie te maken");
    expect(kept()).toHaveLength(1);
  });

  test("says what the register says at the address that fixes both clocks", async () => {
    clockAt(monday(0), 3_600_000);
    const edition = await open(`/te-laat/${monday(0)}`);
    expect(edition.status).toBe(200);
    expect(edition.page.heading).toBe(`Te laat op maandag ${dayInWords(monday(0))}`);
    const link = edition.page.links.find(({ text }) => text === "het register zoals het toen was")?.href ?? "";
    const then = await open(link);
    expect(then.rows.map(({ days, number }) => ({ days, number }))).toEqual(
      edition.rows.map(({ days, number }) => ({ days, number })),
    );
    expect(edition.rows[0]?.href).toBe(`/toezeggingen/${numberOf("v3")}`);
  });

  test("stays as it was after a late import, a withdrawal and a correction, and says what they changed", async () => {
    clockAt(monday(0), 2 * 86_400_000);
    const [v2, v3, v8] = ["v2", "v3", "v8"].map(numberOf);
    const set = storedHistory(app, "v8").find(({ kind }) => kind === "deadline_set");
    await program.record(
      {
        subject: "commitment",
        subjectId: "v2",
        kind: "reported",
        effectiveOn: addDays(monday(0), -3),
        payload: {
          passage: { letterId: "verzonnen-brief-2", anchor: null, place: "Slot" },
          claim: "met",
          rest: { kind: "unchanged" },
          note: null,
        },
      },
      {
        ...corrected("v3", "registered", {}),
        kind: "withdrawn",
        payload: { eventId: firstOf("v3", "registered"), reason: "dubbel" },
      } as NewEvent,
      corrected("v8", "deadline_set", {
        deadline: { ...(set?.payload.deadline as object), latest: addDays(monday(0), -10) },
      }),
    );
    expect(kept()[0]?.edition).toBe(asMade);
    const { rows, page } = await open(`/te-laat/${monday(0)}`);
    expect(rows.map(({ number }) => number)).toEqual([v3, v2]);
    expect(rows[0]).toMatchObject({ href: null, text: expect.stringContaining("Sindsdien ingetrokken") });
    expect(rows[1]?.text).toContain("was dit op deze dag niet te laat");
    expect(page.text).toContain(`Ook te laat op deze dag, tien dagen:`);
    expect(page.links.map(({ text, href }) => `${text} ${href}`).join("\n")).toContain(`/toezeggingen/${v8}`);
  });

  test("is made for every Monday that was missed, once, also by two programs at the same time", async () => {
    const until = addDays(monday(3), 2);
    const made = await Promise.all([madeBeside(until), madeBeside(until)]);
    expect(made.flat().sort()).toEqual(mondays.slice(1));
    expect(kept().map(({ day }) => day)).toEqual(mondays);
    expect(await program.makeLateEditions(until)).toEqual([]);
  });

  test("tells what became of what was late a week before", () => {
    const { before, gone, fresh, rows } = editionOn(monday(1));
    expect(before).toBe(monday(0));
    expect(Object.fromEntries(gone.map(({ number, settled }) => [number, settled]))).toEqual({
      [numberOf("v2")]: true,
      [gone.find(({ commitmentId }) => commitmentId === "v3")?.number ?? "none"]: false,
    });
    expect(gone.find(({ commitmentId }) => commitmentId === "v3")?.became).toContain("ingetrokken");
    expect(fresh).toEqual([numberOf("v8")]);
    expect(rows.map(({ daysLate }) => daysLate)).toEqual([17]);
  });

  test("holds no draft, however late", () => {
    const draft = storedRows<{ title: string }>(app, "SELECT title FROM commitments WHERE id = 'v10'")[0]?.title;
    expect(draft).toBe(SECRETS.draftOfTheDemo);
    for (const { edition } of kept()) expect(edition).not.toContain(SECRETS.draftOfTheDemo);
  });

  test("is neither changed nor taken away", () => {
    expect(() => changeRows(app, "UPDATE late_editions SET edition = '{}'")).toThrow("an edition stays as it was made");
    expect(() => changeRows(app, "DELETE FROM late_editions")).toThrow("an edition stays as it was made");
  });

  test("stands in the list of all, the latest first, with what changed in a week", async () => {
    clockAt(monday(3), 3 * 86_400_000);
    const { page } = await open("/te-laat/edities");
    const rows = all(page.root, "tr").slice(1).map(textOf);
    expect(rows.map((row) => /^\d+ \w+ \d{4}/.exec(row)?.[0])).toEqual(mondays.map(dayInWords).reverse());
    expect(rows.at(-1)).toContain("2 de eerste editie");
    expect(rows.at(-2)).toContain(
      "1 1 nieuw, 0 nog steeds te laat, 1 afgedaan, 1 om een andere reden niet meer te laat",
    );
  });

  test("shows no other on another peildatum", async () => {
    const path = `/te-laat/${monday(0)}`;
    const then = await open(`${path}?peildatum=2011-03-03`);
    expect(then.rows.map(({ number, days }) => ({ number, days }))).toEqual(
      (await open(path)).rows.map(({ number, days }) => ({ number, days })),
    );
  });
});

describe("Where there is no edition", () => {
  const asked = async (day: IsoDay) => {
    clockAt(monday(3), 3 * 86_400_000);
    const { status, page } = await open(`/te-laat/${day}`);
    expect(status).toBe(404);
    return page;
  };

  test("another day of the week leads to the nearest", async () => {
    const page = await asked(addDays(monday(1), 2));
    expect(page.text).toContain("deze dag is geen maandag");
    expect(page.links.map(({ href }) => href)).toContain(`/te-laat/${monday(1)}`);
  });

  test("a Monday to come leads to the last", async () => {
    const page = await asked(addDays(monday(3), 7));
    expect(page.text).toContain("Deze maandag moet nog komen");
    expect(page.links.map(({ href }) => href)).toContain(`/te-laat/${monday(3)}`);
  });

  test("a Monday of before the register leads to the first", async () => {
    const page = await asked("2011-03-07");
    expect(page.text).toContain("bestond dit register nog niet");
    expect(page.links.map(({ href }) => href)).toContain(`/te-laat/${monday(0)}`);
  });

  test("what is no day is not there", async () => {
    expect((await app.get("/te-laat/2026-02-30")).status).toBe(404);
    expect((await app.get("/te-laat/gisteren")).status).toBe(404);
  });
});

describe("What is late on the worked example", () => {
  test.each([
    ["2010-12-02", 0],
    ["2011-01-17", 0],
    ["2011-02-28", 0],
    ["2011-03-03", 1],
    ["2011-03-04", 0],
    ["2012-01-30", 0],
  ])("%s: %i", async (asOf, count) => {
    const { rows, page } = await open(`/te-laat?peildatum=${asOf}`);
    expect(rows).toHaveLength(count);
    if (count === 0) expect(page.text).toContain("Op deze dag is niets te laat.");
  });

  test("is told in the deadline's own words, with whom it was promised and whether the Kamer was told", async () => {
    const { rows, page } = await open("/te-laat?peildatum=2011-03-03");
    const number = numberOf("b1-voortgangsbrief-februari");
    expect(rows[0]).toMatchObject({ days: 3, number, href: `/toezeggingen/${number}?peildatum=2011-03-03` });
    expect(rows[0]?.text).toContain("(uiterlijk 28 februari 2011)");
    expect(rows[0]?.text).toContain("geen uitstel gemeld");
    expect(page.text).toContain("Niet meegeteld is wat zonder termijn is toegezegd");
  });

  test("is listed of one ministry, with the counts of all", async () => {
    const [of, other] = ["voorbeeldministerie", "veiligheid-en-justitie"].map(
      (id) => `/te-laat?ministerie=${id}&peildatum=2011-03-03`,
    );
    expect((await open(other ?? "")).rows).toHaveLength(1);
    const { rows, page } = await open(of ?? "");
    expect(rows).toEqual([]);
    expect(page.text).toContain("Van dit ministerie is hier niets te laat.");
    expect(page.text).toContain("1 toezegging te laat, drie dagen");
    expect(page.links.map(({ href }) => href)).toContain("/te-laat?peildatum=2011-03-03");
  });

  test("is not counted after the dossier was last followed", async () => {
    expect((await open("/te-laat?peildatum=2026-01-05")).page.text).toContain("Op deze dag is niets te laat.");
  });
});
