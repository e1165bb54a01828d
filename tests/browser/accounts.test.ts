/** A day of an administrator, without JavaScript: invite, see somebody get in, end their sessions, disable the account. */
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/browser.ts";
import { startRegister } from "../support/running-register.ts";
import { codeOf } from "../support/second-factor.ts";
import { stepByStep } from "../support/steps.ts";

const PASSWORD = "paarse fietsen in de mist";

describe("an administrator and a new colleague", async () => {
  const register = await startRegister();
  const admin = await register.person({ signedInAs: "admin", javaScript: false });
  const colleague = await register.person({ javaScript: false });
  // Axe is a script: another browser, which looks at the same pages, runs it.
  const reader = await register.person();
  let invitation = "";
  let secret = "";
  let account = "";

  stepByStep();

  const signInWith = async (code: string) => {
    await colleague.open("/inloggen");
    await colleague.tab.getByLabel("E-mailadres").fill("nieuwe.collega@demo.example");
    await colleague.tab.getByLabel("Wachtwoord").fill(PASSWORD);
    await colleague.press("Inloggen", colleague.tab.getByRole("main"));
    await colleague.tab.getByLabel("Code uit uw app").fill(code);
    await colleague.press("Inloggen", colleague.tab.getByRole("main"));
  };

  test("the administrator makes an account, and gets an address to pass on", async () => {
    await admin.open("/beheer/accounts");
    await admin.tab.getByRole("link", { name: "Nieuw account" }).click();
    await admin.tab.getByLabel("Naam").fill("Nieuwe Collega");
    await admin.tab.getByLabel("E-mailadres").fill("nieuwe.collega@demo.example");
    await admin.tab.getByLabel("medewerker van een ministerie").check();
    await admin.press("Maak het account en nodig uit");
    expect(await admin.text()).toContain("Kies het ministerie waarvoor deze medewerker werkt.");
    await admin.tab.getByLabel("Ministerie (van een medewerker)").selectOption("Voorbeeldministerie (verzonnen)");
    await admin.press("Maak het account en nodig uit");
    invitation = (await admin.tab.locator("#uitnodiging").innerText()).trim();
    expect(new URL(invitation).origin).toBe(register.url);
  });

  test("the colleague chooses a password, sets up the second step and keeps the recovery codes", async () => {
    await colleague.open(invitation);
    await reader.open(invitation);
    expect(await axeFindings(reader.tab)).toEqual([]);
    await colleague.tab.getByLabel("Nieuw wachtwoord").fill(PASSWORD);
    await colleague.tab.getByLabel("Nog een keer").fill(PASSWORD);
    await colleague.press("Bewaar dit wachtwoord");

    await reader.tab.context().addCookies(await colleague.tab.context().cookies());
    await reader.open("/inloggen/instellen");
    expect(await axeFindings(reader.tab)).toEqual([]);
    secret = await colleague.tab.locator(".secret-letters").innerText();
    await colleague.tab.getByLabel("Code uit uw app").fill("000 000");
    await colleague.press("Zet de tweede stap aan");
    expect(colleague.status()).toBe(422);
    await colleague.tab.getByLabel("Code uit uw app").fill(codeOf(secret));
    await colleague.press("Zet de tweede stap aan");
    expect(await colleague.tab.locator(".recovery-codes li").count()).toBe(10);
    await colleague.tab.getByRole("link", { name: "Ik heb de codes bewaard, verder" }).click();
    expect(await colleague.text()).toContain("Mijn werk");
  });

  test("the administrator ends the sessions: the next click asks to sign in", async () => {
    await admin.open("/beheer/accounts");
    await admin.tab.getByRole("link", { name: "Nieuwe Collega" }).click();
    account = new URL(admin.tab.url()).pathname;
    await admin.press("Beëindig alle sessies");
    expect(await admin.text()).toContain("Alle sessies van dit account zijn beëindigd.");
    await colleague.open("/account");
    expect(new URL(colleague.tab.url()).pathname).toBe("/inloggen");
  });

  test("the colleague comes back with the password and the next code, and sees where they are signed in", async () => {
    await signInWith(codeOf(secret, Date.now() + 30_000));
    expect(await colleague.text()).toContain("U bent ingelogd.");
    await colleague.open("/account");
    expect(await colleague.text()).toContain("Chrome op Linux");
  });

  test("the administrator disables the account: the colleague is out, and is told why", async () => {
    await admin.open(account);
    await admin.press("Zet het account uit");
    expect(await admin.text()).toContain("Wie ermee was ingelogd, is uitgelogd.");
    await colleague.open("/werk");
    expect(new URL(colleague.tab.url()).pathname).toBe("/inloggen");
    await colleague.tab.getByLabel("E-mailadres").fill("nieuwe.collega@demo.example");
    await colleague.tab.getByLabel("Wachtwoord").fill(PASSWORD);
    await colleague.press("Inloggen", colleague.tab.getByRole("main"));
    expect(await colleague.text()).toContain("Dit account is uitgezet.");
  });
});
