/** Accounts and access: who gets in, with what, how often they may try, and how it ends. */
import { spawnSync } from "node:child_process";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { ACCOUNTS, type Answer, type App, startApp } from "../support/app.ts";
import { type Browser, lettersIn, newBrowser, recoveryCodesIn } from "../support/cookie-jar.ts";
import { codeFor, codeOf, secondFactorOf, withoutSecondFactor } from "../support/second-factor.ts";

let app: App;
let database: Database.Database;
beforeAll(async () => {
  app = await startApp();
  database = new Database(app.databasePath);
});

const GOOD = "paarse fietsen in de mist";
const WRONG = "niet dit wachtwoord";
const MINISTRY = "voorbeeldministerie";

let invited = 0;

/** An administrator makes an account; answers the path of its invitation and its id. */
async function invite(form: Record<string, string>): Promise<{ path: string; id: string; email: string }> {
  invited += 1;
  const email = `persoon${invited}@demo.example`;
  const answer = await app.post("/beheer/accounts/nieuw", { naam: `Persoon ${invited}`, email, ...form }, "admin");
  return { path: invitationIn(answer), id: idOf(email), email };
}

const invitationIn = ({ text }: Answer): string => /\/uitnodiging\?sleutel=[\w-]+/.exec(text)?.[0] ?? "";
const idOf = (email: string): string =>
  database.prepare("SELECT id FROM accounts WHERE email = ?").pluck().get(email) as string;
const tokenOf = (path: string): string => path.split("=")[1] ?? "";

const choosePassword = (browser: Browser, path: string, password = GOOD, again = password): Promise<Answer> =>
  browser.post(path, { sleutel: tokenOf(path), nieuw: password, herhaald: again });

/** Somebody with an account that is in use, signed in. */
async function person(form: Record<string, string>, means = {}) {
  const made = await invite(form);
  const browser = newBrowser(app, means);
  const { location } = await choosePassword(browser, made.path);
  const second = location === "/inloggen/instellen" ? await browser.setUp("/inloggen/instellen") : null;
  expect(await browser.isSignedIn()).toBe(true);
  return { ...made, browser, secret: second?.secret ?? "", recoveryCodes: second?.recoveryCodes ?? [] };
}
const STAFF = { rol: "staff", ministerie: MINISTRY };
const AIDE = { rol: "aide", lid: "kamerlid-a" };

/** The acts of the log that were done to an account or by it. */
const actsOf = (id: string) =>
  database
    .prepare("SELECT kind, by_account AS by FROM acts WHERE thing_id = ? OR by_account = ? ORDER BY id")
    .all(id, id) as { kind: string; by: string | null }[];
const kindsOf = (id: string) => actsOf(id).map(({ kind }) => kind);

describe("An account that is made", () => {
  test.each<[string, Record<string, string>, string[]]>([
    ["nothing", {}, ["naam", "email", "rol"]],
    ["no ministry", { naam: "A", email: "a@b.example", rol: "staff" }, ["ministerie"]],
    ["no committee", { naam: "A", email: "a@b.example", rol: "clerk", ministerie: MINISTRY }, ["commissie"]],
    ["no member", { naam: "A", email: "a@b.example", rol: "aide" }, ["lid"]],
    ["a ministry that is not there", { naam: "A", email: "a@b.example", ...STAFF, ministerie: "x" }, ["ministerie"]],
    ["a role that is not there", { naam: "A", email: "a@b.example", rol: "constructor" }, ["rol"]],
    ["two addresses", { naam: "A", email: "a@b.example,c@d.example", rol: "admin" }, ["email"]],
    ["no address", { naam: "A", email: "a b", rol: "admin" }, ["email"]],
    ["an address that is taken, in capitals", { naam: "A", email: "GRIFFIE@demo.example", rol: "admin" }, ["email"]],
  ])("asks again for %s, and nothing is made", async (_what, form, fields) => {
    const count = () => database.prepare("SELECT count(*) FROM accounts").pluck().get();
    const before = count();
    const { status, page, text } = await app.post("/beheer/accounts/nieuw", form, "admin");
    expect(status).toBe(422);
    const links = page?.links.filter(({ href }) => href.startsWith("#") && href !== "#inhoud").map(({ href }) => href);
    expect(links).toEqual(fields.map((field) => `#${field}`));
    if (form.naam) expect(text).toContain('value="A"');
    expect(count()).toBe(before);
  });

  test("works for whom its role says, whatever else was chosen", async () => {
    const { id } = await invite({
      rol: "clerk",
      ministerie: MINISTRY,
      commissie: "voorbeeldcommissie",
      lid: "kamerlid-a",
    });
    expect(database.prepare("SELECT ministry_id, committee_id, member_id FROM accounts WHERE id = ?").get(id)).toEqual({
      ministry_id: null,
      committee_id: "voorbeeldcommissie",
      member_id: null,
    });
  });
});

