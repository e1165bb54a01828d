/**
 * The API: every answer that one comes to fits its schema, every fault is told as RFC 9457 has it, and what the page
 * finds, the API finds.
 */
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Operation } from "#app/formats/api/operation.ts";
import { type Answer, type App, HERE, startApp } from "../support/app.ts";
import { drawsFrom } from "../support/draws.ts";
import { type Furnished, furnish, SECRETS } from "../support/furnish.ts";

/** How many questions one address may ask here; without an address nobody is counted. */
const A_MINUTE = 5;
process.env.API_REQUESTS_PER_MINUTE = String(A_MINUTE);

let app: App;
let made: Furnished;
let patternOf: (operation: Operation) => string;
let operations: Operation[];
/** The page that explains the API, and every answer that one comes to from its root. */
let explained: string;
let walked: Map<string, Answer>;
let Problem: typeof import("#app/formats/api/problem.ts")["Problem"];

beforeAll(async () => {
  app = await startApp();
  made = await furnish(app);
  // What was made may have closed the database of this process.
  vi.resetModules();
  explained = (await app.get("/api")).text;
  walked = await walkFrom([ROOT, at("/commitments/facets"), at("/commitments?limit=7&peildatum=2011-03-04")]);
  ({ OPERATIONS: operations, patternOf } = await import("#app/formats/api/operations.ts"));
  ({ Problem } = await import("#app/formats/api/problem.ts"));
}, 120_000);

const ROOT = "/api/v1";
const at = (path: string): string => (path.startsWith("/") ? ROOT + path : path.replace(HERE, ""));
const ask = (path: string): Promise<Answer> => app.get(at(path));
const send = (method: string, path: string, headers: Record<string, string> = {}, client?: string): Promise<Answer> =>
  app.send(new Request(HERE + at(path), { method, headers }), client);

interface List {
  asOf: string;
  total: number;
  results: { number: string }[];
  links: { self: string; next: string | null; page: string };
}
const read = async <T = List>(path: string): Promise<T> => JSON.parse((await ask(path)).text) as T;

/** Whose address this is; the most exact one first. */
const operationOf = (path: string): Operation | undefined =>
  [...operations]
    .sort((a, b) => a.path.split("{").length - b.path.split("{").length)
    .find((one) => new RegExp(`^${patternOf(one).replace(/:\w+/, "[^/]+")}$`).test(path.split("?")[0] ?? ""));

const addressesIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(`"${HERE}(${ROOT}(?:/[^"]*)?)"`, "g"))].flatMap(([, path]) => path ?? []);

async function walkFrom(ahead: string[]): Promise<Map<string, Answer>> {
  const walked = new Map<string, Answer>();
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (walked.has(next) || next.endsWith("openapi.json")) continue;
    const answer = await app.get(next);
    walked.set(next, answer);
    if (answer.status === 200) ahead.push(...addressesIn(answer.text));
  }
  return walked;
}

