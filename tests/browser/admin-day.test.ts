/** Two days of an administrator: a colleague comes and goes, a name is put right, and the register of yesterday comes back. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { emptyPlace } from "../support/database.ts";
import { headerOf, textOf } from "../support/mail-server.ts";
import { type RunningRegister, serveRegister, startRegister } from "../support/running-register.ts";
import { codeOf } from "../support/second-factor.ts";
import { stepByStep } from "../support/steps.ts";
import { atWork, signInByKeyboard } from "../support/working-day.ts";

const NAME = "Nieuwe Collega";
const EMAIL = "nieuwe.collega@demo.example";
const COMMON = "passwordpassword";
const PASSWORD = "paarse fietsen in de mist";
const WRONG_NAME = "Ministerie van Verbeelding (verzonnen)";
const RIGHT_NAME = "Voorbeeldministerie met hoofdletters (verzonnen)";

/** `npm run register -- …` over a database, beside the server or after it. */
const command = (databasePath: string, ...words: string[]): Promise<{ status: number | null; said: string }> =>
  new Promise((ended) => {
    const child = spawn(process.execPath, ["--import", "tsx", "app/cli/register.ts", ...words], {
      env: { PATH: process.env.PATH, NODE_ENV: "test", DATABASE_PATH: databasePath },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        said += chunk;
      });
    child.once("close", (status) => ended({ status, said }));
  });

