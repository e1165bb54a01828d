/** WCAG 2.2 AA on every page of the register, full, empty and with something wrong, on a phone and on a desk. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { type App, startApp, type Visitor } from "../support/app.ts";
import { axeFindings, DESK, openContext, PHONE, startBrowser } from "../support/browser.ts";
import { type Furnished, furnish } from "../support/furnish.ts";
import { ROUTE_PERMISSIONS } from "../support/route-permissions.ts";
import { ROUTES } from "../support/routes.ts";
import { startServer } from "../support/server.ts";

let app: App;
let made: Furnished;
let origin: string;
let browser: Browser;
beforeAll(async () => {
  app = await startApp();
  made = await furnish(app);
  origin = await startServer(app.databasePath);
  browser = await startBrowser();
});

interface State {
  what: string;
  path: string | ((made: Furnished) => string);
  as: Visitor;
  status?: number;
  /** The button that sends the form as it stands. */
  send?: string;
}

/** Addresses that answer with a file or a redirect. */
const NO_PAGE = [
  "/toezeggingen.atom",
  "/toezeggingen.ics",
  "/lijst.atom",
  "/lijst.ics",
  "/toezeggingen.csv",
  "/toezeggingen.xlsx",
  "/toezeggingen.json",
  "/brieven/:id/origineel",
  "/keten/uitvoer",
  "/zoeken/suggesties",
  ...ROUTES.filter((route) => /^\/api\/v1|\.(?:xml|txt)$/.test(route)),
  "/uitloggen",
  "/beheer/logboek/uitvoer",
  "/werk/lijsten/:id/geweigerd",
  "/werk/rappels/:id/brief",
  "/werk/begrotingsbijlage.docx",
  "/werk/begrotingsbijlage.xlsx",
  "/werk/dossiers/:slug/brief.docx",
  "/meenemen/bestand", // gives way to the file by itself
];

/** Who opens what staff do not. */
const INSIDERS: Record<string, Visitor | undefined> = { judge: "clerk", administer: "admin", own_member: "aide" };

/** Everything that route-permissions.ts knocks on, as somebody who may open it. */
const FULL: State[] = Object.entries(ROUTE_PERMISSIONS)
  .filter(([route]) => !NO_PAGE.includes(route))
  .flatMap(([route, { GET, things }]) =>
    // A page of the back office is one and the same for every ministry: that of the example is enough.
    things
      .filter(({ of }) => GET === "read" || !of?.ministryId || of.ministryId === "voorbeeldministerie")
      .map(({ what, path, of }): State => {
        const staff = of?.ministryId === "veiligheid-en-justitie" ? "staff of another ministry" : "staff";
        const insider = INSIDERS[GET] ?? staff;
        return { what: `${route}, ${what}`, path, as: GET === "read" ? "stranger" : insider };
      }),
  );

