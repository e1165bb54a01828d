/** HOUSE: which way the arrows point, and how files are called. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { type Import, roomOf, SOURCES, type Source } from "../support/sources.ts";

/** Every import of these files that breaks a rule, as "file imports what". */
const breaches = (files: (source: Source) => boolean, isBreach: (one: Import, source: Source) => boolean): string[] =>
  SOURCES.filter(files).flatMap((source) =>
    source.imports.filter((one) => isBreach(one, source)).map(({ specifier }) => `${source.path} imports ${specifier}`),
  );

const inRoom =
  (...rooms: string[]) =>
  (source: Source) =>
    rooms.includes(source.room);
const everywhere = () => true;
const goesTo = (one: Import, ...rooms: string[]): boolean => one.target !== null && rooms.includes(roomOf(one.target));

test("the sources are there, or the tests below would find nothing", () => {
  expect(SOURCES.length).toBeGreaterThan(100);
  expect(SOURCES.flatMap(({ imports }) => imports).length).toBeGreaterThan(300);
});

test("the rules know no outside: app/domain imports itself and words about days and stems, and asks no clock", () => {
  const ALLOWED = /^(?:date-fns(?:\/(?:locale\/)?\w+)?|@date-fns\/tz|snowball-stemmers)$/;
  expect(
    breaches(inRoom("domain"), (one) => (one.target === null ? !ALLOWED.test(one.specifier) : !goesTo(one, "domain"))),
    "Pass what the rule needs as an argument.",
  ).toEqual([]);
  const clocks = SOURCES.filter(inRoom("domain")).filter(({ text }) =>
    /new Date\(\)|Date\.now\(|performance\.now\(|Math\.random\(/.test(text),
  );
  expect(
    clocks.map(({ path }) => path),
    "Take the day as an argument; app/server/clock.ts knows it.",
  ).toEqual([]);
});

test("only db/ speaks to the database", () => {
  const engine = ({ specifier }: Import) => /^(?:drizzle-orm|better-sqlite3)(?:\/|$)/.test(specifier);
  expect(
    breaches((source) => source.room !== "db", engine),
    "Give db/ a function named for the answer.",
  ).toEqual([]);
});

test("db/ imports the domain and nothing else of app/", () => {
  expect(breaches(inRoom("db"), (one) => one.target !== null && !goesTo(one, "db", "domain"))).toEqual([]);
});

test("the public sees through db/public.ts only", () => {
  const open = ["routes/public", "routes/api", "routes/feeds", "routes/exports", "formats"];
  // Who signs in or out needs their account.
  const doors = ["", "-code", "-set-up", "-invitation"].map((door) => `app/routes/public/sign-in${door}.tsx`);
  expect(
    breaches(
      (source) => open.includes(source.room) && !doors.includes(source.path),
      (one) => goesTo(one, "db") && one.target !== "db/public.ts",
    ),
    "Add what the page shows to db/public.ts: published columns of published rows.",
  ).toEqual([]);
});

test("components know the shapes of the database, not the database", () => {
  expect(breaches(inRoom("components"), (one) => goesTo(one, "db") && !one.typesOnly)).toEqual([]);
});

test("nothing imports a page, and only the command line imports the command line", () => {
  expect(breaches(everywhere, (one) => one.target?.startsWith("app/routes/") ?? false)).toEqual([]);
  expect(
    breaches(
      (source) => source.room !== "cli",
      (one) => goesTo(one, "cli"),
    ),
  ).toEqual([]);
});

test("across rooms one imports by #app/ and #db/, within a room by ./", () => {
  expect(
    breaches(
      (source) => source.room !== "app",
      ({ specifier, target }, source) => {
        if (target === null) return false;
        const isOwnRoom = roomOf(target) === source.room;
        return isOwnRoom === specifier.startsWith("#");
      },
    ),
  ).toEqual([]);
});

test("every import names its file with its ending", () => {
  expect(breaches(everywhere, ({ target }) => target !== null && !/\.(?:tsx?|mjs|css|json)$/.test(target))).toEqual([]);
});

test("there are no barrels", () => {
  const statements = (text: string) =>
    text
      .replace(/\/\*[\s\S]*?\*\/|^\/\/.*$/gm, "")
      .split(/;\s*$/m)
      .map((one) => one.trim())
      .filter(Boolean);
  const isBarrel = ({ text }: Source) =>
    /^export \*/m.test(text) || statements(text).every((one) => /^(?:import|export)\s[^=(]*\sfrom\s/.test(one));
  expect(
    SOURCES.filter(isBarrel).map(({ path }) => path),
    "Import from the file that says it.",
  ).toEqual([]);
});

test("files are called after what they are about", () => {
  const NAMELESS = /(?:^|-)(?:utils?|helpers?|managers?|services?|index|misc|common)$/;
  expect(SOURCES.filter(({ name }) => NAMELESS.test(name)).map(({ path }) => path)).toEqual([]);
});

test("every stylesheet package of package.json is used by app/styles, and the other way round", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };
  const installed = Object.keys(dependencies).filter((name) => name.startsWith("@utrecht/"));
  const styles = readdirSync("app/styles")
    .map((name) => readFileSync(`app/styles/${name}`, "utf8"))
    .join("\n");
  const imported = [...styles.matchAll(/@import (?:url\()?"(@utrecht\/[^/"]+)/g)].map(([, name = ""]) => name);
  expect([...new Set(imported)].sort()).toEqual(installed.sort());
});

test("there are no layout routes, and no route sits inside another", () => {
  for (const { path, children } of routes)
    expect(children, `${path} has children: a guard in a parent protects nothing.`).toBeUndefined();
  expect(new Set(routes.map(({ path }) => path ?? "")).size).toBe(routes.length);
});

test("every page has a loader, and the first line of every loader and action asks who is there", () => {
  const unguarded = [];
  for (const { path, text } of SOURCES.filter(({ room }) => room.startsWith("routes/"))) {
    const functions = [...text.matchAll(/^export (?:async function|const) (loader|action)\b.*\{\n(.*)$/gm)];
    if (!functions.some(([, name]) => name === "loader")) unguarded.push(`${path} has no loader`);
    for (const [, name, first = ""] of functions)
      if (!/\bawait (?:visit|work)\(request\b/.test(first)) unguarded.push(`the ${name} of ${path}`);
  }
  expect(unguarded, "Begin with `await visit(request)` or `await work(request, act)`.").toEqual([]);
});
