/** Who may open and send what: every URL by every visitor, and drafts that nobody else may know of. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Act, type Actor, may, mayEver } from "#app/domain/permissions.ts";
import { type Answer, type App, startApp, type Visitor } from "../support/app.ts";
import { type Furnished, furnish, SECRETS } from "../support/furnish.ts";
import { ROUTE_PERMISSIONS, type Thing } from "../support/route-permissions.ts";
import { ROUTES } from "../support/routes.ts";

const VISITORS: Visitor[] = ["stranger", "aide", "staff", "staff of another ministry", "clerk", "admin"];

/** The accounts of the demo, as the table of permissions knows them. */
const nobody = { accountId: "", name: "", ministryId: null, committeeId: null, memberId: null };
const ACTORS: Record<Visitor, Actor | null> = {
  stranger: null,
  aide: { ...nobody, role: "aide", memberId: "kamerlid-a" },
  staff: { ...nobody, role: "staff", ministryId: "voorbeeldministerie" },
  "staff of another ministry": { ...nobody, role: "staff", ministryId: "veiligheid-en-justitie" },
  clerk: { ...nobody, role: "clerk", committeeId: "voorbeeldcommissie" },
  admin: { ...nobody, role: "admin" },
};

let app: App;
let made: Furnished;
beforeAll(async () => {
  app = await startApp();
  made = await furnish(app);
});

test("every address of the register has a row that says who may open it", () => {
  for (const route of ROUTES) {
    expect(
      Object.keys(ROUTE_PERMISSIONS),
      `${route} is new in app/routes.ts. Give it a row in tests/support/route-permissions.ts: the act of app/domain/permissions.ts that its loader and its action ask for on their first line ("nobody" where there is none), and real things to knock on, one's own and another's.`,
    ).toContain(route);
  }
  for (const route of Object.keys(ROUTE_PERMISSIONS)) {
    expect(
      ROUTES,
      `${route} is no longer in app/routes.ts. Take its row out of tests/support/route-permissions.ts.`,
    ).toContain(route);
  }
});

/** What everybody reads and nobody sends to is one and the same for whoever is signed in. */
const TWO: readonly Visitor[] = ["stranger", "staff"];

const cases = Object.entries(ROUTE_PERMISSIONS).flatMap(([route, { GET, POST, things }]) =>
  things.flatMap((thing) =>
    (GET === "read" && POST === "nobody" ? TWO : VISITORS).map((visitor) => ({
      route,
      GET,
      POST,
      things,
      thing,
      visitor,
    })),
  ),
);
const named = (some: typeof cases, verb: string) =>
  some.map((one) => [`${one.route} ${verb} ${one.visitor} (${one.thing.what})`, one] as const);

/** Nothing filled in; the form for a debate counts its rows. */
const BLANK = { rijen: "1" };

const allowed = (visitor: Visitor, act: Act | "nobody", { of }: Thing): boolean =>
  act !== "nobody" && (of ? may(ACTORS[visitor], act, of) : mayEver(ACTORS[visitor], act));
const pathOf = ({ path }: Thing): string => (typeof path === "string" ? path : path(made));

describe("What one may not do, the server refuses:", () => {
  test.each(named(cases, "asked for by"))("%s", async (_name, { GET, POST, things, thing, visitor }) => {
    const path = pathOf(thing);
    if (!allowed(visitor, GET, thing)) expectRefusal(await app.get(path, visitor), "GET", path, visitor);
    if (POST === "nobody") {
      const answer = await app.post(path, BLANK, visitor);
      expect(
        answer.status,
        `${path} has no form, so a POST is 405. If it has one now, name its act in route-permissions.ts.`,
      ).toBe(405);
    } else if (!allowed(visitor, POST, thing))
      expectRefusal(await app.post(path, BLANK, visitor), "POST", path, visitor);

    // The addresses by which Remix fetches data run one loader without the others; nobody needs them, so nobody gets them.
    if (things[0] !== thing) return; // refused by the address, whatever it is about
    const data = path === "/" ? "/_root.data" : `${path.split("?")[0]}.data`;
    for (const address of [data, `${data}?_routes=root`, `${data}?_routes=routes%2Fstaff%2Fdesk`]) {
      expect((await app.get(address, visitor)).status, `GET ${address}`).toBe(404);
      expect((await app.post(address, {}, visitor)).status, `POST ${address}`).toBe(404);
    }
  });
});

function expectRefusal(answer: Answer, method: "GET" | "POST", path: string, visitor: Visitor) {
  const todo = `${method} ${path} by ${visitor} answered ${answer.status}. Guard the first line of its ${method === "GET" ? "loader" : "action"} with work(request, act) and allow(actor, act, thing).`;
  if (visitor !== "stranger") expect(answer.status, todo).toBe(404);
  else if (method === "POST") expect(answer.status, todo).toBe(401);
  else
    expect([answer.status, answer.location], todo).toEqual([
      302,
      `/inloggen?naar=${encodeURIComponent(path.split("?")[0] ?? "")}`,
    ]);
}

