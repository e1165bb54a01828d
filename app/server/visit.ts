/** The first line of every loader and action: who is asking, for which day, and whether they may. */
import { redirect } from "@remix-run/node";
import { dayInWords, type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import { ROLE_WORDS } from "#app/domain/commitment.ts";
import { type Act, type Actor, may, mayEver, type Ownership } from "#app/domain/permissions.ts";
import { type Linker, linker, paths } from "#app/paths.ts";
import { today } from "./clock.ts";
import { notFound, signInFirst, unprocessable } from "./outcome.ts";
import { actorOf } from "./session.ts";

/** What every page shows of who looks at it: plain data, for the component. */
export interface Visit {
  account: { name: string; role: Actor["role"]; roleLabel: string } | null;
  asOf: IsoDay;
  today: IsoDay;
  path: string;
  /** The query without the peildatum. */
  keep: [string, string][];
  /** What the visitor just did, told once. */
  notice: string | null;
}

/**
 * A public page: anyone may. Answers the visit, the day and a writer of links that keep that day.
 * @throws 422 with a sentence for a peildatum that is no day, or that has yet to come
 */
export async function visit(
  request: Request,
): Promise<{ visit: Visit; actor: Actor | null; asOf: IsoDay; link: Linker }> {
  const actor = await actorOf(request);
  if (!may(actor, "read")) throw notFound();
  const url = new URL(request.url);
  const asOf = asOfFrom(url);
  return { visit: visitOf(actor, request, asOf), actor, asOf, link: linker(asOf, today()) };
}

/** A page or act behind the sign-in. What a visitor may not do at all is not there for them. */
export async function work(request: Request, act: Act): Promise<{ visit: Visit; actor: Actor; url: URL }> {
  const actor = await actorOf(request);
  const url = new URL(request.url);
  if (!actor)
    throw request.method !== "POST"
      ? redirect(`${paths.signIn}?naar=${encodeURIComponent(url.pathname)}`)
      : signInFirst();
  if (!mayEver(actor, act)) throw notFound();
  return { visit: visitOf(actor, request, today()), actor, url };
}

/** Lets through whose thing it is, and nobody else. */
export function allow(actor: Actor, act: Act, thing: Ownership): void {
  if (!may(actor, act, thing)) throw notFound();
}

function asOfFrom(url: URL): IsoDay {
  const asked = url.searchParams.get("peildatum");
  if (asked === null || asked === "") return today();
  if (!isIsoDay(asked)) {
    throw unprocessable(
      "Deze peildatum is geen dag",
      `“${String(asked).slice(0, 40)}” is geen datum die bestaat. Schrijf de peildatum als jaar-maand-dag, bijvoorbeeld 2011-03-04.`,
    );
  }
  if (asked > today()) {
    throw unprocessable(
      "Deze peildatum moet nog komen",
      `Hoe het register er op ${dayInWords(asked)} uitziet, weten we nog niet. Kies vandaag of een eerdere dag.`,
    );
  }
  return asked;
}

/** What the frame of a page shows of who is signed in. */
export const accountOf = ({ name, role }: Actor) => ({ name, role, roleLabel: ROLE_WORDS[role] });

function visitOf(actor: Actor | null, request: Request, asOf: IsoDay): Visit {
  const url = new URL(request.url);
  // A loader that answers a form gets the headers of that form: what an earlier one did is then not told again.
  const answersForm = request.headers.has("Content-Type");
  return {
    account: actor && accountOf(actor),
    asOf,
    today: today(),
    path: url.pathname,
    keep: [...url.searchParams].filter(([name]) => name !== "peildatum" && name !== "gedaan"),
    notice: answersForm ? null : noticeOf(url.searchParams.get("gedaan") ?? ""),
  };
}

const noticeOf = (done: string): string | null => (Object.hasOwn(NOTICES, done) ? (NOTICES[done] ?? null) : null);

/** What a form answers after it was sent: named in the URL, so that it needs no session and survives a reload. */
const NOTICES: Record<string, string> = {
  bewaard: "Bewaard als concept. Nog niemand anders ziet dit.",
  gepubliceerd: "Gepubliceerd. De toezeggingen hebben een nummer en zijn voor iedereen te lezen.",
  "brief-binnen": "De brief is opgenomen en openbaar te lezen. U kunt hem nu nagaan.",
  "brief-was-er": "Deze brief was al opgenomen. Wat u net invulde is niet gebruikt.",
  vastgelegd: "Vastgelegd.",
  ingetrokken: "Ingetrokken. De passage is weer te beoordelen.",
  afgesloten: "De brief is nagegaan en afgesloten.",
  heropend: "Het nagaan van de brief is weer open.",
  weggehaald: "Weggehaald. Er is niets in het register veranderd.",
  ingelogd: "U bent ingelogd.",
  uitgelogd: "U bent uitgelogd.",
};
