/** The reader's own list: in a cookie, in an address, with an account; and what was promised to an aide's member. */
import { beforeAll, describe, expect, test } from "vitest";
import { keptFrom, keptToParams, NOTHING_KEPT } from "#app/domain/kept-list.ts";
import { today } from "#app/server/clock.ts";
import { type Answer, type App, HERE, startApp } from "../support/app.ts";
import { newBrowser } from "../support/cookie-jar.ts";
import { SECRETS as DRAFTED, type Furnished, furnish } from "../support/furnish.ts";
import { all, textOf } from "../support/page.ts";
import { changeRows, storedRows } from "../support/stored-rows.ts";

let app: App;
let made: Furnished;
let first: string;
let second: string;
beforeAll(async () => {
  app = await startApp();
  made = await furnish(app);
  [first, second] = [made.numberOf("v1"), made.numberOf("v2")];
});

const DOSSIER = "voorbeeld-digitale-loketten";
const keep = (fields: Record<string, string>) => ({ doe: "bewaar", ...fields });
const said = ({ page }: Answer): string => page?.text ?? "";
/** The sections of the page, by their heading without its number. */
const section = ({ page }: Answer, heading: RegExp): string =>
  textOf(page ? all(page.root, "section").find((one) => heading.test(textOf(all(one, "h2")[0]))) : undefined);

const cookieFor = (kept: object): string =>
  `lijst=${encodeURIComponent(Buffer.from(JSON.stringify(kept)).toString("base64"))}`;
const withCookie = (cookie: string, path = "/lijst") =>
  app.send(new Request(HERE + path, { headers: { Host: new URL(HERE).host, Cookie: cookie } }));

