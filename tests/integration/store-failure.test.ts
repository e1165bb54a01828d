/** A disk that is full or may not be written: a sentence, what was typed still there, and nothing lost. */

import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { type Account, type Answer, type App, startApp } from "../support/app.ts";
import { onFullDisk, onReadOnlyDisk } from "../support/opened-connections.ts";
import { all } from "../support/page.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const account of ["staff", "clerk"] as Account[]) await app.cookieOf(account);
});

const NEW_ITEM = "/werk/gevolgd/nieuw?soort=verwachting&dossier=voorbeeld-digitale-loketten";
/** Longer than what is left of the pages that are there. */
const LONG = `De tegels van het loket vervangen. ${"Heel uitvoerig beschreven. ".repeat(700)}`;
const item = (title: string, text: string) => ({
  title,
  text,
  words: "voor de zomer van 2040",
  on: "2024-02-03",
  doe: "bewaar",
});
const heldBy = (answer: Answer): Record<string, string> =>
  Object.fromEntries(
    all(all(answer.page?.root as never, "main")[0] as never, "input", "textarea").map(({ attributes }) => [
      attributes.name ?? "",
      attributes.value ?? "",
    ]),
  );
const stored = (): unknown => {
  const raw = new Database(app.databasePath, { readonly: true });
  const found = [
    raw.prepare("SELECT count(*) AS events, max(hash) AS hash FROM events").get(),
    raw.prepare("SELECT * FROM register_state").get(),
    raw.prepare("SELECT count(*) FROM items").pluck().get(),
  ];
  raw.close();
  return found;
};

const MACHINES = [
  ["a full disk", onFullDisk, 507, "Het register heeft geen ruimte meer"],
  ["a database that may not be written", onReadOnlyDisk, 503, "Het register kan nu niets opslaan"],
] as const;

describe.each(MACHINES)("On %s", (_name, on, status, heading) => {
  test("a form comes back with what was typed, can be sent again, and nothing was kept of it", async () => {
    const before = stored();
    const form = item(`Tegels vervangen ${status}`, LONG);
    const answer = await on(() => app.post(NEW_ITEM, form, "staff"));
    expect([answer.status, answer.page?.heading], answer.page?.text).toEqual([status, heading]);
    expect(answer.page?.text).toContain("Wat u verstuurde, is niet opgeslagen.");
    expect(answer.page?.text).toMatch(/Noem bij een melding dit nummer: [0-9a-f]{10}\./);
    expect(answer.page?.text).toContain(`Tegels vervangen ${status}`);
    expect(stored()).toEqual(before);

    const { "": _button, ...again } = heldBy(answer);
    expect(again).toEqual(form);
    const [place] = all(answer.page?.root as never, "form").filter((one) =>
      all(one, "input").some(({ attributes }) => attributes.name === "title"),
    );
    expect(place?.attributes.action).toBe(NEW_ITEM);
    const kept = await app.post(NEW_ITEM, again, "staff");
    expect(kept.status, kept.page?.text).toBe(302);
    expect(stored()).not.toEqual(before);
  });

  test("pages can be read as ever, by who is signed in as well", async () => {
    for (const path of ["/", "/toezeggingen", "/dossiers"])
      expect((await on(() => app.get(path, "staff"))).status, path).toBe(200);
  });

  test("a password is not given back", async () => {
    const answer = await on(() =>
      app.post("/inloggen", { email: "iemand@demo.example", wachtwoord: "zeer-geheim", naar: "" }),
    );
    // Signing in needs one small row, for which a full file may still have room.
    if (answer.status !== 422) expect([answer.status, answer.page?.heading]).toEqual([status, heading]);
    expect(answer.text).not.toContain("zeer-geheim");
  });
});
