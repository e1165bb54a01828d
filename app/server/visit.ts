/** The first line of every loader and action: who is asking, for which day, and whether they may. */
import { redirect } from "@remix-run/node";
import {
  amsterdamDay,
  dayInWords,
  endOfDay,
  type Instant,
  type IsoDay,
  isInstant,
  isIsoDay,
} from "#app/domain/calendar.ts";
import { ROLE_WORDS } from "#app/domain/commitment.ts";
import { type Act, type Actor, may, mayEver, type Ownership } from "#app/domain/permissions.ts";
import { type Linker, linker, paths } from "#app/paths.ts";
import { lastRecordedAt } from "#db/known.ts";
import { type Moment, nowOn, thenOn } from "#db/moment.ts";
import { today } from "./clock.ts";
import { notFound, signInFirst, unprocessable } from "./outcome.ts";
import { actorOf } from "./session.ts";

/** What every page shows of who looks at it, and at what: plain data, for the component. */
export interface Visit {
  account: { name: string; role: Actor["role"]; roleLabel: string } | null;
  asOf: IsoDay;
  today: IsoDay;
  /** Of a page that is fixed for good: what was recorded by then. Null for all that is known now. */
  knownAt: Instant | null;
  /** The moment that fixes this page as it is now. */
  fixedAt: Instant;
  /** Where the register is found: `https://register.example`. */
  origin: string;
  path: string;
  /** The query without the two clocks. */
  keep: [string, string][];
  /** What the visitor just did, told once. */
  notice: string | null;
}

/**
 * A public page: anyone may. Answers the visit, the moment that the page shows and a writer of links that keep it.
 * @throws 422 with a sentence for a day or moment that is none, or that has yet to come
 */