describe("Without an account", () => {
  test("a list begins empty, says how one keeps something, and leaves nothing in the browser", async () => {
    const answer = await app.get("/lijst");
    expect(said(answer)).toContain("Uw lijst is nog leeg");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  });

  test("one keeps a commitment, a dossier and a filter by the buttons on their pages, and takes them out again", async () => {
    const reader = newBrowser(app);
    for (const path of [`/toezeggingen/${first}`, `/dossiers/${DOSSIER}`, "/toezeggingen?te-laat=ja&sorteer=termijn"]) {
      const { page } = await reader.get(path);
      const form = page && all(page.root, "form").find(({ attributes }) => attributes.action === "/lijst");
      const fields = form
        ? all(form, "input", "button").map(({ attributes }) => [attributes.name, attributes.value])
        : [];
      const kept = await reader.post("/lijst", Object.fromEntries(fields));
      expect([kept.status, kept.location], path).toEqual([302, expect.stringContaining("gedaan=in-lijst")]);
      expect(said(await reader.get(kept.location ?? ""))).toContain("Bewaard in uw lijst");
    }
    const list = await reader.get("/lijst");
    expect(section(list, /^Toezeggingen \(1\)/)).toContain(first);
    expect(section(list, /^Dossiers \(1\)/)).toContain("Voorbeeld: digitale loketten 9 toezeggingen,");
    expect(section(list, /^Filters \(1\)/)).toMatch(/te laat \d+ toezegging/);

    expect((await reader.post("/lijst", { doe: "weg", t: first })).location).toBe("/lijst?gedaan=uit-lijst");
    const less = await reader.get("/lijst");
    expect(section(less, /^Toezeggingen/)).toBe("");
    expect(section(less, /^Dossiers \(1\)/)).not.toBe("");
    await reader.post("/lijst", { doe: "wis" });
    expect(said(await reader.get("/lijst"))).toContain("Uw lijst is nog leeg");
  });

  test("the cookie holds the list and two moments, goes to its own page only, and no script reads it", async () => {
    const { headers } = await app.post("/lijst", keep({ t: first }));
    const [given = ""] = headers.getSetCookie();
    const [pair = "", ...attributes] = given.split("; ");
    expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/lijst"]));
    const value = JSON.parse(Buffer.from(decodeURIComponent(pair.slice("lijst=".length)), "base64").toString());
    expect(Object.keys(value).sort()).toEqual(["at", "list", "since"]);
    expect(value.list).toBe(`t=${first}`);
  });

  test("keeping the same twice keeps it once", async () => {
    const reader = newBrowser(app);
    await reader.post("/lijst", keep({ t: first }));
    expect((await reader.post("/lijst", keep({ t: first.toLowerCase() }))).location).toContain("gedaan=al-in-lijst");
    expect(section(await reader.get("/lijst"), /^Toezeggingen \(1\)/)).toContain(first);
  });

  test("on another day the button leads back to that day", async () => {
    const { location } = await app.post("/lijst?peildatum=2012-02-02", keep({ d: "aanpak-kinderpornografie" }));
    expect(location).toBe("/dossiers/aanpak-kinderpornografie?gedaan=in-lijst&peildatum=2012-02-02");
  });

  test("no other page depends on it", async () => {
    const cookie = cookieFor({ list: `t=${first}` });
    for (const path of [`/toezeggingen/${first}`, `/dossiers/${DOSSIER}`, "/toezeggingen?te-laat=ja", "/"])
      expect((await withCookie(cookie, path)).text, path).toBe((await app.get(path)).text);
  });

  test("a form of another site is not heard", async () => {
    const headers = { Host: new URL(HERE).host, Origin: "https://elders.example" };
    const body = new URLSearchParams(keep({ t: first }));
    const answer = await app.send(new Request(`${HERE}/lijst`, { method: "POST", headers, body }));
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  });

  test("a list that is full says so, and keeps what it held", async () => {
    const reader = newBrowser(app);
    const filters = Array.from({ length: 20 }, (_, at) => `binnen=${at + 1}`);
    for (const f of filters) await reader.post("/lijst", keep({ f }));
    const full = await reader.post("/lijst", keep({ t: first, f: "binnen=99" }));
    expect(full.status).toBe(422);
    expect(said(full)).toMatch(/past niet meer in uw lijst, en er is niets veranderd.*Haal eerst iets weg/);
    expect(section(full, /^Filters \(20\)/)).not.toBe("");
    expect((await reader.post("/lijst", keep({ t: first }))).status, "What still fits is taken.").toBe(302);
  });

  test("the fullest list still fits in a cookie", async () => {
    const numbers = Array.from({ length: 199 }, (_, at) => `2011-${String(at + 1).padStart(4, "0")}`);
    const list = String(keptToParams({ ...NOTHING_KEPT, commitments: numbers }));
    const { headers } = await withCookie(cookieFor({ list }));
    const [given = ""] = headers.getSetCookie();
    expect(given.length).toBeGreaterThan(3000);
    expect(given.length).toBeLessThan(4096);
  });
});