describe("working days of an administrator", async () => {
  const post = join(dirname(emptyPlace()), "post");
  const register = await startRegister({ settings: { MAIL_FOLDER: post } });
  const admin = await atWork(register);
  const colleague = await atWork(register);
  const { tab, open, press, follow, text } = admin;
  const copy = join(dirname(register.databasePath), "gisteren.sqlite");
  let codes: string[] = [];
  let secret = "";

  stepByStep();

  /** What was sent to somebody, as soon as it lies in the folder. */
  const messageTo = async (address: string): Promise<string> => {
    for (;;) {
      const raw = readIfThere(post).find((one) => headerOf(one, "To").includes(address));
      if (raw) return raw;
      await pause(100);
    }
  };
  const givePassword = async () => {
    await colleague.open("/inloggen");
    await colleague.tab.getByLabel("E-mailadres").fill(EMAIL);
    await colleague.tab.getByLabel("Wachtwoord").fill(PASSWORD);
    await colleague.enter();
  };
  const account = async () => {
    await open("/beheer");
    await follow("Accounts");
    await follow(NAME);
  };

  it("invites a colleague, to whom a message goes", async () => {
    await signInByKeyboard(register, admin, "admin");
    await follow("Accounts");
    await follow("Nieuw account");
    await tab.getByLabel("Naam").fill(NAME);
    await tab.getByLabel("E-mailadres").fill(EMAIL);
    await tab.getByLabel("medewerker van een ministerie").check();
    await tab.getByLabel("Ministerie (van een medewerker)").selectOption("Voorbeeldministerie (verzonnen)");
    await press("Maak het account en nodig uit");
    expect(await text()).toContain(`De uitnodiging gaat per mail naar ${EMAIL}.`);
  });

  it("the colleague follows the address in it; a common password is refused with a sentence", async () => {
    const [address = ""] = /https?:\/\/\S+/.exec(textOf(await messageTo(EMAIL))) ?? [];
    const { pathname, search } = new URL(address);
    await colleague.open(pathname + search);
    const { tab, press, enter } = colleague;
    await tab.getByLabel("Nieuw wachtwoord").fill(COMMON);
    await tab.getByLabel("Nog een keer").fill(COMMON);
    await press("Bewaar dit wachtwoord");
    expect(colleague.status()).toBe(422);
    expect(await tab.getByRole("alert").innerText()).toContain("Dit wachtwoord gebruiken veel mensen");
    await tab.getByLabel("Nieuw wachtwoord").fill(PASSWORD);
    await tab.getByLabel("Nog een keer").fill(PASSWORD);
    await enter();
    secret = await tab.locator(".secret-letters").innerText();
    await tab.getByLabel("Code uit uw app").fill(codeOf(secret));
    await enter();
    codes = await tab.locator(".recovery-codes li").allInnerTexts();
    expect(new Set(codes).size).toBe(10);
    await colleague.follow("Ik heb de codes bewaard, verder");
    expect(await colleague.text()).toContain("Mijn werk");
  });

  it("who lost the phone comes in with a recovery code, once", async () => {
    await colleague.tab.context().clearCookies();
    await givePassword();
    const { tab, press } = colleague;
    await tab.getByText("Ik heb mijn telefoon niet").click();
    await tab.getByLabel("Herstelcode").fill(codes[0] ?? "");
    await press("Inloggen met herstelcode");
    expect(await colleague.text()).toContain("met nog 9 herstelcodes");
    await tab.context().clearCookies();
    await givePassword();
    await tab.getByText("Ik heb mijn telefoon niet").click();
    await tab.getByLabel("Herstelcode").fill(codes[0] ?? "");
    await press("Inloggen met herstelcode");
    expect(colleague.status()).toBe(422);
    await tab.getByLabel("Herstelcode").fill(codes[1] ?? "");
    await press("Inloggen met herstelcode");
  });

  it("sees who is signed in, and ends the sessions of one", async () => {
    await account();
    expect(await text()).toContain("Nu ingelogd, laatst gezien");
    await press("Beëindig alle sessies");
    expect(await text()).not.toContain("Nu ingelogd, laatst gezien");
    await colleague.open("/account");
    expect(new URL(colleague.tab.url()).pathname).toBe("/inloggen");
  });

  it("ends a session of their own that is open elsewhere, and stays in", async () => {
    const elsewhere = await atWork(register);
    await signInByKeyboard(register, elsewhere, "admin");
    await open("/account");
    const rows = tab.getByRole("table", { name: "Sessies van uw account" }).getByRole("button", { name: /^Beëindig/ });
    expect(await rows.count(), "every session but the own one").toBe(1);
    await press("Beëindig alle andere sessies");
    expect(await rows.count()).toBe(0);
    await elsewhere.open("/beheer");
    expect(new URL(elsewhere.tab.url()).pathname).toBe("/inloggen");
  });

  it("disables the account: who was in is out at the next click, and is told so", async () => {
    await givePassword();
    await colleague.tab.getByText("Ik heb mijn telefoon niet").click();
    await colleague.tab.getByLabel("Herstelcode").fill(codes[2] ?? "");
    await colleague.press("Inloggen met herstelcode");
    await account();
    await press("Zet het account uit");
    await colleague.open("/werk");
    expect(new URL(colleague.tab.url()).pathname).toBe("/inloggen");
    await givePassword();
    expect(colleague.status()).toBe(422);
    expect(await colleague.text()).toContain("Dit account is uitgezet.");
  });

  it("puts the name of a ministry right, from a day on, and finds it in the log", async () => {
    await open("/beheer");
    await follow("Ministeries");
    await follow("Voorbeeldministerie (verzonnen)");
    await tab.getByLabel("Nieuwe naam").fill(RIGHT_NAME);
    await tab.getByLabel("Geldt vanaf").fill("2020-01-01");
    await press("Leg de naam vast");
    expect(await text()).toContain(RIGHT_NAME);
    await follow("Logboek van deze regel");
    const newest = tab.getByRole("table").getByRole("row").nth(1);
    expect(await newest.innerText()).toContain("hernoemd");
    expect(await newest.innerText()).toContain("Beheerder");
    const { page } = await register.get("/toezeggingen?dossier=voorbeeld-digitale-loketten");
    expect(page.text).toContain("Een overzicht sturen van alle loketten");
  });

  it("takes a copy while the register is served; after that something is written that nobody wants", async () => {
    const taken = await command(register.databasePath, "backup", copy);
    expect(taken.status, taken.said).toBe(0);
    expect(taken.said).toContain("SQLite vindt haar heel");
    await open("/beheer/ministeries/voorbeeldministerie");
    await tab.getByLabel("Nieuwe naam").fill(WRONG_NAME);
    await tab.getByLabel("Geldt vanaf").fill("2020-01-02");
    await press("Leg de naam vast");
    expect(await ministries(register)).toContain(WRONG_NAME);
  });

  it("cannot put the copy back while the server runs; with the server stopped it can, and verify finds no difference", async () => {
    const refused = await command(register.databasePath, "restore", copy);
    expect([refused.status, refused.said]).toEqual([2, expect.stringContaining("Een ander programma gebruikt")]);
    const { process: server } = register.server;
    const stopped = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    expect(await stopped).toBe(0);
    const restored = await command(register.databasePath, "restore", copy);
    expect(restored.status, restored.said).toBe(0);
    expect(restored.said).toContain("In orde:");
    const verified = await command(register.databasePath, "verify");
    expect([verified.status, verified.said]).toEqual([0, expect.stringContaining("In orde:")]);
  });

  it("is the register of yesterday once more, in which everybody signs in anew", async () => {
    const again = await serveRegister(register.databasePath, register.password, { MAIL_FOLDER: post });
    const back = await atWork(again);
    await signInByKeyboard(again, back, "admin");
    await back.follow("Ministeries");
    expect(await back.text()).toContain(RIGHT_NAME);
    expect(await back.text()).not.toContain(WRONG_NAME);
    expect(await ministries(again)).not.toContain(WRONG_NAME);
    await back.open("/beheer/accounts");
    const gone = back.tab.getByRole("row", { name: new RegExp(NAME) });
    expect(await gone.innerText(), "what was done before the copy was done").toContain("uitgezet");
  });
});

const readIfThere = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".eml"))
      .map((name) => readFileSync(join(folder, name), "utf8"));
  } catch {
    return []; // the folder is made with the first message
  }
};

/** The names of ministries that a stranger can filter by. */
const ministries = async ({ get }: RunningRegister): Promise<string> => (await get("/toezeggingen")).page.text;