const BEFORE_ALL = "peildatum=1950-01-01";
const OTHERS: State[] = [
  ...[
    "/",
    "/toezeggingen",
    "/brieven",
    "/debatten",
    "/dossiers",
    "/dossiers/aanpak-kinderpornografie",
    "/onderwerpen/meldknop",
  ].map(
    (path): State => ({ what: `${path} on a day before everything`, path: `${path}?${BEFORE_ALL}`, as: "stranger" }),
  ),
  {
    what: "the register with a filter that matches nothing",
    path: "/toezeggingen?status=vervallen&te-laat=ja&termijn=zonder",
    as: "stranger",
  },
  {
    what: "the register with every filter",
    path: "/toezeggingen?status=openstaand&status=voldaan&te-laat=nee&dossier=voorbeeld-digitale-loketten&van=2026-01-01",
    as: "stranger",
  },
  { what: "the register on a past day", path: "/toezeggingen?peildatum=2012-02-02", as: "stranger" },
  {
    what: "a commitment on a day before it was made",
    path: ({ numberOf }) => `/toezeggingen/${numberOf("b6-meldknop")}?${BEFORE_ALL}`,
    as: "stranger",
  },
  {
    what: "a commitment that was met late",
    path: ({ numberOf }) => `/toezeggingen/${numberOf("b1-voortgangsbrief-februari")}?peildatum=2011-03-04`,
    as: "stranger",
  },
  { what: "a commitment that lapsed", path: ({ numberOf }) => `/toezeggingen/${numberOf("v4")}`, as: "stranger" },
  {
    what: "a commitment that its ministry looks at",
    path: ({ numberOf }) => `/toezeggingen/${numberOf("v2")}`,
    as: "staff",
  },
  { what: "a letter with a file", path: ({ letterWithFile }) => `/brieven/${letterWithFile}`, as: "stranger" },
  { what: "a day that is no day", path: "/toezeggingen?peildatum=2011-02-30", as: "stranger", status: 422 },
  { what: "a day that has yet to come", path: "/?peildatum=2999-01-01", as: "stranger", status: 422 },
  { what: "a page that is not there", path: "/nergens", as: "stranger", status: 404 },
  { what: "a commitment that is not there", path: "/toezeggingen/1999-0001", as: "staff", status: 404 },
  { what: "a notice", path: "/?gedaan=uitgelogd", as: "stranger" },
  { what: "the desk of a clerk", path: "/werk", as: "clerk" },
  { what: "the desk of another ministry", path: "/werk", as: "staff of another ministry" },
  { what: "signing in with nothing", path: "/inloggen", as: "stranger", send: "Inloggen" },
  { what: "a debate with nothing filled in", path: "/werk/debatten/nieuw", as: "staff", send: "Bewaar als concept" },
  {
    what: "a debate with nothing filled in, by a clerk",
    path: "/werk/debatten/nieuw",
    as: "clerk",
    send: "Bewaar als concept",
  },
  ...["verwachting", "maatregel", "cijfer", "bron"].map(
    (kind): State => ({
      what: `nothing filled in of a ${kind}`,
      path: `/werk/gevolgd/nieuw?soort=${kind}&dossier=voorbeeld-digitale-loketten`,
      as: "staff",
      send: "Bewaar als concept",
    }),
  ),
  { what: "a kind of which there is nothing", path: "/gevolgd?dossier=voorbeeld-digitale-loketten", as: "stranger" },
  {
    what: "no report of a debate",
    path: ({ draftDebate }) => `/werk/debatten/${draftDebate}/verslag`,
    as: "staff",
    send: "Lees het verslag",
  },
  { what: "no decisions", path: "/werk/commissiebesluiten", as: "clerk", send: "Lees de besluiten" },
  { what: "taking in no letter", path: "/werk/brieven/nieuw", as: "staff", send: "Lees de brief" },
  { what: "checking no draft", path: "/werk/concept-nagaan", as: "staff", send: "Ga het concept na" },
];

test("every page of the register is looked at", () => {
  const seen = [...Object.keys(ROUTE_PERMISSIONS), ...NO_PAGE];
  for (const route of ROUTES)
    expect(seen, `${route} is new: give it a row in tests/support/route-permissions.ts, or in NO_PAGE here.`).toContain(
      route,
    );
});