describe("Whatever somebody writes into the cookie or the address", () => {
  const drafts = () => [made.draftCommitment, "v10", "null", "2099-0001"].map((guess) => `t=${guess}`).join("&");

  test.each([
    ["no base64", () => "lijst=%%%"],
    ["no JSON", () => "lijst=bm9wZQ%3D%3D"],
    ["another shape", () => cookieFor({ list: 7, since: [], at: {} })],
    ["null", () => cookieFor([null])],
    ["ten thousand characters", () => cookieFor({ list: `t=${"9".repeat(10_000)}` })],
    ["markup", () => cookieFor({ list: "t=<script>&d=<b>&d=../werk", since: "<i>", at: "<i>" })],
    ["what only a draft knows", () => cookieFor({ list: `${drafts()}&d=dossier-nog-niet-bekend` })],
  ])("of %s nothing is shown", async (_what, cookie) => {
    const answer = await withCookie(cookie());
    expect(answer.status).toBe(200);
    expect(said(answer)).toContain("Uw lijst is nog leeg");
    for (const words of Object.values(DRAFTED)) expect(answer.text).not.toContain(words);
  });

  test("a look in days to come, or of before the register, is no trouble", async () => {
    for (const at of ["2199-01-01T00:00:00.000Z", "1850-01-01T00:00:00.000Z", "gisteren"]) {
      const { status, page } = await withCookie(cookieFor({ list: `t=${first}`, since: at, at }));
      expect([status, page?.text.includes(first)], at).toEqual([200, true]);
    }
  });

  test("an address shows what there is of it, and nothing that only a draft knows", async () => {
    const some = await app.get(`/lijst?t=${first}&${drafts()}&d=dossier-nog-niet-bekend&d=${DOSSIER}`);
    expect(some.page?.heading).toBe("Een lijst uit een adres");
    expect(section(some, /^Toezeggingen \(1\)/)).toContain(first);
    expect(section(some, /^Dossiers \(1\)/)).toContain("digitale loketten");
    const none = await app.get("/lijst?t=2099-0001&d=dossier-nog-niet-bekend");
    expect(said(none)).toContain("Niets uit dit adres staat in het register.");
    for (const { text } of [some, none]) for (const words of Object.values(DRAFTED)) expect(text).not.toContain(words);
  });

  test("an address that is too long shows its beginning and says so", async () => {
    const many = Array.from({ length: 900 }, (_, at) => `t=2011-${String(at + 1).padStart(4, "0")}`).join("&");
    const answer = await app.get(`/lijst?${many}`);
    expect(said(answer)).toMatch(/Dit adres is te lang voor een lijst: de laatste \d+ zijn weggelaten/);
    expect((await app.get(`/lijst?f=dossier%3D${"a".repeat(10_000)}&t=${first}`)).status).toBe(200);
  });

  test("the number of a draft is kept as little as any other number that is not there", async () => {
    for (const t of [made.draftCommitment, "v10", "2099-0001"]) {
      const answer = await app.post("/lijst", keep({ t }));
      expect(answer.headers.getSetCookie(), t).toEqual([]);
      if (answer.status !== 302)
        expect([answer.status, said(answer)], t).toEqual([
          422,
          expect.stringContaining("Dit staat niet in het register."),
        ]);
      else expect(answer.location).toBe("/lijst");
    }
  });
});

