/** What one takes into a debate: what is open and what changed, on two sheets of paper, however much there is. */
import fc from "fast-check";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { fitted, type Lines, linesOf } from "#app/domain/pack-fit.ts";
import { today } from "#app/server/clock.ts";
import { type App, startApp, type Visitor } from "../support/app.ts";
import { BRIDGES, DRAFTED, inventBridges, PLANNED } from "../support/bridges.ts";
import { axeFindings, DESK, openContext, PHONE, startBrowser } from "../support/browser.ts";
import { inventLongDebates, LAST_DEBATE, LONG, LONG_COUNTS } from "../support/long-debates.ts";
import { all, type Page, textOf } from "../support/page.ts";
import { runs } from "../support/property-runs.ts";
import { startServer } from "../support/server.ts";

let app: App;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  app = await startApp();
  await inventBridges(app.databasePath);
  await inventLongDebates(app.databasePath);
  browser = await startBrowser();
  origin = await startServer(app.databasePath);
}, 120_000);

const SHIPPED = "dossier:aanpak-kinderpornografie";

async function pack(voor: string, datum: string, as: Visitor = "stranger") {
  const { status, page } = await app.get(`/debatpakket?${new URLSearchParams({ voor, datum })}`, as);
  expect(status, page?.text).toBe(200);
  if (!page) throw new Error("That is no page.");
  return { page, ...partsIn(page) };
}

/** The figures at the top, and under each heading its rows as number, title and the rest. */
function partsIn({ root }: Page) {
  const is = (name: string) => (element: { attributes: Record<string, string> }) =>
    (element.attributes.class ?? "").split(" ").includes(name);
  const figures = all(root, "ul").filter(is("pack-figures"));
  return {
    figures: figures.flatMap((list) => all(list, "li").map(textOf)),
    parts: all(root, "section")
      .filter(is("pack-part"))
      .map((part) => ({
        heading: textOf(all(part, "h2")[0]),
        notes: all(part, "p").map(textOf),
        rows: all(part, "tr")
          .slice(1)
          .map((row) => all(row, "td", "th").map(textOf)),
      })),
  };
}

describe("Before the debate of 17 May 2011 the pack of the shipped dossier", () => {
  test("says what is open, what was promised last time, and which letters came, numbers first", async () => {
    const { page, figures, parts } = await pack(SHIPPED, "2011-05-17");
    expect(page.heading).toBe("Debatpakket: Aanpak kinderpornografie");
    expect(figures).toEqual([
      "4 staan open",
      "0 daarvan te laat",
      "1 zonder termijn",
      "1 brief sinds het vorige debat",
      "0 termijnen verschoven sinds het vorige debat",
    ]);
    expect(parts.map(({ heading, rows }) => [heading, rows.map(([number, , rest]) => [number, rest])])).toEqual([
      [
        "Staat open (4)",
        [
          ["2011-0001", "volgende voortgangsbrief, verwacht 4 september 2011"],
          ["2011-0003", "volgende voortgangsbrief, verwacht 4 september 2011"],
          ["2010-0002", "loopt door"],
          ["2011-0002", "zonder termijn"],
        ],
      ],
      [
        "Toegezegd in het vorige debat (6)",
        [
          ["2010-0001", "voldaan, vier dagen te laat (4 maart 2011)"],
          ["2010-0003", "voldaan, op tijd (4 maart 2011)"],
          ["2010-0004", "voldaan, op tijd (4 maart 2011)"],
          ["2010-0002", "loopt door"],
          ["2010-0005", "deels voldaan, rest gaat verder in een andere"],
          ["2010-0006", "voldaan (4 maart 2011)"],
        ],
      ],
      ["Brieven sinds het vorige debat (1)", [["4 maart 2011", ""]]],
      ["Termijnen die verschoven sinds het vorige debat (0)", []],
    ]);
    expect(parts[1]?.notes).toEqual([
      "Debat van 2 december 2010 over de aanpak van kinderpornografie (2 december 2010, 32 500 VI, nr. 75)",
    ]);
    expect(page.text).toContain("Hulp en melden");
  });

  test("puts what is late first, on the days on which it is", async () => {
    const late = async (day: string) => (await pack(SHIPPED, day)).parts[0]?.rows[0]?.[2];
    expect(await late("2011-02-28")).toBe("uiterlijk 28 februari 2011");
    expect(await late("2011-03-03")).toBe("drie dagen te laat (was 28 februari 2011)");
  });

  test("knows no earlier debate than the first, and looks half a year back", async () => {
    const { page, parts } = await pack(SHIPPED, "2009-09-09");
    expect(page.text).toContain("Het register kent geen eerder debat.");
    expect(parts.map(({ heading }) => heading)).not.toContain("Toegezegd in het vorige debat (0)");
  });
});