describe("An invitation", () => {
  test("goes out by mail, and of its token the database holds no more than the hash", async () => {
    const { path, email } = await invite(STAFF);
    expect(tokenOf(path).length).toBeGreaterThanOrEqual(40);
    const mails = database.prepare("SELECT to_address, text, opens FROM mails WHERE to_address = ?").all(email);
    expect(mails).toEqual([{ to_address: email, text: expect.stringContaining(path), opens: 1 }]);
    const stored = JSON.stringify(database.prepare("SELECT * FROM invitations").all());
    expect(stored).not.toContain(tokenOf(path));
    expect(stored).toMatch(/[0-9a-f]{64}/);
  });

  test("asks for a password that is taken twice alike, and is not used up by one that is not", async () => {
    const { path } = await invite(AIDE);
    const browser = newBrowser(app);
    expect((await browser.get(path)).page?.text).toContain("Voor Persoon");
    for (const [password, again, why] of [
      ["kort", "kort", "heeft 4 tekens"],
      ["qwerty123456", "qwerty123456", "makkelijk te raden"],
      [GOOD, `${GOOD}!`, "niet hetzelfde"],
    ] as const) {
      const { status, page, text } = await choosePassword(browser, path, password, again);
      expect([status, page?.text.includes(why)], password).toEqual([422, true]);
      expect(text).not.toContain(`value="${password}"`);
    }
    expect((await choosePassword(browser, path)).status).toBe(302);
  });

  test("works once, also for two at the same time", async () => {
    const { path } = await invite(AIDE);
    const [one, other] = [newBrowser(app), newBrowser(app)];
    const answers = await Promise.all([choosePassword(one, path), choosePassword(other, path, `${GOOD} 2`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 422]);
    expect((await newBrowser(app).get(path)).page?.text).toContain("Deze uitnodiging werkt niet of niet meer.");
  });

  test("ends with the next one, after seven days, and with the account", async () => {
    const { path, id } = await invite(STAFF);
    const again = invitationIn(await app.post(`/beheer/accounts/${id}`, { doe: "uitnodigen" }, "admin"));
    expect(again).not.toBe(path);
    const opens = async (invitation: string) =>
      (await newBrowser(app).get(invitation)).text.includes("Nieuw wachtwoord");
    expect([await opens(path), await opens(again)]).toEqual([false, true]);

    const expiry = database.prepare("SELECT expires_at FROM invitations WHERE account_id = ?").pluck();
    const left = Date.parse(expiry.get(id) as string) - Date.now();
    expect(left / 86_400_000).toBeGreaterThan(7);
    expect(left / 86_400_000).toBeLessThan(8.1);
    const move = database.prepare("UPDATE invitations SET expires_at = ? WHERE account_id = ?");
    move.run(new Date(Date.now() - 1000).toISOString(), id);
    expect(await opens(again)).toBe(false);
    expect((await choosePassword(newBrowser(app), again)).status).toBe(422);
    move.run(new Date(Date.now() + 60_000).toISOString(), id);
    expect(await opens(again)).toBe(true);

    await app.post(`/beheer/accounts/${id}`, { doe: "uit" }, "admin");
    expect(await opens(again)).toBe(false);
    await app.post(`/beheer/accounts/${id}`, { doe: "aan" }, "admin");
    expect(await opens(again)).toBe(false);
  });

  test("gives who lost the password another, and ends what was signed in", async () => {
    const { id, browser, email, secret } = await person(STAFF);
    const path = invitationIn(await app.post(`/beheer/accounts/${id}`, { doe: "uitnodigen" }, "admin"));
    expect(await browser.isSignedIn()).toBe(true);
    const again = newBrowser(app);
    expect((await choosePassword(again, path, "groene peren op sap")).location).toBe("/inloggen/code");
    expect(await browser.isSignedIn()).toBe(false);
    expect((await again.post("/inloggen/code", { code: await codeFor(app.databasePath, email) })).status).toBe(302);
    expect(secondFactorOf(app.databasePath, email).secret).toBe(secret.replaceAll(" ", ""));
    expect((await newBrowser(app).password(email, GOOD)).status).toBe(422);
  });
});

describe("The second factor", () => {
  test("is set up before anything else opens, and is not there before its first code is", async () => {
    const { path, email, id } = await invite(STAFF);
    const browser = newBrowser(app);
    expect((await choosePassword(browser, path)).location).toBe("/inloggen/instellen");
    for (const closed of ["/werk", "/account", "/account/tweede-stap"])
      expect((await browser.get(closed)).location).toBe(`/inloggen?naar=${encodeURIComponent(closed)}`);

    const page = await browser.get("/inloggen/instellen");
    const secret = lettersIn(page);
    expect(page.text).toMatch(/<svg [^>]*role="img" aria-label="QR-code/);
    expect(page.text).toContain(`secret=${secret.replaceAll(" ", "")}`);
    expect(page.headers.get("Cache-Control")).toBe("no-store");
    const wrong = await browser.post("/inloggen/instellen", { code: codeOf(secret, Date.now() - 300_000), naar: "" });
    expect([wrong.status, lettersIn(wrong)]).toEqual([422, secret]);
    expect(wrong.page?.text).toContain("Deze code klopt niet");
    expect(await browser.isSignedIn()).toBe(false);
    expect(database.prepare("SELECT totp_secret FROM accounts WHERE id = ?").pluck().get(id)).toBeNull();

    // Who comes back later gets another secret: the one that was on a screen before is worth nothing.
    await browser.password(email, GOOD);
    const { secret: set, recoveryCodes } = await browser.setUp("/inloggen/instellen");
    expect(set).not.toBe(secret);
    expect(recoveryCodes).toHaveLength(10);
    expect(await browser.isSignedIn()).toBe(true);
    expect(recoveryCodesIn(await browser.get("/inloggen/instellen"))).toEqual([]);
    const stored = JSON.stringify(database.prepare("SELECT * FROM recovery_codes WHERE account_id = ?").all(id));
    for (const code of recoveryCodes) expect(stored).not.toContain(code.replaceAll("-", ""));
  });

  test("brings who has it to the page that was asked for", async () => {
    const { email } = await person(STAFF);
    const browser = newBrowser(app);
    const asked = await browser.post("/inloggen", { email, wachtwoord: GOOD, naar: "/werk/debatten/nieuw" });
    expect(asked.location).toBe("/inloggen/code?naar=%2Fwerk%2Fdebatten%2Fnieuw");
    const form = { code: await codeFor(app.databasePath, email), naar: "/werk/debatten/nieuw" };
    expect((await browser.post("/inloggen/code", form)).location).toBe("/werk/debatten/nieuw");
  });

  test("takes a code once, also from two at the same time, and none of before it", async () => {
    const { email, secret } = await person(STAFF);
    const step = async () => {
      const browser = newBrowser(app);
      await browser.password(email, GOOD);
      return browser;
    };
    const [one, other, late] = [await step(), await step(), await step()];
    const code = await codeFor(app.databasePath, email);
    const answers = await Promise.all([one, other].map((browser) => browser.post("/inloggen/code", { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 422]);
    const { used } = secondFactorOf(app.databasePath, email);
    for (const before of [used, used - 1]) {
      const answer = await late.post("/inloggen/code", { code: codeOf(secret, before * 30_000) });
      expect([answer.status, answer.page?.text.includes("Deze code klopt niet, of is al gebruikt")]).toEqual([
        422,
        true,
      ]);
    }
  });

  test("is asked of nobody who did not give the password first", async () => {
    const browser = newBrowser(app);
    const code = codeOf(secondFactorOf(app.databasePath, ACCOUNTS.clerk).secret);
    for (const path of ["/inloggen/code", "/inloggen/instellen"]) {
      expect((await browser.get(path)).page?.text).toContain("Deze stap komt na uw e-mailadres en wachtwoord");
      expect((await browser.post(path, { code })).page?.text).toContain("Log eerst in");
    }
    expect(await browser.isSignedIn()).toBe(false);
  });

  test("has to follow the password within ten minutes", async () => {
    const { email, id } = await person(STAFF);
    const browser = newBrowser(app);
    await browser.password(email, GOOD);
    database
      .prepare("UPDATE pending_sign_ins SET expires_at = ? WHERE account_id = ?")
      .run(new Date(Date.now() - 1).toISOString(), id);
    const answer = await browser.post("/inloggen/code", { code: await codeFor(app.databasePath, email) });
    expect(answer.status).toBe(422);
    expect(await browser.isSignedIn()).toBe(false);
  });

  test("can be replaced by a recovery code, each once", async () => {
    const { email, recoveryCodes } = await person(STAFF);
    const [first = "", second = ""] = recoveryCodes;
    const signIn = async (code: string) => {
      const browser = newBrowser(app);
      await browser.password(email, GOOD);
      return browser.post("/inloggen/code", { herstelcode: code });
    };
    expect((await signIn("aaaa-bbbb-cccc-dddd")).page?.text).toContain("Deze herstelcode klopt niet");
    expect((await signIn(first.toUpperCase())).location).toBe("/account?gedaan=herstelcode-gebruikt");
    expect((await signIn(first)).status).toBe(422);
    expect((await signIn(second.replaceAll("-", " "))).status).toBe(302);
  });

  test("gets other recovery codes from its owner, who gives the password", async () => {
    const { browser, email, recoveryCodes, id } = await person(STAFF);
    const renew = (password: string) => browser.post("/account/tweede-stap", { doe: "codes", wachtwoord: password });
    const refused = await renew(WRONG);
    expect([refused.status, recoveryCodesIn(refused)]).toEqual([422, []]);
    const renewed = await renew(GOOD);
    expect(renewed.headers.get("Cache-Control")).toBe("no-store");
    const fresh = recoveryCodesIn(renewed);
    expect(fresh).toHaveLength(10);
    expect(fresh.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    const later = newBrowser(app);
    await later.password(email, GOOD);
    expect((await later.post("/inloggen/code", { herstelcode: recoveryCodes[0] ?? "" })).status).toBe(422);
    expect((await later.post("/inloggen/code", { herstelcode: fresh[0] ?? "" })).status).toBe(302);
    expect(kindsOf(id)).toContain("recovery_codes_renewed");
    expect((await browser.get("/account")).page?.text).toContain("nog 9 herstelcodes");
  });

  test("moves to another telephone, and the old one works until the new one does", async () => {
    const { browser, email, secret } = await person(STAFF);
    expect((await browser.post("/account/tweede-stap", { doe: "instellen", wachtwoord: GOOD })).status).toBe(302);
    expect(secondFactorOf(app.databasePath, email).secret).toBe(secret.replaceAll(" ", ""));
    const { secret: other, recoveryCodes } = await browser.setUp("/account/tweede-stap");
    expect(other).not.toBe(secret);
    expect(recoveryCodes).toHaveLength(10);
    expect(secondFactorOf(app.databasePath, email).secret).toBe(other.replaceAll(" ", ""));
  });

  test("an aide may have and leave, staff may not leave", async () => {
    const aide = await person(AIDE);
    await aide.browser.post("/account/tweede-stap", { doe: "instellen", wachtwoord: GOOD });
    await aide.browser.setUp("/account/tweede-stap");
    expect((await newBrowser(app).password(aide.email, GOOD)).location).toBe("/inloggen/code");
    await aide.browser.post("/account/tweede-stap", { doe: "uit", wachtwoord: GOOD });
    expect((await newBrowser(app).password(aide.email, GOOD)).location).toContain("gedaan=ingelogd");

    const staff = await person(STAFF);
    expect((await staff.browser.post("/account/tweede-stap", { doe: "uit", wachtwoord: GOOD })).status).toBe(422);
    expect((await newBrowser(app).password(staff.email, GOOD)).location).toBe("/inloggen/code");
  });

  test("is wiped by an administrator for who lost it, which ends its sessions and is logged", async () => {
    const { browser, email, id, recoveryCodes } = await person(STAFF);
    const { location } = await app.post(`/beheer/accounts/${id}`, { doe: "wis" }, "admin");
    expect(location).toBe(`/beheer/accounts/${id}?gedaan=tweede-stap-gewist`);
    expect(await browser.isSignedIn()).toBe(false);
    const again = newBrowser(app);
    expect((await again.password(email, GOOD)).location).toBe("/inloggen/instellen");
    expect((await again.post("/inloggen/code", { herstelcode: recoveryCodes[0] ?? "" })).status).toBe(422);
    await again.setUp("/inloggen/instellen");
    expect(await again.isSignedIn()).toBe(true);
    expect(actsOf(id)).toContainEqual({ kind: "second_factor_reset", by: idOf(ACCOUNTS.admin) });
  });

  test("of which the key is gone is told to be so, and a recovery code still lets its owner in", async () => {
    const { email, id, recoveryCodes } = await person(STAFF);
    const sealed = `aes-256-gcm:${Buffer.alloc(60, 1).toString("base64")}`;
    database.prepare("UPDATE accounts SET totp_secret = ? WHERE id = ?").run(sealed, id);
    const browser = newBrowser(app);
    await browser.password(email, GOOD);
    expect((await browser.get("/inloggen/code")).page?.text).toContain(
      "kan de tweede stap van dit account niet meer lezen",
    );
    expect((await browser.post("/inloggen/code", { code: "123456" })).status).toBe(422);
    expect((await browser.post("/inloggen/code", { herstelcode: recoveryCodes[0] ?? "" })).status).toBe(302);
    expect((await browser.get("/account/tweede-stap")).page?.text).toContain("Stel hem opnieuw in");
  });
});

describe("An account that is disabled", () => {
  test("is signed out at once and not let in again, until it is enabled", async () => {
    const { browser, email, id, secret } = await person(STAFF);
    const halfway = newBrowser(app);
    await halfway.password(email, GOOD);
    const { location } = await app.post(`/beheer/accounts/${id}`, { doe: "uit" }, "admin");
    expect(location).toBe(`/beheer/accounts/${id}?gedaan=account-uit`);
    expect(await browser.isSignedIn()).toBe(false);
    expect((await halfway.post("/inloggen/code", { code: codeOf(secret, Date.now() + 30_000) })).status).toBe(422);
    const told = await newBrowser(app).password(email, GOOD);
    expect([told.status, told.page?.text.includes("Dit account is uitgezet.")]).toEqual([422, true]);
    // Who does not know the password learns nothing.
    expect((await newBrowser(app).password(email, WRONG)).page?.text).not.toContain("uitgezet");

    await app.post(`/beheer/accounts/${id}`, { doe: "aan" }, "admin");
    const again = newBrowser(app);
    await again.password(email, GOOD);
    expect((await again.post("/inloggen/code", { code: await codeFor(app.databasePath, email) })).status).toBe(302);
    expect(kindsOf(id)).toEqual(expect.arrayContaining(["account_disabled", "account_enabled"]));
  });

  test("is offered to nobody as the one who writes an answer", async () => {
    const { id } = await person(STAFF);
    const [row] = database.prepare("SELECT name FROM accounts WHERE id = ?").pluck().all(id) as string[];
    const offers = async () => (await app.get("/werk/toezeggingen/v1", "staff")).text.includes(row ?? "");
    expect(await offers()).toBe(true);
    await app.post(`/beheer/accounts/${id}`, { doe: "uit" }, "admin");
    expect(await offers()).toBe(false);
  });

  test("is never the last administrator, and neither is one that gets another role", async () => {
    const admin = `/beheer/accounts/${idOf(ACCOUNTS.admin)}`;
    const own = { naam: "Beheerder", email: ACCOUNTS.admin };
    for (const form of [{ doe: "uit" }, { doe: "verander", ...own, rol: "staff", ministerie: MINISTRY }]) {
      const { status, page } = await app.post(admin, form, "admin");
      expect([status, page?.text.includes("enige beheerder die kan inloggen")], form.doe).toEqual([422, true]);
    }
    // One who has not taken the invitation yet is no administrator who could help.
    const { path, id } = await invite({ rol: "admin" });
    expect((await app.post(admin, { doe: "uit" }, "admin")).status).toBe(422);
    const second = newBrowser(app);
    await choosePassword(second, path);
    await second.setUp("/inloggen/instellen");
    expect((await second.post(admin, { doe: "uit" })).status).toBe(302);
    expect((await second.post(`/beheer/accounts/${id}`, { doe: "uit" })).status).toBe(422);
    expect((await second.post(admin, { doe: "aan" })).status).toBe(302);
    await app.post("/uitloggen", {}, "admin"); // the session that ended, so that the next one is another
    expect((await app.post(`/beheer/accounts/${id}`, { doe: "uit" }, "admin")).status).toBe(302);
  });
});

describe("An account that gets another role or team", () => {
  test("signs in again, and sets up a second factor where the role asks for one", async () => {
    const { browser, email, id } = await person(AIDE);
    const form = { doe: "verander", naam: "Andere naam", email, ...STAFF };
    expect((await app.post(`/beheer/accounts/${id}`, form, "admin")).status).toBe(302);
    expect(await browser.isSignedIn()).toBe(false);
    expect((await browser.password(email, GOOD)).location).toBe("/inloggen/instellen");
    const act = database
      .prepare("SELECT detail FROM acts WHERE kind = 'account_changed' AND thing_id = ?")
      .pluck()
      .get(id);
    expect(act).toBe("name, role, ministry, member");
  });

  test("stays signed in where only the name changed, and takes no address of another", async () => {
    const { browser, email, id } = await person(AIDE);
    const form = { doe: "verander", naam: "Nieuwe naam", email, ...AIDE };
    expect((await app.post(`/beheer/accounts/${id}`, form, "admin")).status).toBe(302);
    expect((await browser.get("/account")).page?.text).toContain("Nieuwe naam");
    const taken = await app.post(`/beheer/accounts/${id}`, { ...form, email: ACCOUNTS.clerk }, "admin");
    expect([taken.status, taken.page?.text.includes("Er is al een ander account")]).toEqual([422, true]);
  });
});

describe("A password", () => {
  test("is changed by who knows the old one, which ends the other sessions and not this one", async () => {
    const { browser, email, id } = await person(AIDE);
    const other = newBrowser(app);
    await other.password(email, GOOD);
    const change = (old: string, fresh: string) =>
      browser.post("/account/wachtwoord", { wachtwoord: old, nieuw: fresh, herhaald: fresh });
    expect((await change(WRONG, "groene peren op sap")).page?.text).toContain(
      "niet het wachtwoord waarmee u nu inlogt",
    );
    expect((await change(GOOD, "qwerty123456")).page?.text).toContain("makkelijk te raden");
    expect((await change(GOOD, email)).page?.text).toContain("eigen naam of e-mailadres");
    expect(await other.isSignedIn()).toBe(true);
    expect((await change(GOOD, "groene peren op sap")).location).toBe("/account?gedaan=wachtwoord-veranderd");
    expect([await browser.isSignedIn(), await other.isSignedIn()]).toEqual([true, false]);
    expect((await newBrowser(app).password(email, GOOD)).status).toBe(422);
    expect((await newBrowser(app).password(email, "groene peren op sap")).status).toBe(302);
    expect(kindsOf(id)).toContain("password_changed");
  });
});

describe("Own sessions", () => {
  const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";
  test("are listed with the program in words, to the hour, and without an address of the network", async () => {
    const { browser, email, id } = await person(AIDE, { userAgent: FIREFOX });
    const other = newBrowser(app, { client: "198.51.100.77" });
    await other.password(email, GOOD);
    const { text, page } = await browser.get("/account");
    expect(page?.text).toContain("Firefox op Windows");
    expect(page?.text).toContain("onbekend programma");
    expect(text).not.toContain("198.51.100");
    const rows = database.prepare("SELECT last_seen_at FROM sessions WHERE account_id = ?").pluck().all(id) as string[];
    for (const seen of rows) expect(seen).toMatch(/T\d\d:00:00\.000Z$/);
    expect(database.serialize().includes("198.51.100.77")).toBe(false);
  });

  test("are seen again an hour later", async () => {
    const { browser, id } = await person(AIDE);
    database.prepare("UPDATE sessions SET last_seen_at = '2026-01-01T08:00:00.000Z' WHERE account_id = ?").run(id);
    await browser.get("/toezeggingen");
    const seen = database.prepare("SELECT last_seen_at FROM sessions WHERE account_id = ?").pluck().get(id);
    expect(seen).toBe(`${new Date().toISOString().slice(0, 13)}:00:00.000Z`);
  });

  test("are ended one by one or all others, and never those of somebody else", async () => {
    const { browser, email, id } = await person(AIDE);
    const others = [newBrowser(app), newBrowser(app), newBrowser(app)];
    for (const other of others) await other.password(email, GOOD);
    const signedIn = async () => Promise.all(others.map((other) => other.isSignedIn()));
    const ids = database
      .prepare("SELECT token_hash FROM sessions WHERE account_id = ? ORDER BY created_at")
      .pluck()
      .all(id) as string[];
    const stranger = await person(AIDE);
    await stranger.browser.post("/account", { sessie: ids[1] ?? "" });
    expect(await signedIn()).toEqual([true, true, true]);
    expect((await browser.post("/account", { sessie: ids[1] ?? "" })).location).toBe("/account?gedaan=sessie-weg");
    expect(await signedIn()).toEqual([false, true, true]);
    expect((await browser.post("/account", { doe: "andere" })).location).toBe("/account?gedaan=sessies-weg");
    expect(await signedIn()).toEqual([false, false, false]);
    expect(await browser.isSignedIn()).toBe(true);
  });
});

describe("Who tries too often waits a quarter of an hour:", () => {
  const BUSY = "druk@demo.example";
  beforeAll(() => withoutSecondFactor(app.databasePath, ACCOUNTS.aide, BUSY));
  const statuses = (answers: Answer[], status: number) => answers.filter((answer) => answer.status === status).length;
  const address = (n: number) => `203.0.113.${n}`;

  test("one client at one account, while its owner elsewhere gets in", async () => {
    const stranger = newBrowser(app, { client: address(1) });
    for (let n = 0; n < 10; n += 1) expect((await stranger.password(BUSY, WRONG)).status).toBe(422);
    expect((await stranger.password(BUSY, app.password)).status).toBe(429);
    expect((await newBrowser(app, { client: address(2) }).password(BUSY, app.password)).status).toBe(302);
  });

  test("many clients at one account, while its owner gets in where it was signed in before", async () => {
    const owner = newBrowser(app, { client: address(3) });
    expect((await owner.password(BUSY, app.password)).status).toBe(302);
    await owner.post("/uitloggen", {});
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_, n) => newBrowser(app, { client: `198.51.100.${n}` }).password(BUSY, WRONG)),
    );
    expect(statuses(tries, 429)).toBeGreaterThanOrEqual(10);
    expect((await newBrowser(app, { client: address(4) }).password(BUSY, app.password)).status).toBe(429);
    expect((await owner.password(BUSY, app.password)).status).toBe(302);
  });

  test("one client at many accounts", async () => {
    const client = "2001:db8:1:2::1";
    const tries = await Promise.all(
      Array.from({ length: 70 }, (_, n) => newBrowser(app, { client }).password(`gok${n}@demo.example`, WRONG)),
    );
    expect([statuses(tries, 422), statuses(tries, 429)]).toEqual([60, 10]);
    const neighbour = await newBrowser(app, { client: "2001:db8:1:2:ffff::9" }).password(ACCOUNTS.aide, app.password);
    expect([neighbour.status, neighbour.page?.text.includes("Vanaf deze plek is te vaak geprobeerd")]).toEqual([
      429,
      true,
    ]);
    const elsewhere = newBrowser(app, { client: "2001:db8:1:3::1" });
    expect((await elsewhere.password(ACCOUNTS.aide, app.password)).status).toBe(302);
  });

  test("one client at the codes of an account, also with the right one", async () => {
    const { email } = await person(STAFF, { client: address(5) });
    const thief = newBrowser(app, { client: address(6) });
    await thief.password(email, GOOD);
    const tries = await Promise.all(Array.from({ length: 12 }, () => thief.post("/inloggen/code", { code: "000000" })));
    expect([statuses(tries, 422), statuses(tries, 429)]).toEqual([10, 2]);
    const code = await codeFor(app.databasePath, email);
    expect((await thief.post("/inloggen/code", { code })).status).toBe(429);
    const owner = newBrowser(app, { client: address(5) });
    await owner.password(email, GOOD);
    expect((await owner.post("/inloggen/code", { code })).status).toBe(302);
  });

  test("and the log says so, in few words and without addresses", () => {
    const refused = database
      .prepare("SELECT DISTINCT detail FROM acts WHERE kind = 'sign_in_refused' ORDER BY detail")
      .pluck()
      .all();
    expect(refused).toEqual(["code", "disabled", "password", "recovery code", "too many tries"]);
    const acts = JSON.stringify(database.prepare("SELECT * FROM acts").all());
    expect(/@|198\.51|203\.0|2001:db8/.test(acts)).toBe(false);
  });
});

describe("With a key (REGISTER_KEY)", () => {
  beforeAll(() => {
    process.env.REGISTER_KEY = Buffer.alloc(32, 5).toString("base64");
    return () => {
      delete process.env.REGISTER_KEY;
    };
  });
  const storedOf = (id: string) =>
    database.prepare("SELECT totp_secret FROM accounts WHERE id = ?").pluck().get(id) as string;

  test("the database holds no secret of a second factor, and its codes open the account", async () => {
    const { browser, email, id, secret } = await person(STAFF);
    const bare = secret.replaceAll(" ", "");
    expect(storedOf(id)).toMatch(/^aes-256-gcm:/);
    expect(database.serialize().includes(bare)).toBe(false);
    expect((await browser.get("/account/tweede-stap")).text).not.toContain("zonder sleutel");
    const again = newBrowser(app);
    await again.password(email, GOOD);
    expect((await again.post("/inloggen/code", { code: codeOf(secret, Date.now() + 30_000) })).status).toBe(302);
  });

  test("a secret that stood readable is sealed when its owner signs in", async () => {
    const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const { email, id } = await person(STAFF);
    database.prepare("UPDATE accounts SET totp_secret = ?, totp_step = NULL WHERE id = ?").run(`open:${secret}`, id);
    const browser = newBrowser(app);
    await browser.password(email, GOOD);
    expect((await browser.post("/inloggen/code", { code: codeOf(secret) })).status).toBe(302);
    expect(storedOf(id)).toMatch(/^aes-256-gcm:/);
  });
});

describe("The command for the first administrator", () => {
  const run = (...options: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "app/cli/register.ts", "admin", ...options], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_PATH: app.databasePath },
    });

  test("prints an address by which they get in, also who had another role and lost everything", async () => {
    const { browser: before, email, id } = await person(STAFF);
    const { status, stdout } = run("--email", email, "--name", "Hoofd", "--at", "http://localhost");
    expect(status).toBe(0);
    const path = /http:\/\/localhost(\/uitnodiging\?sleutel=[\w-]+)/.exec(stdout)?.[1] ?? "";
    const browser = newBrowser(app, { client: "192.0.2.9" });
    expect((await choosePassword(browser, path, "groene peren op sap")).location).toBe("/inloggen/instellen");
    await browser.setUp("/inloggen/instellen");
    expect((await browser.get("/beheer/accounts")).status).toBe(200);
    expect(await before.isSignedIn()).toBe(false);
    expect(actsOf(id)).toContainEqual({ kind: "account_changed", by: "register" });
  });

  test("says what it misses", () => {
    const { status, stderr } = run("--email", "a@b.example");
    expect([status, stderr]).toEqual([2, "Geef met --name de naam van de beheerder.\n"]);
  });
});

test("every step of an account is in the log, with who did it", async () => {
  const { id, browser } = await person(STAFF);
  await browser.post("/uitloggen", {});
  const admin = idOf(ACCOUNTS.admin);
  expect(actsOf(id)).toEqual([
    { kind: "account_created", by: admin },
    { kind: "account_invited", by: admin },
    { kind: "invitation_used", by: id },
    { kind: "second_factor_set", by: id },
    { kind: "signed_in", by: id },
    { kind: "signed_out", by: id },
  ]);
});
