/** What staff of the Voorbeeldministerie do in a browser, the way the pages ask for it. */
import { expect } from "vitest";
import { READING } from "./reading.ts";
import type { Person } from "./running-register.ts";

export interface DebateToLog {
  date: string;
  dossier: string;
  committee?: string;
  speaker?: string;
  rows: { what: string; to?: string; topic?: string; words: string }[];
}

/** Fills in the form for a new debate; presses no button. */
export async function fillDebate(
  { tab, open }: Person,
  { date, dossier, committee, speaker, rows }: DebateToLog,
): Promise<void> {
  await open("/werk/debatten/nieuw");
  await tab.getByLabel("Datum").fill(date);
  await tab.getByLabel("Dossier").fill(dossier);
  await tab.getByLabel("Commissie").fill(committee ?? "Voorbeeldcommissie (verzonnen)");
  await tab.getByLabel("Namens de regering").fill(speaker ?? "Minister van Voorbeelden (bewindspersoon X)");
  for (const [i, { what, to = "", topic = "", words }] of rows.entries()) {
    const row = tab.getByRole("group", { name: `Toezegging ${i + 1}` });
    await row.getByLabel("Wat precies").fill(what);
    await row.getByLabel("Aan wie").fill(to);
    await row.getByLabel("Onderwerp").fill(topic);
    await row.getByLabel("Termijn in woorden").fill(words);
  }
}

/** Logs a debate and publishes it, new names and all. Answers the numbers, in the order of the rows. */
export async function publishDebate(person: Person, debate: DebateToLog): Promise<string[]> {
  await fillDebate(person, debate);
  await person.press("Bewaar als concept");
  if (person.status() === 422) await person.press("Bewaar als concept");
  expect(person.tab.url(), await person.text()).toMatch(/\/werk\/debatten\/[^/]+\?gedaan=bewaard$/);
  await person.press("Bewaar en publiceer alles");
  expect(person.tab.url(), await person.text()).toMatch(/\/debatten\/[^/]+\?gedaan=gepubliceerd$/);
  return numbersOn(
    person,
    debate.rows.map(({ what }) => what),
  );
}

/** The numbers of commitments that the page links to, by their titles. */
export const numbersOn = ({ tab }: Person, titles: string[]): Promise<string[]> =>
  Promise.all(
    titles.map(async (title) => {
      const href = await tab
        .getByRole("main")
        .getByRole("link", { name: title, exact: true })
        .first()
        .getAttribute("href");
      return decodeURIComponent(/^\/toezeggingen\/([^/?#]+)/.exec(href ?? "")?.[1] ?? "");
    }),
  );

export interface LetterIn {
  dossier: string;
  text?: string;
  /** A large one is named by its path: a browser takes it from there. */
  file?: { name: string; mimeType: string; buffer: Buffer } | string;
}

/** Takes the first step of bringing in a letter: it is read, its head waits to be checked; or it is refused. */
export async function readLetter({ tab, open, press }: Person, { dossier, text, file }: LetterIn): Promise<void> {
  await open("/werk/brieven/nieuw");
  await tab.getByLabel("Dossier").selectOption({ label: dossier });
  if (text !== undefined) await tab.getByLabel("Tekst van de brief").fill(text);
  if (file) await tab.getByLabel("Bestand").setInputFiles(file);
  await press("Lees de brief");
  await tab.getByRole("heading", { level: 1, name: READING }).waitFor({ state: "detached" });
}

/** Takes the letter up as it was read. Answers its id. */
export async function takeUpLetter(person: Person): Promise<string> {
  await person.press("Neem de brief op");
  const id = /\/werk\/brieven\/([^/?#]+)\?gedaan=brief-binnen$/.exec(person.tab.url())?.[1];
  expect(id, await person.text()).toBeTruthy();
  return id ?? "";
}

/** The card of a proposal on the review page. */
export const proposal = ({ tab }: Person, kind: string, n = 0) =>
  tab.getByRole("article", { name: `Voorstel: ${kind}` }).nth(n);
