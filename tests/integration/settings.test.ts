/** The settings: a wrong one is named and the start refused, and the README tells of each as the program knows it. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { SETTINGS, settings } from "#app/server/env.ts";
import { emptyPlace } from "../support/database.ts";

interface Row {
  is: z.ZodType;
  right: string;
  does: string;
  secret?: true;
}
const ROWS = Object.entries<Row>(SETTINGS);

describe("A wrong setting is named, with what stands there and what would be right:", () => {
  test.each([
    ["PORT", "80a", "PORT is nu “80a”. Goed is: een getal van 0 tot en met 65535."],
    ["PORT", "65536", "PORT is nu “65536”."],
    ["PORT", "-1", "PORT is nu “-1”."],
    ["TRUST_PROXY", "yes", "TRUST_PROXY is nu “yes”. Goed is: ja of nee."],
    ["LOG_LEVEL", "loud", "LOG_LEVEL is nu “loud”."],
    ["DISK_FREE_MB", "1.5", "DISK_FREE_MB is nu “1.5”."],
    ["STOP_SECONDS", "0", "STOP_SECONDS is nu “0”."],
    ["METRICS_PORT", "x", "METRICS_PORT is nu “x”."],
    ["METRICS_HOST", "a b", "METRICS_HOST is nu “a b”."],
    ["DATABASE_PATH", "data/", "DATABASE_PATH is nu “data/”. Goed is: de naam van een bestand."],
  ])("%s=%s", (name, value, sentence) => {
    expect(() => settings({ [name]: value })).toThrow(sentence);
  });

  test("all that are wrong at once, each on a line of its own", () => {
    expect(() => settings({ PORT: "x", LOG_LEVEL: "x" })).toThrow(/^.*\nPORT is .*\nLOG_LEVEL is .*$/);
  });

  test.each(["MAIL_FROM", "PUBLIC_URL"])("mail that is sent without %s", (name) => {
    const whole: Record<string, string> = {
      SMTP_URL: "smtp://post.example",
      MAIL_FROM: "Register <register@voorbeeld.example>",
      PUBLIC_URL: "https://register.example",
    };
    expect(settings(whole)).toMatchObject(whole);
    expect(() => settings({ ...whole, [name]: "" })).toThrow(`${name} is niet gezet, en bij SMTP_URL hoort het erbij.`);
    expect(settings({ [name]: "" }).SMTP_URL, "a register that sends no mail needs neither").toBeUndefined();
  });

  test("the value of a secret one is not", () => {
    const secret = ROWS.filter(([, row]) => row.secret);
    for (const [name] of secret) {
      const wrong = "\u0000 niet dit";
      let said = "";
      try {
        settings({ [name]: wrong });
      } catch (error) {
        said = String(error);
      }
      expect(said).not.toContain(wrong);
    }
  });
});

test("an empty setting counts as absent, and what others put in the environment does not matter", () => {
  expect(settings({ PORT: "", METRICS_PORT: "" })).toEqual(settings({}));
  expect(settings({ PATH: "/bin", LOG_LEVELS_OF_OTHERS: "x", POST: "x", PORTS: "x" }).PORT).toBe(3000);
  expect(settings({}).METRICS_PORT).toBeUndefined();
});

describe("A name with a slip of the pen in it is pointed out:", () => {
  test.each([
    ["DATABSE_PATH", "DATABASE_PATH"],
    ["DATABASE_PAHT", "DATABASE_PATH"],
    ["database_path", "DATABASE_PATH"],
    ["DATABASEPATH", "DATABASE_PATH"],
    ["LOGLEVEL", "LOG_LEVEL"],
    ["TRUST_PROXI", "TRUST_PROXY"],
    ["METRICS_PORTS", "METRICS_PORT"],
  ])("%s is %s", (name, meant) => {
    expect(() => settings({ [name]: "x" })).toThrow(`${name} is geen instelling. Bedoelt u ${meant}?`);
  });

  test("unless the setting itself was given as well: then it is somebody else's", () => {
    expect(settings({ DATABASE_PATHS: "x", DATABASE_PATH: "data/a.db" }).DATABASE_PATH).toBe("data/a.db");
  });
});

test("with a wrong setting the program does not start, and says so with exit code 1", () => {
  const start = (given: Record<string, string>) =>
    spawnSync(process.execPath, ["app/server/start.mjs"], {
      env: { PATH: process.env.PATH, NODE_ENV: "production", DATABASE_PATH: emptyPlace(), ...given },
      encoding: "utf8",
      timeout: 30_000,
    });
  const wrong = start({ PORT: "veel" });
  expect([wrong.status, wrong.stdout]).toEqual([1, ""]);
  expect(wrong.stderr).toBe(
    "Het programma start niet, want de instellingen kloppen niet.\nPORT is nu “veel”. Goed is: een getal van 0 tot en met 65535.\n",
  );
  expect(start({ TRUST_PROXI: "ja" })).toMatchObject({ status: 1 });
});

test("a file that is no database, and a folder that is none, are told apart from a fault of ours, and left alone", () => {
  const path = emptyPlace();
  writeFileSync(path, "geen database ".repeat(400));
  const start = (databasePath: string) =>
    spawnSync(process.execPath, ["app/server/start.mjs"], {
      env: { PATH: process.env.PATH, NODE_ENV: "production", DATABASE_PATH: databasePath },
      encoding: "utf8",
      timeout: 30_000,
    });
  expect(start(path)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("is geen database van het register"),
  });
  expect(start(`${path}/in-een-bestand.db`)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("kan niet worden geopend of beschreven"),
  });
  expect(readFileSync(path, "utf8")).toBe("geen database ".repeat(400));
});

test("the README lists every setting as the program knows it", () => {
  const rows = ROWS.map(([name, { is, right, does }]) => {
    const absent = is.safeParse(undefined);
    const given = absent.success ? (absent.data === undefined ? "–" : `\`${absent.data}\``) : "must be given";
    return `| \`${name}\` | ${given} | ${right} | ${does} |`;
  });
  const table = ["| setting | without it | what it may be | what it does |", "|---|---|---|---|", ...rows].join("\n");
  expect(
    readFileSync("README.md", "utf8").includes(table),
    `The table of settings in README.md is to read:\n\n${table}\n`,
  ).toBe(true);
});
