/** Search as people use it, over the demo and an invented debate, letter and item of policy on greenhouses. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Answer, type App, startApp } from "../support/app.ts";
import { emptyPlace } from "../support/database.ts";
import { furnish, SECRETS } from "../support/furnish.ts";
import { HOSTILE } from "../support/hostile-questions.ts";
import { inventDossiers } from "../support/invented-dossiers.ts";
import { all, textOf } from "../support/page.ts";
import { changeRows } from "../support/stored-rows.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
  await furnish(app);
});

const asked = (q: string, more: Record<string, string> = {}): Promise<Answer> =>
  app.get(`/zoeken?${new URLSearchParams({ q, ...more })}`);

const titles = ({ page }: Answer): string[] => (page ? all(page.root, "h3").map(textOf) : []);
const marks = ({ page }: Answer): string[] => [...new Set(page ? all(page.root, "mark").map(textOf) : [])].sort();
const MELDKNOP = "De Kamer informeren over de stand van zaken van de meldknop";

describe("A question", () => {
  test.each([
    ["meldknop", ["Meldknop", "meldknop", "meldknoppen"]],
    ["MELDKNOPPEN", ["Meldknop", "meldknop", "meldknoppen"]],
    ["knop", ["Meldknop", "meldknop", "meldknoppen"]],
    ["meld knop", ["Meldknop", "meldknop", "meldknoppen"]],
    ["meldk*", ["Meldknop", "meldknop", "meldknoppen"]],
    ["méldknop", ["Meldknop", "meldknop", "meldknoppen"]],
  ])("%s finds the button to report with, and marks it", async (q, expected) => {
    const answer = await asked(q);
    expect(titles(answer)).toContain(MELDKNOP);
    expect(marks(answer)).toEqual(expected);
  });

  test("of words in quotes finds only those, in that order", async () => {
    expect(titles(await asked('"stand van zaken van de meldknop"'))).toEqual([MELDKNOP]);
    expect((await asked('"zaken stand van"')).page?.text).toContain("Niets gevonden");
  });

  test("leaves out what is excluded, in either way", async () => {
    const withAll = titles(await asked("meldknop"));
    for (const q of ["meldknop -stand", "meldknop NOT stand"]) {
      const left = titles(await asked(q));
      expect(left).not.toContain(MELDKNOP);
      expect(left.length).toBeGreaterThan(0);
      expect(left.length).toBeLessThan(withAll.length);
    }
  });

  test("finds by the name of an office and of a member, in words of the page", async () => {
    const byOffice = await asked("staatssecretaris meldknop");
    expect(titles(byOffice)).toEqual([MELDKNOP]);
    expect(marks(byOffice)).toContain("Staatssecretaris");
  });

  test("leads to the passage of a letter", async () => {
    const { page } = await asked("loketten", { soort: "brieven" });
    const passages = page?.links.filter(({ text }) => /^Passage \d+$/.test(text)) ?? [];
    expect(passages.length).toBeGreaterThan(0);
    for (const { href } of passages) {
      const [path = "", anchor = ""] = href.split("#");
      const letter = (await app.get(path)).page;
      expect(
        all(letter?.root ?? { tag: "", attributes: {}, children: [] }).some(
          ({ attributes }) => attributes.id === anchor,
        ),
      ).toBe(true);
    }
  });

  test("that finds nothing is answered with a near spelling, or with what to leave out", async () => {
    expect((await asked("mldknop")).page?.links).toContainEqual({ href: "/zoeken?q=meldknop", text: "meldknop" });
    const both = await asked("meldknop zebrapad");
    expect(both.page?.text).toContain("Nergens gevonden: “zebrapad”.");
    expect(both.page?.links).toContainEqual({ href: "/zoeken?q=meldknop", text: "meldknop" });
  });

  test.each([
    ["", "U zoekt in toezeggingen"],
    ["?!", "Hierin staat geen woord of getal"],
    ["-loket", "U sluit alleen woorden uit"],
  ])("of %j is answered with a sentence", async (q, sentence) => {
    const { status, page } = await asked(q);
    expect([status, page?.text]).toEqual([200, expect.stringContaining(sentence)]);
  });

  test("of whatever kind is answered, typed and while typing", async () => {
    for (const q of HOSTILE) {
      for (const path of ["/zoeken", "/zoeken/suggesties"]) {
        const { status } = await app.get(`${path}?${new URLSearchParams({ q })}`);
        expect([200, 302], `${path} ${q.slice(0, 40)}`).toContain(status);
      }
    }
    expect((await app.get("/zoeken?q=loket&soort=onzin&pagina=99999999")).status).toBe(200);
    const beyond = (await app.get("/zoeken?q=loket&soort=toezeggingen&pagina=40")).page;
    expect(beyond?.links).toContainEqual({
      href: "/zoeken?q=loket&soort=toezeggingen",
      text: "Naar de laatste pagina",
    });
  });
});

test("no page holds a zero byte, wherever its letters of more than one byte fall", async () => {
  for (let before = 0; before < 40; before += 1) {
    const q = `${"a".repeat(before)} ${"é…€".repeat(50)}`;
    expect((await app.get(`/zoeken?${new URLSearchParams({ q })}`)).text).not.toContain("\0");
  }
});

describe("A number", () => {
  test.each([
    ["2010-0006", "/toezeggingen/2010-0006"],
    ["v2011-0001", "/gevolgd/V2011-0001"],
    ["32 500 VI, nr. 75", "/debatten/debat-2010-12-02"],
    ["KST-32500-vi-75", "/debatten/debat-2010-12-02"],
    ["32500-VI-75", "/debatten/debat-2010-12-02"],
  ])("%s goes straight to the thing, and the day stays", async (q, path) => {
    expect(await asked(q)).toMatchObject({ status: 302, location: path });
    expect(await asked(q, { peildatum: "2012-02-03" })).toMatchObject({ location: `${path}?peildatum=2012-02-03` });
    const { suggestions } = JSON.parse((await app.get(`/zoeken/suggesties?${new URLSearchParams({ q })}`)).text) as {
      suggestions: { href: string }[];
    };
    expect(suggestions[0]?.href, "while typing").toBe(path);
  });

  test.each([
    ["2010-9999", "Het register heeft niets met nummer 2010-9999."],
    ["tz202603-130", "TZ202603-130 is een nummer van de Tweede Kamer. Het register kent geen toezegging"],
    ["T01237", "T01237 is een nummer van de Eerste Kamer. Het register kent geen toezegging"],
    ["12 345, nr. 6", "Het register heeft 12 345, nr. 6 niet"],
  ])("%s that the register does not know is said to be so", async (q, sentence) => {
    expect((await asked(q)).page?.text).toContain(sentence);
  });

  test("of a paper that it does not have leads to the official publication", async () => {
    expect((await asked("12 345, nr. 6")).page?.links.map(({ href }) => href)).toContain(
      "https://zoek.officielebekendmakingen.nl/kst-12345-6.html",
    );
  });

  test("of what had yet to come says from when it is", async () => {
    expect((await asked("2010-0006", { peildatum: "2010-12-01" })).page?.text).toContain(
      "2010-0006 is van 2 december 2010 en was er op deze dag nog niet.",
    );
  });
});

test("what came after the day is not found, nor suggested", async () => {
  const [before, on] = ["2010-12-01", "2010-12-02"];
  expect(titles(await asked("meldknop", { peildatum: before }))).not.toContain(MELDKNOP);
  expect(titles(await asked("meldknop", { peildatum: on }))).toContain(MELDKNOP);
  const suggested = async (peildatum: string) =>
    (await app.get(`/zoeken/suggesties?${new URLSearchParams({ q: "meldkn", peildatum })}`)).text;
  expect(JSON.parse(await suggested(before))).toEqual({ suggestions: [] });
  expect(await suggested(on)).toContain("/toezeggingen/2010-0006?peildatum=2010-12-02");
});

test("what was not recorded yet at a moment is not found at its fixed address", async () => {
  const moment = (text: string) => /bekend=([\d-]+T[\d:.]+Z)/.exec(text)?.[1] ?? "";
  const { text } = await asked("meldknop");
  const fixed = await asked("meldknop", { bekend: moment(text) });
  expect(titles(fixed)).toContain(MELDKNOP);
  expect(titles(await asked("meldknop", { bekend: "2001-01-01" }))).toEqual([]);
});

test("drafts are found by nobody, counted nowhere and suggested never, by any of their words", async () => {
  const drafts = [SECRETS.title, SECRETS.item, SECRETS.listedTitle, SECRETS.topic, SECRETS.dossier, SECRETS.member];
  const words = new Set(drafts.flatMap((text) => text.split(/\W+/)).filter((word) => word.length > 3));
  for (const word of [...words, ...drafts.map((text) => `"${text}"`)]) {
    for (const path of ["/zoeken", "/zoeken/suggesties"]) {
      const { text, page } = await app.get(`${path}?${new URLSearchParams({ q: word })}`);
      // What was typed stands in the heading and in the box.
      const said = page ? [...titles({ page } as Answer), ...page.links.map((link) => link.text)].join("\n") : text;
      for (const secret of drafts) expect(said, word).not.toContain(secret);
    }
  }
  expect((await asked("regenboog")).page?.text).toContain("Niets gevonden");
  expect((await asked("glijbaan")).page?.text).toContain("Niets gevonden");
});

test("the box is on every page, and holds the question only where it is answered", async () => {
  for (const path of ["/", "/toezeggingen", "/inloggen", "/nergens"]) {
    const { page } = await app.get(path);
    const [field] = page ? all(page.root, "input").filter(({ attributes }) => attributes.id === "zoekvraag") : [];
    expect(field?.attributes.value ?? "", path).toBe("");
    expect(field, path).toBeDefined();
  }
  const { page } = await asked("meldknop");
  expect(
    page && all(page.root, "input").find(({ attributes }) => attributes.id === "zoekvraag")?.attributes.value,
  ).toBe("meldknop");
});

describe("The index", () => {
  test("of an invented register finds the same after it was made anew, and verify names what is wrong with it", async () => {
    const place = emptyPlace();
    await inventDossiers(place);
    process.env.DATABASE_PATH = place;
    vi.resetModules();
    const { close } = await import("#db/client.ts");
    const { nowOn } = await import("#db/moment.ts");
    const { searched, searchedCommitments } = await import("#db/search.ts");
    const { renewSearch } = await import("#db/old-search.ts");
    const { differences } = await import("#db/verify.ts");
    const found = async () => {
      const { question: _question, ...hits } = await searched("kassen", await nowOn("2020-06-01"));
      return hits;
    };
    const before = await found();
    expect(before.commitment.total).toBeGreaterThan(40);
    expect(await differences()).toEqual([]);
    expect((await searchedCommitments("kassen", await nowOn("2020-06-01"))).size).toBe(before.commitment.total);

    changeRows({ databasePath: place }, "DELETE FROM search_state");
    expect(await renewSearch()).toBe("made");
    expect(await found()).toEqual(before);
    expect(await differences()).toEqual([]);

    changeRows({ databasePath: place }, "UPDATE search_words SET texts = texts + 1 WHERE word = 'kassen'");
    expect(await differences()).toEqual(["zoekindex: het woord “kassen” is verkeerd geteld."]);
    changeRows({ databasePath: place }, "DELETE FROM search_texts WHERE thing_id = 'vervallen'");
    expect(await differences()).toEqual(["zoekindex: toezegging vervallen ontbreekt of heeft andere woorden."]);
    close();
  });
});