describe("What one may do, opens:", () => {
  const open = cases.filter(({ GET, thing, visitor }) => allowed(visitor, GET, thing));
  test.each(named(open, "opens for"))("%s", async (_name, { route, GET, thing, visitor }) => {
    const answer = await app.get(pathOf(thing), visitor);
    const expected = route === "/uitloggen" ? 302 : 200;
    expect(
      answer.status,
      `${visitor} may ${GET} here, says route-permissions.ts, but the page answers otherwise.`,
    ).toBe(expected);
  });

  const writable = cases.filter(({ POST, thing, visitor }) => allowed(visitor, POST, thing));
  test.each(named(writable, "takes the form of"))("%s", async (_name, { POST, thing, visitor }) => {
    const { status } = await app.post(pathOf(thing), BLANK, visitor);
    expect(
      [200, 302, 422],
      `${visitor} may ${POST} here: an empty form is answered with a page, not with ${status}.`,
    ).toContain(status);
  });
});

describe("A draft is known only to those who may edit it:", () => {
  const OTHERS: Visitor[] = ["stranger", "aide", "staff of another ministry", "admin"];

  test("who may edit it reads it at its own address", async () => {
    for (const visitor of ["staff", "clerk"] as const) {
      const { status, text } = await app.get(`/werk/debatten/${made.draftDebate}`, visitor);
      expect([status, text.includes(SECRETS.title)]).toEqual([200, true]);
    }
  });

  test("nobody opens it by its id, by the next number or by a guess", async () => {
    const number = made.numberOf("v8");
    const next = number.replace(/\d+$/, (last) => String(Number(last) + 2).padStart(last.length, "0"));
    const guesses = [
      `/debatten/${made.draftDebate}`,
      `/debatten/${made.draftInNewDossier}`,
      ...[made.draftItem, "null", `V${new Date().getFullYear()}-0001`].map((guess) => `/gevolgd/${guess}`),
      ...["v10", "null", "undefined", "", made.draftCommitment, next].map((guess) => `/toezeggingen/${guess || "%20"}`),
    ];
    for (const path of guesses) {
      for (const visitor of VISITORS) expect((await app.get(path, visitor)).status, `${path} for ${visitor}`).toBe(404);
    }
    for (const visitor of OTHERS) {
      const statuses = [
        (await app.get(`/werk/debatten/${made.draftDebate}`, visitor)).status,
        (await app.get("/werk/toezeggingen/v10", visitor)).status,
        (await app.get(`/werk/gevolgd/${made.draftItem}`, visitor)).status,
      ];
      expect(statuses, visitor).toEqual(Array(3).fill(visitor === "stranger" ? 302 : 404));
    }
  });

  const LISTS = [
    "/",
    "/toezeggingen",
    "/toezeggingen?sorteer=toezegging",
    "/toezeggingen?status=openstaand",
    "/toezeggingen?dossier=voorbeeld-digitale-loketten",
    "/brieven",
    "/brieven/verzonnen-brief-2",
    "/debatten",
    "/debatten/verzonnen-debat-2",
    "/gevolgd",
    "/gevolgd?soort=verwachting",
    "/gevolgd?dossier=voorbeeld-digitale-loketten",
    "/dossiers",
    "/dossiers/voorbeeld-digitale-loketten",
    "/onderwerpen/voorbeeld-wachttijden",
  ];
  test.each(LISTS)("%s says nothing of it, to nobody", async (path) => {
    for (const visitor of VISITORS) {
      const { status, text } = await app.get(path, visitor);
      expect(status).toBe(200);
      for (const [what, words] of Object.entries(SECRETS)) {
        expect(
          text.includes(words),
          `${path} tells ${visitor} the ${what} of a draft (“${words}”): show only what something published refers to.`,
        ).toBe(false);
      }
    }
  });

  test("a topic or a dossier that only a draft knows has no page yet", async () => {
    const opened = [];
    for (const path of ["/onderwerpen/geheim-onderwerp-van-een-concept", "/dossiers/dossier-nog-niet-bekend"]) {
      if ((await app.get(path)).status !== 404) opened.push(path);
    }
    expect(
      opened,
      "These pages exist because of a draft: let them appear with the first thing that is published.",
    ).toEqual([]);
  });

  test("it does not count", async () => {
    const { page } = await app.get("/toezeggingen?dossier=voorbeeld-digitale-loketten");
    expect(page?.text).toContain("9 toezeggingen");
  });
});
