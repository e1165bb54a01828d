/**
 * The settings of the program, checked once: a wrong one is named, and the program does not start. One row a setting;
 * the README's table is made from the rows, and a test says how to bring it up to date.
 */
import { z } from "zod";
import { distanceBetween } from "#app/domain/alike.ts";

interface Row {
  is: z.ZodType;
  /** What may be written, for who wrote something else. */
  right: string;
  /** For the README. */
  does: string;
  /** Its value is told to nobody, not even when it is wrong. */
  secret?: true;
}

const port = z.coerce.number().int().min(0).max(65_535);
const megabytes = z.coerce.number().int().min(0);
const seconds = z.coerce.number().int().min(1).max(600);
const host = z.string().regex(/^(?:[\w.-]+|[\da-f:]+)$/i);

export const SETTINGS = {
  PORT: {
    is: port.default(3000),
    right: "een getal van 0 tot en met 65535",
    does: "where the register is served; 0 takes a free port",
  },
  DATABASE_PATH: {
    is: z.string().regex(/[^/]$/).default("data/register.db"),
    right: "de naam van een bestand",
    does: "the database; its folder is made where there is none",
  },
  TRUST_PROXY: {
    is: z.enum(["ja", "nee"]).default("nee"),
    right: "ja of nee",
    does: "`ja` behind a proxy that sets `X-Forwarded-Proto` itself and passes on the Host header",
  },
  REGISTER_KEY: {
    is: z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/)
      .optional(),
    right: "32 bytes in base64, zoals `openssl rand -base64 32` ze geeft",
    does: "seals the secrets of second factors: 32 bytes in base64, as `openssl rand -base64 32` gives them",
    secret: true,
  },
  SMTP_URL: {
    is: z.url({ protocol: /^smtps?$/ }).optional(),
    right: "een adres als smtps://naam:wachtwoord@host:465",
    does: "where mail goes: `smtp://name:password@host:587` or `smtps://…`; without it mail waits, and `/beheer/post` says so",
    secret: true,
  },
  MAIL_FROM: {
    is: z
      .string()
      .regex(/^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
      .default("toezeggingenregister@localhost"),
    right: "een adres, of Naam <adres>",
    does: "who mail is from: an address, or `Name <address>`; must be given with `SMTP_URL`",
  },
  MAIL_FOLDER: {
    is: z.string().min(1).optional(),
    right: "de naam van een map",
    does: "where mail is kept as files instead of sent, as in the demo",
  },
  PUBLIC_URL: {
    is: z.url({ protocol: /^https?$/ }).optional(),
    right: "een adres als https://register.example",
    does: "where people find the register, for the links in mail: this machine without it; must be given with `SMTP_URL`",
  },
  CONTACT_EMAIL: {
    is: z.email().optional(),
    right: "een e-mailadres",
    does: "where people write about the register, its accessibility or a leak: in `/.well-known/security.txt`, which is not there without it, on `/toegankelijkheid` and in the description of the API",
  },
  API_REQUESTS_PER_MINUTE: {
    is: z.coerce.number().int().min(1).max(1_000_000).default(600),
    right: "een heel getal van 1 tot en met 1000000",
    does: "how many questions one network address may ask the API in a minute",
  },
  LOG_LEVEL: {
    is: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    right: "trace, debug, info, warn, error of silent",
    does: "how much is logged; at `info` one line a request",
  },
  DISK_FREE_MB: {
    is: megabytes.default(500),
    right: "een heel aantal megabytes, 0 of meer",
    does: "with less free space beside the database `/gezond` answers 503",
  },
  STOP_SECONDS: {
    is: seconds.default(20),
    right: "een heel aantal seconden, 1 tot en met 600",
    does: "how long the program finishes what was begun when it is told to stop",
  },
  METRICS_PORT: {
    is: port.optional(),
    right: "een getal van 0 tot en met 65535",
    does: "where metrics are served (`/metrics`); nowhere without it",
  },
  METRICS_HOST: {
    is: host.default("127.0.0.1"),
    right: "een adres van deze machine",
    does: "the address on which metrics are served; they are not for the public",
  },
} satisfies Record<string, Row>;

/** What cannot do without another: mail that nobody can answer, or with links to this very machine, is no use. */
const NEEDED_BESIDE = { SMTP_URL: ["MAIL_FROM", "PUBLIC_URL"] } as const;

export type Settings = { [Name in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[Name]["is"]> };

type Environment = Record<string, string | undefined>;

/** Reads the settings from the environment; an empty one counts as absent. @throws Error with a Dutch sentence for each that is wrong */
export function settings(environment: Environment = process.env): Settings {
  const problems: string[] = misspelt(environment);
  const read: Record<string, unknown> = {};
  for (const [name, row] of Object.entries<Row>(SETTINGS)) {
    const given = environment[name] || undefined;
    const parsed = row.is.safeParse(given);
    read[name] = parsed.data;
    if (!parsed.success)
      problems.push(
        row.secret
          ? `${name} klopt niet (de waarde is geheim). Goed is: ${row.right}.`
          : `${name} is nu “${given ?? ""}”. Goed is: ${row.right}.`,
      );
  }
  for (const [name, others] of Object.entries(NEEDED_BESIDE))
    for (const other of others)
      if (read[name] !== undefined && !environment[other])
        problems.push(`${other} is niet gezet, en bij ${name} hoort het erbij. Goed is: ${SETTINGS[other].right}.`);
  if (problems.length === 0) return read as Settings;
  throw new Error(`Het programma start niet, want de instellingen kloppen niet.\n${problems.join("\n")}`);
}

/**
 * Names that nobody knows and that look like one of ours which was not given: whoever writes DATABSE_PATH would
 * otherwise find an empty register. Short names look like those of others too easily.
 */
function misspelt(environment: Environment): string[] {
  const given = Object.keys(environment).filter((name) => environment[name]);
  if (given.join() !== lastLooked.given) lastLooked = { given: given.join(), problems: misspeltAmong(environment) };
  return lastLooked.problems;
}

/** Settings are read with every page; their names stay the same while the program runs. */
let lastLooked: { given: string; problems: string[] } = { given: "", problems: [] };

function misspeltAmong(environment: Environment): string[] {
  const absent = Object.keys(SETTINGS).filter((name) => !environment[name] && name.length >= 7);
  return Object.keys(environment).flatMap((name) => {
    const meant = Object.hasOwn(SETTINGS, name)
      ? undefined
      : absent.find((one) => distanceBetween(name.toUpperCase(), one) <= 2);
    return meant ? [`${name} is geen instelling. Bedoelt u ${meant}?`] : [];
  });
}