describe("Every answer that one comes to from the root", () => {
  test("fits its schema, and none of the questions is left out", async () => {
    const answered = new Set<string>();
    for (const [path, { status, text, headers }] of walked) {
      expect(status, path).toBe(200);
      const operation = operationOf(path);
      const fits = operation?.answer.safeParse(JSON.parse(text));
      expect(fits?.error?.issues ?? [], path).toEqual([]);
      expect([headers.get("Content-Type"), headers.get("API-Version")], path).toEqual(["application/json", "1.0.0"]);
      answered.add(operation?.id ?? path);
    }
    expect(operations.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual([]);
    expect(walked.size).toBeGreaterThan(60);
  });

  test("says nothing of drafts, and counts none", async () => {
    for (const [path, { text }] of walked)
      for (const [what, words] of Object.entries(SECRETS)) expect(text.includes(words), `${path}: ${what}`).toBe(false);
    const known = await read("/commitments?dossier=voorbeeld-digitale-loketten");
    expect((await app.get("/toezeggingen?dossier=voorbeeld-digitale-loketten")).page?.text).toContain(
      `${known.total} toezeggingen`,
    );
    const draft = await ask(`/commitments/${made.draftCommitment}`);
    const nothing = await ask("/commitments/2999-0001");
    expect([draft.status, draft.text]).toEqual([404, nothing.text]);
    for (const path of [
      `/debates/${made.draftDebate}`,
      `/items/${made.draftItem}`,
      "/dossiers/dossier-nog-niet-bekend",
    ])
      expect((await ask(path)).status, path).toBe(404);
  });

  test("is the same for who is signed in", async () => {
    const paths = ["/commitments", "/debates", `/commitments/${made.numberOf("v1")}`];
    for (const path of paths) expect((await app.get(at(path), "staff")).text).toBe((await ask(path)).text);
  });
});

test("On the day of the worked example the API tells what the register tells", async () => {
  const { results } = await read<{ results: { title: string; standing: Record<string, unknown> }[] }>(
    "/commitments?peildatum=2011-03-03&dossier=aanpak-kinderpornografie&teLaat=ja",
  );
  expect(
    results.map(({ standing }) => [standing.daysLate, standing.dueOn, standing.status, standing.lateBecause]),
  ).toEqual([[3, "2011-02-28", "open", "date"]]);
});

describe("What the page finds, the API finds:", () => {
  test("all pages of it, in the same order, for drawn filters and days", { timeout: 60_000 }, async () => {
    const { filterFrom } = await import("#app/domain/filter.ts");
    const { filterOptions, listedInTurn, publicMoment } = await import("#db/public.ts");
    const { today } = await import("#app/server/clock.ts");
    const draws = drawsFrom(20110304);
    const options = await filterOptions(await publicMoment("2026-01-01"));
    const choices: [string, readonly string[]][] = [
      ["status", ["openstaand", "deels-voldaan", "voldaan", "vervallen"]],
      ["te-laat", ["ja", "nee"]],
      ["termijn", ["zonder"]],
      ["oordeel", ["verschilt"]],
      ["binnen", ["30", "400"]],
      ["dossier", options.dossiers.map(({ slug }) => slug)],
      ["onderwerp", options.topics.map(({ slug }) => slug)],
      ["ministerie", options.ministries.map(({ id }) => id)],
      ["ambt", options.offices.map(({ id }) => id)],
      ["commissie", options.committees.map(({ id }) => id)],
      ["lid", options.members.map(({ id }) => id)],
      ["fractie", options.groups.map(({ id }) => id)],
      ["kamer", ["TK", "EK"]],
      ["van", ["2010-06-01", "2026-01-01"]],
      ["tot", ["2011-03-04", "2030-01-01"]],
      ["sorteer", ["te-laat", "termijn", "toezegging", "wijziging"]],
    ];
    const days = ["2010-12-02", "2011-02-28", "2011-03-04", "2011-09-05", "2012-01-31", "2026-06-26", null];
    let found = 0;
    for (let round = 0; round < 40; round += 1) {
      const query = new URLSearchParams();
      for (const [name, values] of choices)
        if (draws.chance(0.12) && values.length > 0) query.append(name, draws.of(values));
      const day = draws.of(days);
      if (day) query.set("peildatum", day);
      const limit = 1 + draws.below(9);
      const numbers: string[] = [];
      let total = -1;
      for (let next: string | null = `/commitments?${query}${query.size > 0 ? "&" : ""}limit=${limit}`; next; ) {
        const part: List = await read(next);
        expect(part.results.length, next).toBeLessThanOrEqual(limit);
        numbers.push(...part.results.map(({ number }) => number));
        total = part.total;
        next = part.links.next;
      }
      const asked = String(query);
      const listed: string[] = [];
      for await (const some of listedInTurn(filterFrom(query), await publicMoment(day ?? today())))
        listed.push(...some.map(({ number }) => number));
      expect(numbers, asked).toEqual(listed);
      expect(total, asked).toBe(listed.length);
      const { page } = await app.get(`/toezeggingen?${query}`);
      const shown = page?.links.flatMap(({ href }) => /^\/toezeggingen\/(\d{4}-\d{4})/.exec(href)?.[1] ?? []) ?? [];
      expect([...new Set(shown)], asked).toEqual(listed.slice(0, 25));
      const counted = await read<{ total: number }>(
        `/commitments/facets?${String(query).replace(/&?sorteer=[\w-]+/, "")}`,
      );
      expect(counted.total, asked).toBe(total);
      found += total > 0 ? 1 : 0;
    }
    expect(found, "Most draws find something, or this shows nothing.").toBeGreaterThan(15);
  });

  test("the address of the page stands with the list, and its query can be taken over", async () => {
    const list = await read("/commitments?teLaat=nee&status=openstaand&status=voldaan");
    const page = new URL(list.links.page);
    expect(page.pathname).toBe("/toezeggingen");
    expect((await read(`/commitments${page.search}`)).results).toEqual(list.results);
    expect((await app.get(page.pathname + page.search)).page?.text).toContain(`${list.total} toezeggingen`);
  });

  test("a moment may be asked for with any offset, and fixes the answer", async () => {
    const fixedAt = "2026-01-01T11:00:00.000Z";
    const answers = await Promise.all(
      [fixedAt, "2026-01-01T12:00:00+01:00", "2026-01-01T11:00Z"].map((moment) =>
        read(`/commitments?bekend=${encodeURIComponent(moment)}&limit=3`),
      ),
    );
    for (const answer of answers) expect(answer).toMatchObject({ knownAt: fixedAt, asOf: "2026-01-01" });
  });
});

describe("Headers:", () => {
  test("who has the answer of now gets 304 without a body, until something is written", async () => {
    const { headers } = await ask("/commitments");
    const tag = headers.get("ETag") ?? "";
    expect(tag).toMatch(/^W\/"/);
    expect(headers.get("Cache-Control")).toBe("public, no-cache");
    const again = await send("GET", "/commitments", { "If-None-Match": tag });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect([again.headers.get("API-Version"), again.headers.get("Access-Control-Allow-Origin")]).toEqual([
      "1.0.0",
      "*",
    ]);
    expect((await send("GET", "/commitments?limit=3", { "If-None-Match": tag })).status).toBe(200);
    const { write } = await import("#db/client.ts");
    await write(async () => {});
    expect((await send("GET", "/commitments", { "If-None-Match": tag })).status).toBe(200);
  });

  test("HEAD answers what GET does, without the body", async () => {
    const [get, head] = [await ask("/letters"), await send("HEAD", "/letters")];
    expect([head.status, head.text]).toEqual([200, ""]);
    for (const name of ["Content-Type", "ETag", "Link", "API-Version"])
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
  });

  test("a page from elsewhere may ask", async () => {
    const preflight = await send("OPTIONS", "/commitments", {
      Origin: "https://elders.example",
      "Access-Control-Request-Method": "GET",
      "Access-Control-Request-Headers": "if-none-match",
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(preflight.headers.get("Access-Control-Allow-Methods")).toBe("GET, HEAD, OPTIONS");
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("If-None-Match");
    const { headers } = await send("GET", "/commitments", { Origin: "https://elders.example" });
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
    expect(headers.get("Access-Control-Expose-Headers")).toContain("RateLimit");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });

  test("a list that goes on says where, in its header as well", async () => {
    const { headers, text } = await ask("/commitments?limit=2");
    const { next } = (JSON.parse(text) as List).links;
    expect(headers.get("Link")).toContain(`<${next}>; rel="next"`);
  });
});

describe("A fault is told as RFC 9457 has it:", () => {
  const told = async (answer: Answer, status: number) => {
    expect(answer.status, answer.text).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect([answer.headers.get("API-Version"), answer.headers.get("Access-Control-Allow-Origin")]).toEqual([
      "1.0.0",
      "*",
    ]);
    const problem = Problem.parse(JSON.parse(answer.text));
    expect(problem.status).toBe(status);
    const [page, anchor] = problem.type.split("#");
    expect(page).toBe(`${HERE}/api`);
    expect(explained, "Its type leads to where it is explained.").toContain(`id="${anchor}"`);
    return problem;
  };

  test.each([
    ["/commitments?telaat=ja", "telaat", "De parameter “telaat” is er niet. Bedoelt u “teLaat”?"],
    ["/commitments?ministery=x", "ministery", "Bedoelt u “ministerie”?"],
    ["/commitments?pagina=2", "pagina", "De API bladert met links.next"],
    ["/commitments?status=klaar", "status", "Goed is: openstaand, deels-voldaan, voldaan of vervallen."],
    ["/commitments?van=2011-02-30", "van", "Goed is: een dag als 2011-03-04."],
    ["/commitments?peildatum=gisteren", "peildatum", "Goed is: een dag als 2011-03-04."],
    ["/commitments?bekend=2011-03-04T25:00:00Z", "bekend", "Goed is: een tijdstip als"],
    ["/commitments?limit=101", "limit", "Goed is: een getal van 1 tot en met 100."],
    ["/commitments?limit=2&limit=3", "limit", "staat er meer dan één keer"],
    ["/letters?zoek=x", "zoek", "De parameter “zoek” is er niet."],
    ["/chain-heads?peildatum=2011-03-04", "peildatum", "Dit adres neemt geen parameters."],
    ["/letters/brief-2011-03-04?limit=2", "limit", "Wel zijn er: peildatum, bekend."],
  ])("%s", async (path, name, sentence) => {
    const { errors, detail } = await told(await ask(path), 400);
    expect(errors?.map((one) => one.name)).toEqual([name]);
    expect(detail).toContain(sentence);
  });

  test("all that is wrong is told at once", async () => {
    const { errors } = await told(await ask("/commitments?x=1&van=nooit&peildatum=morgen&te-laat=misschien"), 400);
    expect(errors?.map(({ name }) => name)).toEqual(["x", "van", "peildatum", "te-laat"]);
  });

  test("a day to come, and a cursor of another list", async () => {
    expect((await told(await ask("/commitments?peildatum=2199-01-01"), 400)).detail).toContain("moet nog komen");
    const { links } = await read("/commitments?limit=1");
    const cursor = new URL(links.next ?? "").searchParams.get("cursor");
    for (const path of [`/letters?cursor=${cursor}`, `/commitments?sorteer=termijn&cursor=${cursor}`])
      expect((await told(await ask(path), 400)).detail, path).toContain("Begin opnieuw, zonder cursor.");
  });

  test.each([
    "/commitments/2999-0001",
    "/letters/nergens",
    "/debates/nergens",
    "/items/V2999-0001",
    "/dossiers/nergens",
    "/nergens",
    "/commitments/2011-0001/nergens",
    "/commitments/2011-0001?peildatum=1999-01-01",
  ])("%s is not there", async (path) => {
    await told(await ask(path), 404);
  });

  test("what came later is named", async () => {
    for (const path of ["/letters/brief-2011-03-04", "/debates/debat-2010-12-02", "/items/V2011-0001"])
      expect((await told(await ask(`${path}?peildatum=2010-01-01`), 404)).detail, path).toContain(
        "op 1 januari 2010 nog niet",
      );
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("%s is refused", async (method) => {
    const answer = await send(method, "/commitments");
    await told(answer, 405);
    expect(answer.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
  });

  test("who asks too often waits, and nobody else", async () => {
    const asks = async (client: string) => send("GET", "/chain-heads", {}, client);
    for (let left = A_MINUTE - 1; left >= 0; left -= 1) {
      const { status, headers } = await asks("192.0.2.7");
      expect(status).toBe(200);
      expect(headers.get("RateLimit-Policy")).toBe(`"per-adres";q=${A_MINUTE};w=60`);
      expect(headers.get("RateLimit")).toMatch(new RegExp(`^"per-adres";r=${left};t=\\d+$`));
    }
    const tag = (await ask("/chain-heads")).headers.get("ETag") ?? "";
    const refused = await asks("192.0.2.7");
    expect((await told(refused, 429)).detail).toMatch(/Ga over \d+ seconden verder/);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(refused.headers.get("RateLimit")).toMatch(/;r=0;/);
    expect((await send("GET", "/chain-heads", { "If-None-Match": tag }, "192.0.2.7")).status, "304s count").toBe(429);
    expect((await asks("192.0.2.8")).status).toBe(200);
    const house = await Promise.all(Array.from({ length: A_MINUTE + 1 }, (_, i) => asks(`2001:db8:1:2::${i + 1}`)));
    expect(
      house.map(({ status }) => status).filter((status) => status === 429),
      "one network",
    ).toHaveLength(1);
  });
});

describe("The page that explains it", () => {
  test("shows questions with the answers that they get", async () => {
    const blocks = [...explained.matchAll(/<pre class="command"><code>([\s\S]*?)<\/code><\/pre>/g)].map(
      ([, code = ""]) => unescaped(code),
    );
    const examples = blocks.flatMap((block, i) => {
      const asked = /^curl '([^']+)'$/.exec(block)?.[1];
      return asked ? [{ asked, shown: blocks[i + 1] ?? "" }] : [];
    });
    expect(examples.length).toBeGreaterThan(3);
    for (const { asked, shown } of examples) {
      const answer = await app.get(asked.replace(HERE, ""));
      expect(JSON.parse(answer.text), asked).toEqual(JSON.parse(shown));
    }
    expect(explained, "One of them is a slip of the pen.").toContain("Bedoelt u “teLaat”?");
  });

  test("names every address, every parameter and every field", async () => {
    const words = unescaped(explained).replaceAll("<!-- -->", "");
    for (const { path, query } of operations) {
      expect(words).toContain(`GET ${path === "/" ? ROOT : ROOT + path}`);
      for (const [name, { means }] of Object.entries(query)) expect(words, `${path} ${name}`).toContain(means);
    }
    const { componentSchemas } = await import("#app/formats/api/openapi.ts");
    const undescribed = Object.entries(componentSchemas()).flatMap(([name, schema]) =>
      Object.keys((schema.properties ?? {}) as object)
        .filter((field) => !words.includes(field))
        .map((field) => `${name}.${field}`),
    );
    expect(undescribed).toEqual([]);
  });
});

const unescaped = (html: string): string =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("Beside the API", () => {
  test("the sitemap holds every page of what is published, robots.txt leads there", async () => {
    const robots = (await app.get("/robots.txt")).text;
    const [, sitemap = ""] = /^Sitemap: (\S+)$/m.exec(robots) ?? [];
    expect(robots).toContain("Disallow: /werk");
    const { text, headers } = await app.get(sitemap.replace(HERE, ""));
    expect(headers.get("Content-Type")).toContain("application/xml");
    const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address.replace(HERE, ""));
    expect(new Set(paths).size).toBe(paths.length);
    // One of each kind: the rest of the path varies.
    const kinds = new Map(paths.map((path) => [path.split("/").slice(0, 2).join("/") + path.split("/").length, path]));
    for (const path of kinds.values()) expect((await app.get(path)).status, path).toBe(200);
    const { total } = await read("/commitments");
    expect(paths.filter((path) => /^\/toezeggingen\/./.test(path))).toHaveLength(total);
    expect(paths.filter((path) => /^\/onderwerpen\/./.test(path)).length).toBeGreaterThan(2);
    for (const words of [made.draftDebate, made.draftItem, "dossier-nog-niet-bekend", "geheim-onderwerp"])
      expect(text).not.toContain(words);
    expect(text).toMatch(/<lastmod>\d{4}-\d\d-\d\d<\/lastmod>/);
    expect((await app.get("/sitemap.xml?deel=2")).status).toBe(404);
  });

  test("security.txt is there once somebody is named, and not before", async () => {
    delete process.env.CONTACT_EMAIL;
    expect((await app.get("/.well-known/security.txt")).status).toBe(404);
    expect((await app.get("/toegankelijkheid")).page?.text).toContain("nog geen adres ingevuld");
    process.env.CONTACT_EMAIL = "register@example.org";
    const { text, headers } = await app.get("/.well-known/security.txt");
    expect(headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(text).toContain("Contact: mailto:register@example.org\n");
    const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? "");
    expect(expires - Date.now()).toBeGreaterThan(0);
    expect(expires - Date.now()).toBeLessThan(365 * 24 * 3_600_000);
    expect((await app.get("/toegankelijkheid")).page?.links).toContainEqual({
      href: "mailto:register@example.org",
      text: "register@example.org",
    });
  });
});
