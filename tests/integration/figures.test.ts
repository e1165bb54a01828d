/** Pictures of promises: what is drawn, what stands in the table and what the register lists are the same numbers. */
import { beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "../support/app.ts";
import { all, type Element, textOf } from "../support/page.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});

const SHIPPED = "dossier=aanpak-kinderpornografie";
const has = (name: string) => (element: Element) => (element.attributes.class ?? "").split(" ").includes(name);
/** Numbers as the page writes them: `3`, `3 (17%)`. */
const numberIn = (text: string): number => Number(/^\d+/.exec(text)?.[0] ?? Number.NaN);

async function open(query = "") {
  const { status, page } = await app.get(`/cijfers${query}`);
  expect(status).toBe(200);
  if (!page) throw new Error("That is no page.");
  const bars = all(page.root, "li").filter(has("bar")).map(barIn);
  const tables = all(page.root, "table").map((table) => ({
    caption: textOf(all(table, "caption")[0]),
    rows: all(table, "tr").map((row) => all(row, "th", "td")),
  }));
  return { page, bars, tables };
}

/** The name, how many it says there are, the classes in words, and what is drawn of them. */
function barIn(bar: Element) {
  const name = textOf(all(bar, "p")[0]).replace(/\u00a0/g, " ");
  const drawing = all(bar, "svg").find(has("bar__drawing"));
  return {
    name: name.replace(/ \(n = \d+\)$/, ""),
    n: numberIn(/n = (\d+)/.exec(name)?.[1] ?? ""),
    counts: Object.fromEntries(
      all(bar, "li").map((item) => {
        const [, count = "", words = ""] = /^(\d+) (.*?)(?: \(\d+%\))?$/.exec(textOf(item)) ?? [];
        return [words, Number(count)];
      }),
    ),
    text: textOf(bar),
    drawn: drawing && partsIn(drawing),
  };
}

const partsIn = (drawing: Element) =>
  all(drawing, "rect").map(({ attributes }) => ({
    count: Number(attributes["data-count"]),
    x: Number.parseFloat(attributes.x ?? ""),
    width: Number.parseFloat(attributes.width ?? ""),
    fill: attributes.fill,
  }));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("The worked example, counted on", () => {
  test.each([
    ["2010-12-02", { "loopt nog": 4, "zonder termijn": 2 }],
    ["2011-01-17", { "loopt nog": 4, "zonder termijn": 2 }],
    ["2011-02-28", { "loopt nog": 4, "zonder termijn": 2 }],
    ["2011-03-03", { "loopt nog": 3, "te laat": 1, "zonder termijn": 2 }],
    [
      "2011-03-04",
      {
        "op tijd voldaan": 2,
        "te laat voldaan": 1,
        "voldaan, zonder dag om aan te toetsen": 1,
        "loopt nog": 3,
        "zonder termijn": 1,
        "gaat verder in een andere toezegging": 1,
      },
    ],
  ])("%s", async (asOf, counts) => {
    const { bars } = await open(`?${SHIPPED}&peildatum=${asOf}`);
    expect(bars[0]).toMatchObject({ name: "Alles samen", counts });
    expect(bars[0]?.n).toBe(sum(Object.values(counts)));
  });

  test("the day after it was last followed nothing in it is late or open any more", async () => {
    const [last, after] = [
      await open(`?${SHIPPED}&peildatum=2014-03-20`),
      await open(`?${SHIPPED}&peildatum=2014-03-21`),
    ];
    const open20 = last.bars[0]?.counts ?? {};
    expect(after.bars[0]?.counts["niet meer gevolgd"]).toBe(
      sum([open20["loopt nog"] ?? 0, open20["te laat"] ?? 0, open20["zonder termijn"] ?? 0]),
    );
    expect(after.page.text).toContain("Op deze dag staat hier niets open");
  });
});

describe("What is drawn", () => {
  test("fills the bar with exactly its numbers, one beside the other", async () => {
    const { bars } = await open();
    const drawn = bars.filter((bar) => bar.drawn);
    expect(drawn.length).toBeGreaterThan(0);
    for (const { n, counts, drawn: parts = [] } of drawn) {
      expect(parts.map(({ count }) => count)).toEqual(Object.values(counts));
      let from = 0;
      for (const { count, x, width } of parts) {
        expect(x).toBeCloseTo((from / n) * 100, 2);
        expect(width).toBeCloseTo((count / n) * 100, 2);
        from += count;
      }
      expect(from).toBe(n);
      expect(new Set(parts.map(({ fill }) => fill)).size, "each has a pattern of its own").toBe(parts.length);
    }
  });

  test("has a pattern on the page for each fill", async () => {
    const { page } = await open();
    const patterns = all(page.root, "pattern").map(({ attributes }) => `url(#${attributes.id})`);
    const fills = all(page.root, "rect").flatMap(({ attributes }) =>
      attributes.fill?.startsWith("url") ? [attributes.fill] : [],
    );
    expect(fills.length).toBeGreaterThan(10);
    for (const fill of fills) expect(patterns).toContain(fill);
  });

  test("is nothing below ten: the numbers stand there, no bar and no share", async () => {
    const { bars } = await open();
    const few = bars.filter(({ n }) => n < 10);
    expect(few.length).toBeGreaterThan(1);
    for (const { text, drawn } of few) {
      expect(drawn).toBeUndefined();
      expect(text).toContain("Te weinig om te vergelijken");
      expect(text).not.toContain("%");
    }
  });

  test("is what the table says, per ministry and per office, and adds up to all", async () => {
    const { bars, tables } = await open();
    for (const what of ["ministerie", "ambt"]) {
      const table = tables.find(({ caption }) => caption === `Wat ervan kwam, per ${what}`);
      const [head = [], ...rows] = table?.rows.map((cells) => cells.map(textOf)) ?? [];
      expect(rows.length).toBeGreaterThan(1);
      for (const [name = "", n = "", ...cells] of rows) {
        const bar = bars.find((one) => one.name === name && one.n === numberIn(n));
        const inTable = head.slice(2, -1).map((label, at) => [label.toLowerCase(), numberIn(cells[at] ?? "")] as const);
        expect(Object.fromEntries(inTable.filter(([, count]) => count > 0)), name).toEqual(bar?.counts);
        expect(sum(inTable.map(([, count]) => count)), name).toBe(numberIn(n));
      }
      expect(sum(rows.map(([, n = ""]) => numberIn(n)))).toBe(bars[0]?.n);
    }
  });

  test("of ages and shifts is what its row says", async () => {
    const { tables } = await open("?dossier=voorbeeld-digitale-loketten");
    const drawn = tables.filter(({ rows }) => rows.some((cells) => cells.some((cell) => all(cell, "svg").length > 0)));
    expect(drawn.length).toBeGreaterThan(1);
    for (const { rows, caption } of drawn)
      for (const cells of rows.slice(1)) {
        const parts = cells.flatMap((cell) => all(cell, "svg").flatMap(partsIn));
        const total = numberIn(textOf(cells.at(-1)));
        expect(sum(parts.map(({ count }) => count)), caption).toBe(total);
      }
  });
});

describe("A filter of the register", () => {
  test("counts the same here as there", async () => {
    for (const query of ["", "?ministerie=voorbeeldministerie", "?te-laat=ja", "?status=voldaan", `?${SHIPPED}`]) {
      const { bars } = await open(query);
      const { page } = await app.get(`/toezeggingen${query}`);
      expect(page?.text, query).toMatch(new RegExp(`\\b${bars[0]?.n} toezegging`));
    }
  });

  test("goes along to the list, and its choices can be taken away", async () => {
    const { page } = await open("?ministerie=voorbeeldministerie&peildatum=2026-06-01");
    const hrefs = page.links.map(({ href }) => href);
    expect(hrefs).toContain("/toezeggingen?ministerie=voorbeeldministerie&peildatum=2026-06-01");
    expect(hrefs).toContain("/cijfers?peildatum=2026-06-01");
  });

  test("that finds nothing says so", async () => {
    const { page, bars } = await open("?ministerie=nergens");
    expect(bars).toEqual([]);
    expect(page.text).toContain("Geen toezegging past bij deze keuzes");
  });
});

test("what is no promise is counted apart, and figures of letters are drawn as series", async () => {
  const { page } = await open(`?${SHIPPED}`);
  const apart = all(page.root, "section").find(({ attributes }) => attributes["aria-labelledby"] === "daarnaast");
  expect(all(apart ?? page.root, "li").map(textOf)).toEqual(
    expect.arrayContaining(["5 verwachtingen", "2 cijfers", "8 maatregelen"]),
  );
  expect(all(page.root, "svg").filter(has("series__drawing"))).toHaveLength(1);
  const before = await open(`?${SHIPPED}&peildatum=2010-12-02`);
  expect(all(before.page.root, "svg").filter(has("series__drawing"))).toHaveLength(0);
});