describe("A list in an address", () => {
  test("is the whole list, shows the same to everybody, and is taken over into one's own", async () => {
    const maker = newBrowser(app);
    await maker.post("/lijst", keep({ t: first }));
    await maker.post("/lijst", keep({ f: "termijn=zonder" }));
    const { page } = await maker.get("/lijst");
    const address = page?.links.find(({ text }) => text === "dit adres staat de hele lijst")?.href ?? "";
    expect(keptFrom(new URL(address, HERE).searchParams)).toEqual({
      ...NOTHING_KEPT,
      commitments: [first],
      filters: ["termijn=zonder"],
    });

    const reader = newBrowser(app);
    await reader.post("/lijst", keep({ t: second }));
    const shared = await reader.get(address);
    expect(section(shared, /^Toezeggingen \(1\)/)).toContain(first);
    expect(section(shared, /^Waar deze lijst staat/), "It is not theirs.").toBe("");
    const taken = await reader.post("/lijst", { doe: "overnemen", t: first, f: "termijn=zonder" });
    expect(taken.location).toBe("/lijst?gedaan=lijst-overgenomen");
    const own = await reader.get("/lijst");
    expect(section(own, /^Toezeggingen \(2\)/)).toMatch(new RegExp(`${second}.*${first}`));
  });

  test("as a feed and a calendar holds the events and the deadlines of all in it, each once", async () => {
    const list = `t=${first}&t=${second}&d=${DOSSIER}&f=te-laat%3Dja`;
    const own = await app.get(`/lijst.atom?${list}`);
    const dossier = await app.get(`/toezeggingen.atom?dossier=${DOSSIER}`);
    const ids = ({ text }: Answer) => [...text.matchAll(/<entry><id>([^<]+)/g)].map(([, id]) => id);
    expect(ids(own).length).toBeGreaterThan(9);
    expect(ids(own)).toEqual(ids(dossier));
    const one = await app.get(`/lijst.atom?t=${first}`);
    expect(ids(one).length).toBeGreaterThan(1);
    expect(new Set([...one.text.matchAll(/"[^"]*\/toezeggingen\/([^"]+)"/g)].map(([, number]) => number))).toEqual(
      new Set([first]),
    );
    const dates = ({ text }: Answer) => [...text.matchAll(/^UID:(.+)$/gm)].map(([, uid]) => uid).sort();
    const calendar = dates(await app.get(`/lijst.ics?${list}`));
    expect(calendar.length).toBeGreaterThan(2);
    expect(calendar).toEqual(dates(await app.get(`/toezeggingen.ics?dossier=${DOSSIER}`)));
    for (const form of ["atom", "ics"]) {
      const empty = await app.get(`/lijst.${form}?t=2099-0001&t=${made.draftCommitment}`);
      expect([empty.status, /<entry>|BEGIN:VEVENT/.test(empty.text)]).toEqual([200, false]);
    }
  });
});

describe("What changed since the last visit", () => {
  const EARLIER = "2026-01-01T00:00:00.000Z";
  const NEWS = /^Veranderd sinds/;

  test("is told again at a reload, and no more once it was seen", async () => {
    const reader = newBrowser(app);
    await reader.post("/lijst", keep({ t: second }));
    expect(section(await reader.get("/lijst"), NEWS)).toContain("niets veranderd");
    await addEvidence("v2");
    for (const _reload of [1, 2])
      expect(section(await reader.get("/lijst"), NEWS)).toContain("Wat een andere bron laat zien: Het loket staat er.");
    expect((await reader.post("/lijst", { doe: "gezien" })).location).toBe("/lijst?gedaan=lijst-gezien");
    expect(section(await reader.get("/lijst"), NEWS)).toContain("niets veranderd");
  });

  test("says nothing of what a ministry plans for itself", async () => {
    const { text, page } = await withCookie(
      cookieFor({ list: `t=${first}&d=${DOSSIER}`, since: EARLIER, at: EARLIER }),
    );
    expect(page?.text).toContain("Erbij gekomen (9)");
    for (const words of Object.values(DRAFTED)) expect(text).not.toContain(words);
  });

  test("is of now: on another day one sees how all stood that day", async () => {
    const cookie = cookieFor({ list: "d=aanpak-kinderpornografie", since: EARLIER, at: EARLIER });
    const answer = await withCookie(cookie, "/lijst?peildatum=2011-03-03");
    expect(section(answer, NEWS)).toBe("");
    expect(section(answer, /^Dossiers/)).toMatch(/\d+ toezeggingen, 1 te laat/);
    expect(said(answer)).toContain("U kijkt naar de stand op 3 maart 2011");
  });
});

/** Somebody records what another source shows of a commitment. */
async function addEvidence(id: string): Promise<void> {
  const path = `/werk/toezeggingen/${id}/bron`;
  const { page } = await app.get(path, "staff");
  const field = page && all(page.root, "input").find(({ attributes }) => attributes.name === "gezien");
  const source = {
    "veld-shows": "Het loket staat er.",
    "veld-source": "Een rapport (verzonnen)",
    "veld-date": today(),
  };
  const form = { ...source, gezien: field?.attributes.value ?? "", doe: "vastleggen" };
  const { status, page: answer } = await app.post(path, form, "staff");
  expect(status, answer?.text).toBe(302);
}

test("What was withdrawn is in no list any more; who kept it reads that it was", async () => {
  const number = made.numberOf("v6");
  const reader = newBrowser(app);
  await reader.post("/lijst", keep({ t: number }));
  expect(section(await reader.get("/lijst"), /^Toezeggingen \(1\)/)).toContain(number);
  const event = made.eventOf("v6", "registered");
  const taken = await app.post(`/werk/gebeurtenissen/${event}/intrekken`, { reden: "Dit is niet toegezegd." }, "staff");
  expect(taken.status, taken.page?.text).toBe(302);
  const after = await reader.get("/lijst");
  expect(section(after, /^Toezeggingen/)).toBe("");
  expect(said(after)).toContain(`${number} stond in deze lijst en is op`);
  expect((await app.post("/lijst", keep({ t: number }))).status, "It cannot be kept anew.").toBe(422);
  expect((await app.get(`/lijst.atom?t=${number}`)).text).not.toContain("<entry>");
});

describe("Signed in", () => {
  test("the list is with the account, and what the browser held goes along with a word about it", async () => {
    const Cookie = `${await app.cookieOf("aide")}; ${cookieFor({ list: `t=${first}` })}`;
    const answer = await withCookie(Cookie);
    expect(said(answer)).toContain("staat nu in de lijst van uw account");
    expect(section(answer, /^Toezeggingen \(1\)/)).toContain(first);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^lijst=;.*Max-Age=0/);
    // Without the cookie, on any machine.
    const again = await app.get("/lijst", "aide");
    expect(section(again, /^Toezeggingen \(1\)/)).toContain(first);
    expect(section(again, /^Waar deze lijst staat/)).toContain("In uw account");
    await app.post("/lijst", keep({ t: second }), "aide");
    expect(section(await app.get("/lijst", "aide"), /^Toezeggingen \(2\)/)).toContain(second);
    await app.post("/lijst", { doe: "weg", t: second }, "aide");
  });

  test("it is nobody else's", async () => {
    for (const other of ["staff", "clerk", "stranger"] as const)
      expect(said(await app.get("/lijst", other)), other).toContain("Uw lijst is nog leeg");
  });

  test("an administrator, who follows nothing, keeps a list in the browser", async () => {
    const { headers } = await app.post("/lijst", keep({ t: first }), "admin");
    expect(headers.getSetCookie()[0]).toMatch(/^lijst=./);
    expect(
      storedRows(
        app,
        "SELECT account_id FROM kept_lists l JOIN accounts a ON a.id = l.account_id WHERE a.role = 'admin'",
      ),
    ).toEqual([]);
  });
});

