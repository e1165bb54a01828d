/** The page with the timeline of a dossier: the same facts drawn and told, as they stood on the day. */
import { beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "../support/app.ts";
import { furnish, SECRETS } from "../support/furnish.ts";
import { EVERYTHING, inventDossiers, ONE_DAY, SIXTY, UNDATED } from "../support/invented-dossiers.ts";
import { all, type Element, textOf } from "../support/page.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
  await inventDossiers(app.databasePath);
});

const SHIPPED = "aanpak-kinderpornografie";
const at = (slug: string, asOf?: string) => `/dossiers/${slug}/tijdlijn${asOf ? `?peildatum=${asOf}` : ""}`;

async function open(slug: string, asOf?: string) {
  const { status, page, text } = await app.get(at(slug, asOf));
  expect(status).toBe(200);
  if (!page) throw new Error("That is no page.");
  const has = (name: string) => (element: Element) => (element.attributes.class ?? "").split(" ").includes(name);
  const wide = all(page.root, "div").find(has("timeline__shape--wide"));
  const narrow = all(page.root, "div").find(has("timeline__shape--narrow"));
  const rows = all(page.root, "table")
    .slice(0, 1)
    .flatMap((table) => all(table, "tr"))
    .slice(1)
    .map((row) => {
      const [kind] = all(row, "td").map(textOf);
      return { text: textOf(row), kind, href: all(row, "a")[0]?.attributes.href ?? null };
    });
  return { page, html: text, wide, narrow, rows, has };
}

const targets = (shape: Element | undefined) =>
  (shape ? all(shape, "a") : []).map(({ attributes }) => attributes.href ?? "");
const signs = (shape: Element | undefined, name: string) =>
  (shape ? all(shape) : []).filter(({ attributes }) => attributes.class === name).length;

describe("The shipped dossier", () => {
  const LETTER = "De volgende voortgangsbrief in februari 2011 sturen";

  test("on 28 February 2011 nothing is late", async () => {
    const { wide, rows } = await open(SHIPPED, "2011-02-28");
    expect(signs(wide, "tl-late")).toBe(0);
    expect(rows.find(({ text }) => text.includes(LETTER))?.text).not.toContain("laat");
  });

  test("on 3 March one commitment is three days late, drawn and told", async () => {
    const { wide, narrow, rows } = await open(SHIPPED, "2011-03-03");
    expect([signs(wide, "tl-late"), signs(narrow, "tl-late")]).toEqual([1, 1]);
    expect(rows.find(({ text }) => text.includes(LETTER))?.text).toContain(
      "Te laat van 1 maart 2011 tot en met 3 maart 2011 (drie dagen).",
    );
  });

  test("on 4 March it is met, its lateness stays, and nothing of after that day shows", async () => {
    const { page, wide, rows } = await open(SHIPPED, "2011-03-04");
    const row = rows.find(({ text }) => text.includes(LETTER))?.text;
    expect(row).toContain("Te laat van 1 maart 2011 tot en met 3 maart 2011");
    expect(row).toContain("Voldaan op 4 maart 2011.");
    expect(signs(wide, "tl-late")).toBe(1);
    expect(page.text).toContain("De rest ging op 4 maart 2011 verder in 2011-000");
    for (const later of ["10 jun 2011", "30 jan 2012", "Voortgangsbrief van januari 2012", "Debat van 17 mei 2011"]) {
      expect(page.text).not.toContain(later);
    }
  });

  test("after it was last followed it says so, and draws on no further", async () => {
    const { page, wide } = await open(SHIPPED);
    expect(page.text).toContain("Na 20 maart 2014 is dit dossier niet meer gevolgd.");
    const words = all(wide as Element, "text").map(textOf);
    expect(words).toContain("2013");
    expect(words.filter((word) => /20(1[5-9]|2\d)/.test(word))).toEqual([]);
    expect(page.text).toContain("stand per 20 maart 2014");
  });

  test("before everything there is nothing to draw, and it says where to go", async () => {
    const { page, wide } = await open(SHIPPED, "1950-01-01");
    expect(wide).toBeUndefined();
    expect(page.text).toContain("nog niets om te tekenen");
  });

  test("its page leads to the timeline, on the same day", async () => {
    const { page } = await app.get(`/dossiers/${SHIPPED}?peildatum=2011-03-04`);
    expect(page?.links).toContainEqual({ href: at(SHIPPED, "2011-03-04"), text: "Tijdlijn van dit dossier" });
  });
});

