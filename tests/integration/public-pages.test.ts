/** What anyone reads: the register on a day, page by page. */
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { isInventedNotice } from "#app/domain/commitment.ts";
import { paths } from "#app/paths.ts";
import { type Answer, type App, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});

const LETTER_IN_FEBRUARY = "De volgende voortgangsbrief in februari 2011 sturen";
const textAt = async (path: string): Promise<string> => (await app.get(path)).page?.text ?? "";
const column = (query: string, ...values: string[]): string[] => {
  const connection = new Database(app.databasePath, { readonly: true });
  const rows = connection
    .prepare(query)
    .pluck()
    .all(...values) as string[];
  connection.close();
  return rows;
};
const numberOf = (id: string): string => column("SELECT number FROM commitments WHERE id = ?", id)[0] ?? "";

describe("The letter that was promised for February 2011:", () => {
  const LATE = "/toezeggingen?te-laat=ja&peildatum=";

  test("on 28 February nothing is late", async () => {
    const text = await textAt(`${LATE}2011-02-28`);
    expect(text).toContain("Geen toezeggingen: te laat. Stand op 28 februari 2011");
    expect(text).not.toContain(LETTER_IN_FEBRUARY);
  });

  test("on 3 March it is three days late, and it is the only one", async () => {
    const { page } = await app.get(`${LATE}2011-03-03`);
    expect(page?.text).toContain("1 toezegging: te laat. Stand op 3 maart 2011");
    const [row, ...others] = page ? all(page.root, "tr").filter((one) => all(one, "a").length > 0) : [];
    expect(others).toEqual([]);
    expect(page?.links.map(({ text }) => text)).toContain(LETTER_IN_FEBRUARY);
    expect(row && all(row, "td", "th").length).toBeGreaterThan(2);
    expect(page?.text).toMatch(/(?:3|drie) dagen/);
  });

  test("on 4 March it is gone from that list", async () => {
    expect(await textAt(`${LATE}2011-03-04`)).not.toContain(LETTER_IN_FEBRUARY);
  });

  test("its page says on 3 March that it is open and late, and on 4 March that it was met, four days late", async () => {
    const path = `/toezeggingen/${numberOf("b1-voortgangsbrief-februari")}?peildatum=`;
    const before = await textAt(`${path}2011-03-03`);
    expect(before).toMatch(/openstaand/i);
    expect(before).toMatch(/drie dagen te laat|3 dagen te laat/);
    const after = await textAt(`${path}2011-03-04`);
    expect(after).toMatch(/voldaan/i);
    expect(after).toContain("vier dagen");
    expect(after).not.toMatch(/drie dagen te laat|3 dagen te laat/);
  });

  test("its page says on a day before the debate that it was not there yet", async () => {
    expect(await textAt(`/toezeggingen/${numberOf("b1-voortgangsbrief-februari")}?peildatum=2010-12-01`)).toContain(
      "Op 1 december 2010 was deze toezegging er nog niet. Ze is gedaan op 2 december 2010.",
    );
  });

  test("its number opens in small letters as well", async () => {
    expect((await app.get(`/toezeggingen/${numberOf("b1-voortgangsbrief-februari").toLowerCase()}`)).status).toBe(200);
  });
});

describe("A day that cannot be shown:", () => {
  const PAGES = [
    "/",
    "/toezeggingen",
    "/brieven",
    "/debatten",
    "/dossiers",
    "/dossiers/aanpak-kinderpornografie",
    "/onderwerpen/meldknop",
    "/uitleg",
  ];
  const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);

  test.each(PAGES)("%s refuses tomorrow with a sentence", async (path) => {
    const { status, page } = await app.get(`${path}?peildatum=${tomorrow}`);
    expect(status).toBe(422);
    expect(page?.heading).toBe("Deze peildatum moet nog komen");
    expect(page?.text).toContain("Kies vandaag of een eerdere dag.");
  });

  test.each([
    "2011-02-30",
    "2011-13-01",
    "gisteren",
    "4-3-2011",
    "2011-3-4",
    "0000-00-00",
    "2011-03-04T00:00",
    "20110304",
  ])("%s is no day, and is refused with a sentence", async (day) => {
    const { status, page } = await app.get(`/toezeggingen?peildatum=${day}`);
    expect(status).toBe(422);
    expect(page?.heading).toBe("Deze peildatum is geen dag");
    expect(page?.text).toContain(`“${day}” is geen datum die bestaat.`);
  });

  test("an empty peildatum is today", async () => {
    expect((await app.get("/toezeggingen?peildatum=")).text).toBe((await app.get("/toezeggingen")).text);
  });
});