test("axe and the look at what is cut off do find things", async () => {
  const context = await openContext(browser, { origin });
  const page = await context.newPage();
  await page.goto("/uitleg");
  await page.evaluate(() =>
    document.querySelector("main")?.insertAdjacentHTML("beforeend", '<img src="/favicon.svg"><input><h5>Te diep</h5>'),
  );
  const rules = (await axeFindings(page)).map((finding) => finding.split(" ")[0]);
  expect(rules).toEqual(expect.arrayContaining(["image-alt", "label", "heading-order"]));
  await page.evaluate(() => {
    const main = document.querySelector("main");
    if (main) Object.assign(main.style, { overflow: "hidden", maxHeight: "3rem" });
    const line = document.querySelector("footer p");
    if (line instanceof HTMLElement)
      Object.assign(line.style, { overflow: "hidden", width: "0", whiteSpace: "nowrap" });
  });
  expect(await cutOff(page)).toEqual([expect.stringMatching(/^MAIN /), expect.stringMatching(/^P /)]);
  await context.close();
});

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** As who reads with difficulty sets a page (WCAG 1.4.12); lines that are further apart stay so. */
const spaceText = (page: Page) =>
  page.evaluate(() => {
    const wanted = (element: Element): [string, string][] => {
      const { lineHeight, fontSize } = getComputedStyle(element);
      const isClose = Number.parseFloat(lineHeight) < 1.5 * Number.parseFloat(fontSize) || lineHeight === "normal";
      return [
        ["letter-spacing", "0.12em"],
        ["word-spacing", "0.16em"],
        ...(isClose ? ([["line-height", "1.5"]] as [string, string][]) : []),
        ...(element.tagName === "P" ? ([["margin-block-end", "2em"]] as [string, string][]) : []),
      ];
    };
    const elements = [...document.querySelectorAll<HTMLElement>("body, body *")];
    const all = elements.map((element) => [element, wanted(element)] as const);
    for (const [element, styles] of all)
      for (const [name, value] of styles) element.style.setProperty(name, value, "important");
  });

/** The texts of which a part cannot be seen, as what they stand in does not grow with them. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        const isHidden = clipPath !== "none";
        const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
        return (
          !isHidden &&
          element.textContent?.trim() &&
          ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (hides(overflowY) && element.scrollHeight > element.clientHeight + 1))
        );
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.trim().slice(0, 60)}`),
  );

const named = [...FULL, ...OTHERS].map((state) => [state.what, state] as const);
/** Pages that were used and are free again, by who is signed in on them: opening a window costs more than a page. */
const free = new Map<Visitor, Page[]>();
const contexts = new Map<Visitor, Promise<BrowserContext>>();
async function pageFor(as: Visitor): Promise<Page> {
  const used = free.get(as)?.pop();
  if (used) return used;
  const open = async () =>
    openContext(browser, { origin, cookie: as === "stranger" ? undefined : await app.cookieOf(as) });
  const context = contexts.get(as) ?? open();
  contexts.set(as, context);
  return (await context).newPage();
}

describe.concurrent("One page in Dutch that fits on a phone, and in which axe finds nothing:", () => {
  test.each(named)("%s", async (_what, { path, as, status, send }) => {
    const page = await pageFor(as);
    await page.setViewportSize(PHONE);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));

    const opened = await page.goto(typeof path === "string" ? path : path(made));
    const answer = send ? await sent(page, send) : opened;
    expect(answer?.status()).toBe(status ?? (send ? 422 : 200));
    // The browser itself reports every answer of 400 and up.
    expect(complaints.filter((complaint) => !complaint.startsWith("Failed to load resource"))).toEqual([]);

    expect(await page.locator("html").getAttribute("lang")).toBe("nl");
    const [heading = "no h1", ...more] = await page.locator("h1").allTextContents();
    expect(more).toEqual([]);
    expect(await page.title()).toContain(heading);

    expect(await width(page), "wider than a phone").toBeLessThanOrEqual(PHONE.width);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    expect(await width(page), "wider than a phone once unfolded").toBeLessThanOrEqual(PHONE.width);
    // The public reads on a phone as much as on a desk; the back office has to fit a phone, and is worked in at a desk.
    const isPublic = as === "stranger";
    if (isPublic) expect(await axeFindings(page), "on a phone").toEqual([]);
    await page.setViewportSize(DESK);
    expect(await axeFindings(page), "on a desk").toEqual([]);
    if (isPublic) {
      await page.setViewportSize(PHONE);
      await spaceText(page);
      expect(await width(page), "wider than a phone with more room between letters").toBeLessThanOrEqual(PHONE.width);
      expect(await cutOff(page), "cut off with more room between letters").toEqual([]);
    }
    page.removeAllListeners();
    free.set(as, [...(free.get(as) ?? []), page]);
  });
});

/** Sends the form with this button, as it stands. */
async function sent(page: Page, button: string) {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("main").getByRole("button", { name: button, exact: true }).click();
  await page.waitForLoadState();
  return answer;
}
