/** What every working day in a browser begins with and is made of: signing in, and acts on a commitment. */
import { expect } from "vitest";
import { ACCOUNTS, type Account } from "./app.ts";
import type { Person, RunningRegister } from "./running-register.ts";
import { codeFor } from "./second-factor.ts";

/** A browser of its own that is not signed in, and pages that ship no script: nothing of a day may need one. */
export const atWork = (register: RunningRegister): Promise<Person> => register.person({ javaScript: false });

/** Both steps by the keyboard alone, after a code that was misread. */
export async function signInByKeyboard(
  { databasePath, password }: RunningRegister,
  { tab, open, enter, status }: Person,
  account: Account,
): Promise<void> {
  const desk = account === "admin" ? "/beheer" : "/werk";
  await open(desk);
  expect(new URL(tab.url()).pathname, "who is not signed in is asked to").toBe("/inloggen");
  await tab.getByLabel("E-mailadres").fill(ACCOUNTS[account]);
  await tab.keyboard.press("Tab");
  await tab.keyboard.type(password);
  await enter();
  const code = await codeFor(databasePath, ACCOUNTS[account]);
  await tab.getByLabel("Code uit uw app").fill(code === "000000" ? "111111" : "000000");
  await enter();
  expect(status()).toBe(422);
  expect(await tab.getByRole("alert").innerText()).toContain("Deze code klopt niet");
  await tab.getByLabel("Code uit uw app").fill(code);
  await enter();
  expect(new URL(tab.url()).pathname, "and comes to the page that was asked for").toBe(desk);
}

/**
 * From the public page over the work sheet to the form of an act, and back when it is recorded. Answers what the page
 * told before it was: what is recorded, and what it changes.
 */
export async function doAct(
  person: Person,
  number: string,
  act: string,
  fill: (form: Person["tab"]) => Promise<void>,
): Promise<string> {
  const { open, follow, press, tab, text } = person;
  await open(`/toezeggingen/${number}`);
  await follow("Werkblad van deze toezegging");
  await follow(act);
  await fill(tab);
  await press("Bekijk wat er wordt vastgelegd");
  const told = await text();
  expect(told, "looked at before it is recorded").toContain("Dit wordt vastgelegd");
  await press("Leg vast");
  expect(await text()).toContain("Werkblad");
  return told;
}

/** What a stranger reads on the page of a commitment. */
export const publicly = async (register: RunningRegister, number: string): Promise<string> => {
  const { status, page } = await register.get(`/toezeggingen/${number}`);
  expect(status).toBe(200);
  return page.text;
};