/** What one takes home instead of reading it here; the same whatever day one looks at. */
const FILES: string[] = [paths.chainExport, paths.chainScript, paths.apiDescription];
/** The same, of the day that one looks at. */
const isFile = (href: string): boolean => /\.(?:atom|ics|csv|xlsx|json)(?:\?|$)/.test(href);

/**
 * Every page that one can walk to from here, by its address. Walks no further from an answer that is no page, and leaves
 * out the fixed address of each, which two-clocks.test.ts opens.
 */
async function walk(from: string): Promise<Map<string, Answer>> {
  const walked = new Map<string, Answer>();
  const ahead = [from];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    const address = path.replace(/#.*$/, "");
    if (walked.has(address)) continue;
    const answer = await app.get(address);
    walked.set(address, answer);
    ahead.push(
      ...(answer.page?.links ?? [])
        .map(({ href }) => href)
        .filter((href) => href.startsWith("/") && !FILES.includes(href) && !isFile(href) && !href.includes("bekend=")),
    );
  }
  return walked;
}

describe("Walking through the register", () => {
  test("from the front page of today, every link opens a page, and no page has a script but that of the search box", async () => {
    const pages = await walk("/");
    expect(pages.size).toBeGreaterThan(60);
    for (const [path, { status, text, page }] of pages) {
      expect(status, `${path} is linked to, but does not open.`).toBe(200);
      expect(text, `${path} is a public page: it works without a script.`).not.toMatch(
        /<script(?! src="\/scripts\/search\.js" defer=""><\/script>)|<link[^>]+modulepreload|javascript:|\son\w+="/,
      );
      expect(page, `${path} is no page`).not.toBeNull();
    }
  });

  const DAY = "2011-03-04";
  test("from the front page of a past day, every link keeps that day", async () => {
    const pages = await walk(`/?peildatum=${DAY}`);
    // On the way one can go back to today; from there on it is another walk.
    const thatDay = [...pages].filter(([path]) => path.includes(`peildatum=${DAY}`));
    expect(thatDay.length).toBeGreaterThan(30);
    for (const [path, { status, page }] of thatDay) {
      expect(status, path).toBe(200);
      for (const { href, text } of page?.links ?? []) {
        if (!href.startsWith("/") || text === "Naar vandaag" || href === "/inloggen" || FILES.includes(href)) continue;
        expect(new URL(href, "http://localhost").searchParams.get("peildatum"), `${path} → ${text} (${href})`).toBe(
          DAY,
        );
      }
      for (const form of page ? all(page.root, "form").filter(({ attributes }) => attributes.method === "get") : []) {
        const fields = all(form, "input").filter(({ attributes }) => attributes.name === "peildatum");
        expect(
          fields.map(({ attributes }) => attributes.value),
          `a form of ${path} loses the day`,
        ).toEqual([DAY]);
      }
    }
  });

  test("no list of a past day holds what came later", async () => {
    const day = "2011-03-03";
    const later = [
      ...column("SELECT '/brieven/' || id FROM letters WHERE day > ?", day),
      ...column("SELECT '/debatten/' || id FROM debates WHERE date > ?", day),
      ...column("SELECT '/toezeggingen/' || number FROM commitments WHERE made_on > ?", day),
    ];
    expect(later.length).toBeGreaterThan(10);
    for (const path of ["/", "/toezeggingen", "/brieven", "/debatten", "/dossiers/aanpak-kinderpornografie"]) {
      const links = (await app.get(`${path}?peildatum=${day}`)).page?.links.map(({ href }) => href.replace(/\?.*/, ""));
      for (const address of later) expect(links, path).not.toContain(address);
    }
  });
});