describe("The pack of a committee", () => {
  test("follows what was put off and handed over since its last debate, and keeps what is internal inside", async () => {
    const { page, parts, figures } = await pack(`commissie:${BRIDGES.committee}`, "2024-07-01");
    const brief = parts.map(({ rows }) => rows.map(([number, , rest]) => `${number} ${rest}`));
    expect(brief).toEqual([
      [
        "2024-9005 31 dagen te laat (was 31 mei 2024)",
        "2024-9002 uiterlijk 21 december 2024",
        "2024-9004 uiterlijk 31 december 2024",
        "2024-9007 zonder termijn: “te zijner tijd”",
        "2024-9008 zonder termijn",
      ],
      [
        "2024-9005 31 dagen te laat (was 31 mei 2024)",
        "2024-9001 voldaan, op tijd (20 mei 2024)",
        "2024-9002 uiterlijk 21 december 2024",
        "2024-9004 uiterlijk 31 december 2024",
        "2024-9006 voldaan, op tijd (10 juni 2024)",
        "2024-9003 vervallen (2 mei 2024)",
        "2024-9007 zonder termijn: “te zijner tijd”",
      ],
      ["20 mei 2024 99 410 XII, nr. 40"],
      ["2024-9002 van 1 juni 2024 naar 21 december 2024"],
    ]);
    expect(parts[3]?.rows[0]?.[1]).toBe(
      "De bruggen schilderen; brief van 18 mei 2024 (Kamerstukken II 2023/24, 99410 XII, nr. 40, ontvangen op 20 mei 2024)",
    );
    expect(figures[1]).toBe("1 daarvan te laat");
    expect(page.text).not.toMatch(new RegExp(`${PLANNED}|${DRAFTED}|november 2024`));
  });

  test.each<Visitor>(["stranger", "aide", "staff", "clerk", "admin"])("opens for %s", async (visitor) => {
    const { parts } = await pack(`commissie:${BRIDGES.committee}`, "2024-07-01", visitor);
    expect(parts[0]?.rows).toHaveLength(5);
  });
});

describe("The day", () => {
  test("of a debate that is still to come shows the standing of today, and says so", async () => {
    const coming = addDays(today(), 30);
    const { page } = await pack("dossier:voorbeeld-digitale-loketten", coming);
    expect(page.text).toContain(
      `Debat op ${dayInWords(coming)}. Die dag moet nog komen: dit is de stand van ${dayInWords(today())}.`,
    );
  });

  test.each([
    ["voor=dossier:bestaat-niet", "Dit dossier, deze commissie of dit ambt is er niet. Kies uit de lijst."],
    ["voor=iets-anders", "Dit dossier, deze commissie of dit ambt is er niet. Kies uit de lijst."],
    [`voor=${SHIPPED}&datum=2011-02-30`, "Dit is geen datum die bestaat. Kies een dag."],
  ])("what is asked wrongly (%s) is told in a sentence", async (query, sentence) => {
    const { status, page } = await app.get(`/debatpakket?${query}`);
    expect(status).toBe(422);
    expect(page?.text).toContain(sentence);
  });

  test("the page of a dossier leads to its pack, on the day that one looks at", async () => {
    const { page } = await app.get("/dossiers/aanpak-kinderpornografie?peildatum=2011-03-03");
    const href = page?.links.find(({ text }) => text.startsWith("Debatpakket:"))?.href ?? "";
    const { page: opened } = await app.get(href);
    expect(opened?.text).toContain("Stand op 3 maart 2011.");
  });
});

// --- Two sheets -----------------------------------------------------------------------------------------------------

const PACKS = [
  SHIPPED,
  "dossier:voorbeeld-digitale-loketten",
  `dossier:${LONG.dossier}`,
  `commissie:${LONG.committee}`,
  `ambt:${LONG.office}`,
];