describe("Drawing and table", () => {
  test.each([SHIPPED, EVERYTHING, SIXTY, ONE_DAY])("of %s hold the same, in the same order", async (slug) => {
    const { wide, narrow, rows, page } = await open(slug);
    const drawn = targets(wide);
    expect(drawn.length).toBeGreaterThan(1);
    expect(targets(narrow)).toEqual(drawn);
    const titles = all(wide as Element, "title").map(textOf);
    expect(titles[0]).toContain(page.heading);
    // Debates, letters and figures share their lines; documents without a day are in the table alone.
    const lanes = ["debat", "voortgangsbrief", "andere brief", "cijfer"];
    const told = rows.filter(({ kind = "", text }) => !lanes.includes(kind) && !text.endsWith("zonder datum"));
    expect(told.map(({ href }) => href).slice(0, drawn.length)).toEqual(drawn);
    expect(told.slice(drawn.length).map(({ kind }) => kind)).toEqual(told.slice(drawn.length).map(() => "andere bron"));
    expect(rows.length).toBeGreaterThanOrEqual(drawn.length);
  });

  test("every row leads to a page that is there", async () => {
    for (const slug of [SHIPPED, EVERYTHING]) {
      const { rows } = await open(slug);
      for (const href of new Set(rows.map((row) => row.href))) {
        expect(href, "each row has a link").not.toBeNull();
        expect((await app.get(href ?? "")).status, href ?? "").toBe(200);
      }
    }
  });

  test("no script of its own, no style attribute, and nothing to run into by keyboard in the drawing", async () => {
    const { html, wide, narrow } = await open(EVERYTHING);
    expect(html).not.toMatch(/<script(?! src="\/scripts\/search\.js")|\sstyle="/);
    for (const shape of [wide, narrow]) {
      const links = all(shape as Element, "a");
      expect(links.length).toBeGreaterThan(10);
      expect(links.every(({ attributes }) => attributes.tabindex === "-1")).toBe(true);
    }
  });

  test("each pattern that is used is there under that name", async () => {
    for (const slug of [EVERYTHING, SIXTY]) {
      const { page } = await open(slug);
      const elements = all(page.root);
      const ids = elements.flatMap(({ attributes: { id } }) => id ?? []);
      const used = elements.flatMap(({ attributes: { fill } }) => /^url\(#(.+)\)$/.exec(fill ?? "")?.[1] ?? []);
      expect(used.length).toBeGreaterThan(3);
      for (const id of used) expect(ids).toContain(id);
    }
  });
});

describe("A dossier in which everything happens", () => {
  test("tells each in the table", async () => {
    const { rows } = await open(EVERYTHING, "2021-06-01");
    const of = (title: string) => rows.find(({ text }) => text.startsWith(title))?.text ?? "";
    expect(of("Berichten over het glas")).toContain(
      "Te laat van 2 juni 2019 tot en met 30 september 2019 (121 dagen).",
    );
    expect(of("De cijfers per teler geven")).toContain("Deels voldaan op 1 juli 2019.");
    expect(of("Een proef met lieveheersbeestjes")).toContain("Vervallen op 1 november 2019.");
    expect(of("De regels voor kassen")).toMatch(/Voldaan op 1 juli 2019.*Heropend op 10 maart 2020/);
    expect(of("Een onderzoek naar warmte")).toContain("eerder: 1 september 2019, 15 januari 2020");
    expect(of("De Eerste Kamer informeren")).toContain("wacht op oordeel");
    expect(of("Twee keer per jaar")).toContain("Een brief op tijd, op 1 juli 2019.");
    expect(of("Voorlichting aan telers (?)")).toContain("1 januari 2020 tot en met 1 april 2020");
    expect(of("Een rapport zonder datum")).toContain("zonder datum");
  });

  test("shows its figures as a series, each with the passage that reports it", async () => {
    const { page, rows } = await open(EVERYTHING);
    const table = all(page.root, "table")[1];
    const points = (table ? all(table, "tr") : []).slice(1);
    expect(points.map(textOf).map((text) => text.replace(/ Het aantal.*/, ""))).toEqual([
      "31 december 2018 1.240",
      "30 juni 2019 1.105",
      "31 december 2019 980,5",
    ]);
    for (const point of points) expect(all(point, "a")[0]?.attributes.href).toContain("/brieven/kas-brief-2");
    expect(rows.find(({ text }) => text.includes("2019-06-30"))?.text).toContain("1.105 kassen");
    expect(page.text).toContain("1.240 op 31 december 2018");
    expect(page.text).toContain("De as begint bij nul.");
  });

  test("names what has no day only in words", async () => {
    const { page, wide } = await open(EVERYTHING);
    expect(page.text).toContain("Zonder dag, en daarom alleen in de tabel: Een rapport zonder datum.");
    expect(all(wide as Element, "text").map(textOf)).not.toContain("Een rapport zonder datum");
  });

  test("with nothing but a document without a date is still a page", async () => {
    const { page, rows } = await open(UNDATED);
    expect(rows).toHaveLength(1);
    expect(page.text).toContain("alleen in de tabel: Een rapport zonder datum");
  });
});

test("what only a draft knows is not on it, and a dossier that only a draft knows has none", async () => {
  await furnish(app);
  const { html } = await open("voorbeeld-digitale-loketten");
  for (const secret of Object.values(SECRETS)) expect(html).not.toContain(secret);
  expect((await app.get("/dossiers/dossier-nog-niet-bekend/tijdlijn")).status).toBe(404);
  expect((await app.get("/dossiers/nergens/tijdlijn")).status).toBe(404);
});
