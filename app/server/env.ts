/** The settings of the program, checked once: a wrong one is named, and the program does not start. */
import { z } from "zod";

const SETTINGS = z.object({
  /** Where the server listens. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Behind a proxy that sets X-Forwarded-*: `ja`. */
  TRUST_PROXY: z.enum(["ja", "nee"]).default("nee"),
  /** Seals the secrets of second factors: 32 bytes in base64, as `openssl rand -base64 32` gives them. */
  REGISTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  /** Where mail goes: `smtp://name:password@host:587` or `smtps://…`. Without it mail waits. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who mail is from: an address, or `Name <address>`. */
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .default("toezeggingenregister@localhost"),
  /** Where mail is kept as files instead of sent, as in the demo. */
  MAIL_FOLDER: z.string().min(1).optional(),
  /** Where people find the register, for the links in mail; without it this machine. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
});

export type Settings = z.infer<typeof SETTINGS>;

/** Reads the settings from the environment. @throws Error with a Dutch sentence that names each wrong setting */
export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const read = SETTINGS.safeParse(environment);
  if (read.success) return read.data;
  const names = read.error.issues.map(({ path }) => {
    const name = path.join(".");
    return name === "REGISTER_KEY" ? `${name} (de waarde is geheim)` : `${name} (nu: ${String(environment[name])})`;
  });
  throw new Error(`Deze instellingen kloppen niet: ${names.join(", ")}. De README noemt wat kan.`);
}