describe("On paper", () => {
  test.each(PACKS)(
    "%s is at most two pages of A4, with and without what a browser adds",
    { timeout: 120_000 },
    async (voor) => {
      const context = await openContext(browser, { origin, javaScript: false });
      const page = await context.newPage();
      for (const datum of ["2011-05-17", "2024-03-08", "2024-09-01", today(), addDays(today(), 40)]) {
        await page.goto(`/debatpakket?${new URLSearchParams({ voor, datum })}`);
        for (const displayHeaderFooter of [false, true]) {
          const { numPages } = await getDocument({
            data: new Uint8Array(await page.pdf({ format: "A4", displayHeaderFooter })),
            verbosity: 0,
          }).promise;
          expect(numPages, `${voor} on ${datum}`).toBeLessThanOrEqual(2);
        }
      }
      await context.close();
    },
  );

  test("the second page of a large one is used as well, and all that is left out is counted, with where it is", async () => {
    const { parts, figures } = await pack(`dossier:${LONG.dossier}`, "2024-09-01");
    const { open, promised, letters, shifts } = LONG_COUNTS;
    expect(figures.map((text) => Number.parseInt(text, 10)).filter((_, at) => at !== 1 && at !== 2)).toEqual([
      open,
      letters,
      shifts,
    ]);
    expect(parts.map(({ heading }) => Number(/\((\d+)\)$/.exec(heading)?.[1]))).toEqual([
      open,
      promised,
      letters,
      shifts,
    ]);
    for (const { heading, rows, notes } of parts) {
      const [, all] = /\((\d+)\)$/.exec(heading) ?? [];
      expect(rows.length).toBeGreaterThan(2);
      const [, more, where = ""] = /En nog (\d+) andere\. Zie (\S+)$/.exec(notes.at(-1) ?? "") ?? [];
      expect(rows.length + Number(more), heading).toBe(Number(all));
      expect((await app.get(where.replace(/^https?:\/\/[^/]+/, ""))).status, where).toBe(200);
    }
    const shown = parts.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(shown, "What fits is shown.").toBeGreaterThan(35);
  });

  test("the register that the pack refers to holds as many as the pack counts", async () => {
    const { parts } = await pack(`commissie:${LONG.committee}`, "2024-09-01");
    const [, where = ""] = /Zie (\S+)$/.exec(parts[0]?.notes.at(-1) ?? "") ?? [];
    const { page } = await app.get(where.replace(/^https?:\/\/[^/]+/, ""));
    expect(page?.text).toContain(`${LONG_COUNTS.open} toezeggingen`);
  });
});

test("it has nothing that hinders, on a desk and on a phone, and no row is cut there", {
  timeout: 120_000,
}, async () => {
  for (const viewport of [DESK, PHONE]) {
    const context = await openContext(browser, { origin, viewport });
    const page = await context.newPage();
    await page.goto(`/debatpakket?voor=dossier:${LONG.dossier}&datum=${addDays(LAST_DEBATE, 60)}`);
    expect(await axeFindings(page)).toEqual([]);
    const cut = await page
      .locator(".pack-cut")
      .evaluateAll((spans) => spans.filter((span) => span.scrollHeight > span.clientHeight + 1).length);
    expect(cut).toBe(0);
    await context.close();
  }
});

test("what fits is never more than the room, leaves no row out that would fit, and begins with the first", () => {
  const lines = fc.array(fc.constantFrom<Lines>(1, 2), { maxLength: 300 });
  const height = (rows: readonly Lines[]) => rows.reduce((sum: number, one) => sum + (one === 1 ? 14 : 25), 0);
  fc.assert(
    fc.property(fc.tuple(lines, lines, lines, lines), fc.boolean(), fc.boolean(), (rows, help, invented) => {
      const shares = [45, 25, 15, 15];
      const parts = rows.map((of, at) => ({ rows: of, share: shares[at] ?? 1 }));
      const counts = fitted(parts, { help, invented });
      const used = rows.reduce((sum, of, at) => sum + height(of.slice(0, counts[at])), 0);
      expect(used).toBeLessThanOrEqual(1030);
      rows.forEach((of, at) => {
        const next = of[counts[at] ?? 0];
        if (next !== undefined) expect(used + height([next])).toBeGreaterThan(1030 - 90 - 45);
      });
    }),
    runs(200),
  );
  expect([linesOf("kort", "kort"), linesOf("lang ".repeat(20), ""), linesOf("", "lang ".repeat(20))]).toEqual([
    1, 2, 2,
  ]);
});