export async function visit(
  request: Request,
): Promise<{ visit: Visit; actor: Actor | null; asOf: IsoDay; moment: Moment; link: Linker }> {
  const actor = await actorOf(request);
  if (!may(actor, "read")) throw notFound();
  const url = new URL(request.url);
  const fixedAt = await lastRecordedAt();
  const knownAt = knownAtFrom(url, fixedAt);
  const asOf = asOfFrom(url) ?? (knownAt ? amsterdamDay(knownAt) : today());
  const visitor = { ...visitOf(actor, request, asOf), knownAt, fixedAt: knownAt ?? fixedAt };
  return {
    visit: visitor,
    actor,
    asOf,
    moment: await (knownAt === null ? nowOn(asOf) : thenOn(asOf, knownAt)),
    link: linker(visitor),
  };
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

const shortened = (typed: string): string => typed.slice(0, 40);

/** Null where nobody asked for a day. */
function asOfFrom(url: URL): IsoDay | null {
  const asked = url.searchParams.get("peildatum");
  if (asked === null || asked === "") return null;
  if (!isIsoDay(asked)) {
    throw unprocessable(
      "Deze peildatum is geen dag",
      `“${shortened(asked)}” is geen datum die bestaat. Schrijf de peildatum als jaar-maand-dag, bijvoorbeeld 2011-03-04.`,
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

/**
 * What was known by when, for a page that is fixed for good: a moment, or a day, which means its end. What was recorded
 * last is the latest that can be fixed; asked for later than that, the visitor is sent there, as more may still come.
 */
function knownAtFrom(url: URL, lastRecorded: Instant): Instant | null {
  const asked = url.searchParams.get("bekend");
  if (asked === null || asked === "") return null;
  if (!isIsoDay(asked) && !isInstant(asked)) {
    throw unprocessable(
      "Dit vaste adres klopt niet",
      `“${shortened(asked)}” is geen dag en geen tijdstip. Misschien is het adres niet helemaal overgenomen.`,
    );
  }
  const knownAt = isInstant(asked) ? asked : endOfDay(asked);
  if (knownAt <= lastRecorded) return knownAt;
  if (amsterdamDay(knownAt) > today()) {
    throw unprocessable(
      "Dit tijdstip moet nog komen",
      `Wat het register op ${dayInWords(amsterdamDay(knownAt))} weet, staat nog niet vast. Kies vandaag of een eerdere dag.`,
    );
  }
  const query = new URLSearchParams(url.searchParams);
  query.set("bekend", lastRecorded);
  throw redirect(`${url.pathname}?${query}`);
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
    knownAt: null,
    fixedAt: "",
    origin: url.origin,
    path: url.pathname,
    keep: [...url.searchParams].filter(([name]) => !["peildatum", "bekend", "gedaan"].includes(name)),
    notice: answersForm ? null : noticeOf(url.searchParams.get("gedaan") ?? ""),
  };
}

const noticeOf = (done: string): string | null => (Object.hasOwn(NOTICES, done) ? (NOTICES[done] ?? null) : null);

/** What a form answers after it was sent: named in the URL, so that it needs no session and survives a reload. */
const NOTICES: Record<string, string> = {
  bewaard: "Bewaard als concept. Nog niemand anders ziet dit.",
  gepubliceerd: "Gepubliceerd. De toezeggingen hebben een nummer en zijn voor iedereen te lezen.",
  "item-gepubliceerd": "Gepubliceerd onder een eigen nummer, en voor iedereen te lezen.",
  gekoppeld: "Gekoppeld. Het verband staat op beide pagina's.",
  ontkoppeld: "Ingetrokken. Het verband staat er niet meer.",
  "brief-binnen": "De brief is opgenomen en openbaar te lezen. U kunt hem nu nagaan.",
  "brief-was-er": "Deze brief was al opgenomen. Wat u net invulde is niet gebruikt.",
  vastgelegd: "Vastgelegd.",
  geweigerd: "Geweigerd. De toezegging blijft bij het ministerie dat haar overdroeg.",
  "veel-vastgelegd": "Vastgelegd voor alles wat u koos.",
  ingetrokken: "Ingetrokken. De passage is weer te beoordelen.",
  gecorrigeerd: "Gecorrigeerd. Wat er stond en waarom het is veranderd, is voor iedereen te lezen.",
  teruggenomen: "Ingetrokken. Dat dit er stond en waarom het niet meer telt, is voor iedereen te lezen.",
  gelezen: "Gelezen en bewaard. Er is nog niets opgenomen.",
  opgenomen: "Opgenomen als concept bij dit debat. Nog niemand anders ziet dit.",
  "was-opgenomen": "Dit was al opgenomen bij dit debat. Er is niets dubbel vastgelegd.",
  "was-vastgelegd": "Dit was al vastgelegd. Er is niets dubbel vastgelegd.",
  afgesloten: "De brief is nagegaan en afgesloten.",
  heropend: "Het nagaan van de brief is weer open.",
  weggehaald: "Weggehaald. Er is niets in het register veranderd.",
  "kolommen-gekozen": "De kolommen zijn gekozen en onthouden.",
  "antwoord-bewaard": "Uw antwoord is onthouden. De lijst is opnieuw vergeleken.",
  "concept-bewaard": "Het concept is bewaard. Alleen u ziet het, bij Mijn werk. Het register zelf is niet veranderd.",
  "concept-weg": "Het bewaarde concept is verwijderd.",
  "rappel-verstuurd": "Verstuurd. Wat er nu staat, verandert niet meer.",
  "rappel-was-verstuurd": "Dit was al verstuurd. Er is niets dubbel verstuurd.",
  "antwoorden-bewaard": "Bewaard. De griffie ziet het pas als u het verstuurt.",
  "antwoorden-verstuurd": "Verstuurd naar de griffie. Tot het is overgenomen kunt u het veranderen.",
  "antwoorden-verwerkt": "Verwerkt. Wat u overnam staat in het register; wat u weigerde leest het ministerie.",
  "post-opnieuw": "Het bericht staat weer klaar en gaat zo weg.",
  "post-al-weg": "Dit bericht hoeft niet opnieuw: het is al verstuurd, het gaat net weg, of de tekst is vergeten.",
  "wachtwoord-veranderd": "Uw wachtwoord is veranderd. Op andere plekken bent u uitgelogd.",
  "sessie-weg": "Die sessie is beëindigd.",
  "sessies-weg": "U bent overal uitgelogd, behalve hier.",
  "herstelcode-gebruikt":
    "U bent ingelogd met een herstelcode. Die werkt nu niet meer. Bent u uw telefoon kwijt, stel de tweede stap dan opnieuw in.",
  "tweede-stap-uit": "De tweede stap staat uit. U logt voortaan in met alleen uw wachtwoord.",
  "account-veranderd": "Het account is veranderd.",
  "account-uit": "Het account is uitgezet. Wie ermee was ingelogd, is uitgelogd.",
  "account-aan": "Het account staat weer aan.",
  "tweede-stap-gewist": "De tweede stap is gewist. Bij de volgende keer inloggen wordt een nieuwe ingesteld.",
  "sessies-beeindigd": "Alle sessies van dit account zijn beëindigd.",
  toegevoegd: "Toegevoegd.",
  samengevoegd: "Samengevoegd. Overal in het register staat nu deze naam.",
  "uit-lijst": "Uit de lijst gehaald.",
  "in-lijst": "Bewaard in uw lijst. U vindt die boven aan elke pagina, bij Mijn lijst.",
  "al-in-lijst": "Dit stond al in uw lijst. U vindt die boven aan elke pagina, bij Mijn lijst.",
  "lijst-overgenomen": "Overgenomen in uw lijst.",
  "lijst-gezien": "Gezien. U ziet hier voortaan wat er vanaf nu verandert.",
  "lijst-gewist": "Uw lijst is gewist.",
  ingelogd: "U bent ingelogd.",
  uitgelogd: "U bent uitgelogd.",
};