test.each([
  ["/toezeggingen", /^Wat het register dekt: Aanpak kinderpornografie, .+; Voorbeeld: digitale loketten, /],
  ["/toezeggingen?dossier=voorbeeld-digitale-loketten", /^Wat het register dekt: Voorbeeld: digitale loketten, [^;]+$/],
  ["/toezeggingen?dossier=bestaat-niet", /^Wat het register dekt: Aanpak kinderpornografie, .+; Voorbeeld: /],
])("%s says what the register covers", async (path, said) => {
  const { page } = await app.get(path);
  const lines = page ? all(page.root, "p").map(textOf) : [];
  expect(lines).toContainEqual(expect.stringMatching(said));
});

describe("Help and reporting:", () => {
  const HELP = ["0800-266 64 36", "meldpunt-kinderporno.nl", "0900-8844", "112"];
  const pagesOf = (dossier: string): string[] => [
    `/dossiers/${dossier}`,
    `/toezeggingen?dossier=${dossier}`,
    ...column("SELECT slug FROM topics WHERE dossier_id = ?", dossier).map((slug) => `/onderwerpen/${slug}`),
    ...column("SELECT number FROM commitments WHERE dossier_id = ? AND number IS NOT NULL", dossier).map(
      (number) => `/toezeggingen/${number}`,
    ),
    ...column("SELECT id FROM letters WHERE dossier_id = ?", dossier).map((id) => `/brieven/${id}`),
    `/gevolgd?dossier=${dossier}`,
    ...column("SELECT number FROM items WHERE dossier_id = ? AND number IS NOT NULL", dossier).map(
      (number) => `/gevolgd/${number}`,
    ),
    ...column("SELECT id FROM debates WHERE dossier_id = ?", dossier).map((id) => `/debatten/${id}`),
  ];

  test("stands at the end of every page of the dossier that asks for it, on every day, and on the lists that show it", async () => {
    const pages = pagesOf("aanpak-kinderpornografie");
    expect(pages.length).toBeGreaterThan(30);
    const past = pages.map((path) => `${path}${path.includes("?") ? "&" : "?"}peildatum=2012-02-02`);
    for (const path of [...pages, ...past, "/", "/toezeggingen", "/brieven", "/debatten", "/dossiers"]) {
      const { page } = await app.get(path);
      for (const address of HELP) expect(page?.text, path).toContain(address);
      expect(page?.text.indexOf("Hulp en melden"), `${path}: the help is the last thing on the page`).toBeGreaterThan(
        (page?.text.length ?? 0) - 500,
      );
    }
  });

  test("is not on the pages of a dossier that does not ask for it", async () => {
    for (const path of [...pagesOf("voorbeeld-digitale-loketten"), "/uitleg", "/inloggen"])
      expect(await textAt(path), path).not.toContain("0800-266 64 36");
  });

  test("what was invented says so on every page of its own, and on no other", async () => {
    for (const path of pagesOf("voorbeeld-digitale-loketten")) {
      const text = await textAt(path);
      if (path.startsWith("/toezeggingen?")) expect(text, path).toMatch(/verzonnen/i);
      else expect(text, path).toContain(isInventedNotice);
    }
    for (const path of pagesOf("aanpak-kinderpornografie"))
      expect(await textAt(path), path).not.toContain(isInventedNotice);
  });
});

describe("The four statuses and nothing else:", () => {
  test("what waits for a decision, a letter or nothing at all is shown in words beside it", async () => {
    const { page } = await app.get("/toezeggingen?dossier=voorbeeld-digitale-loketten");
    for (const status of ["openstaand", "deels voldaan", "voldaan", "vervallen"])
      expect(page?.text.toLowerCase()).toContain(status);
  });

  test("each filter of the front page counts what its list holds", async () => {
    const { page } = await app.get("/?peildatum=2011-03-03");
    const tiles = page ? all(page.root, "li").filter(({ attributes }) => attributes.class?.startsWith("tile")) : [];
    expect(tiles.length).toBeGreaterThan(3);
    for (const tile of tiles) {
      const link = all(tile, "a")[0];
      const count = Number(/\d+/.exec(page?.links.find(({ href }) => href === link?.attributes.href)?.text ?? "")?.[0]);
      expect(await textAt(link?.attributes.href ?? ""), link?.attributes.href).toMatch(
        new RegExp(`(?:^|\\s)${count === 0 ? "Geen" : count} toezegging(?:en)?:`),
      );
    }
  });
});