describe("Mijn Kamerlid", () => {
  const MEMBER = "kamerlid-a";
  /** How many the register says there are. */
  const countOf = async (query: string): Promise<string> => {
    const words = said(await app.get(`/toezeggingen?${query}lid=${MEMBER}`));
    return (/(Geen|\d+) toezegging(?:en)?: /.exec(words)?.[1] ?? "?").replace("Geen", "0");
  };

  test("is there for aides alone, and is where they begin", async () => {
    for (const other of ["staff", "clerk", "admin"] as const)
      expect((await app.get("/kamerlid", other)).status, other).toBe(404);
    expect((await app.get("/kamerlid")).location).toBe("/inloggen?naar=%2Fkamerlid");
    const { page, status, headers } = await app.get("/kamerlid", "aide");
    expect([status, headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
    expect(page?.text).toContain("Wat aan Kamerlid A is toegezegd");
  });

  test("counts what the register counts for that member, and leads there", async () => {
    const { page } = await app.get("/kamerlid", "aide");
    for (const [query, label] of [
      ["", "toegezegd"],
      ["te-laat=ja&", "te laat"],
      ["termijn=zonder&", "zonder termijn"],
    ]) {
      const tile = page?.links.find(({ text }) => text.replace(/^\d+ /, "") === label);
      expect(tile?.href, label).toBe(`/toezeggingen?${query}lid=${MEMBER}`);
      expect(tile?.text.split(" ")[0], label).toBe(await countOf(query ?? ""));
    }
    expect(Number(await countOf(""))).toBeGreaterThan(0);
    expect(page?.links.map(({ href }) => href)).toEqual(
      expect.arrayContaining([
        `/toezeggingen.atom?lid=${MEMBER}`,
        `/toezeggingen.ics?lid=${MEMBER}`,
        `/debatpakket?voor=dossier:${DOSSIER}`,
      ]),
    );
  });

  test("tells an aide without a member who can add one", async () => {
    changeRows(app, "UPDATE accounts SET member_id = NULL WHERE role = 'aide'");
    expect(said(await app.get("/kamerlid", "aide"))).toContain("Bij uw account staat nog geen Kamerlid.");
    changeRows(app, "UPDATE accounts SET member_id = ? WHERE role = 'aide'", MEMBER);
  });
});
