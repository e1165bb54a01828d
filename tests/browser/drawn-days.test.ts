/**
 * A debate, a deadline and the letter that answers it, on days that the test draws and enters in a browser. The seed
 * stands in the name of the test: `SEED=… npx vitest run … tests/browser/drawn-days.test.ts` draws the same days again.
 */
import { describe, expect, it } from "vitest";
import { addDays, dayInWords, daysBetween, type IsoDay } from "#app/domain/calendar.ts";
import { daysInWords } from "#app/domain/commitment.ts";
import { proposal, publishDebate, readLetter, takeUpLetter } from "../support/desk-work.ts";
import { all, textOf } from "../support/page.ts";
import { startRegister } from "../support/running-register.ts";

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Mulberry32: small, and the same on every machine. */
function drawer(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) % (to - from + 1));
  };
}

interface Drawn {
  debate: IsoDay;
  deadline: IsoDay;
  /** As the letter is dated, and when the Kamer had it. */
  dated: IsoDay;
  received: IsoDay;
  kind: "progress" | "other";
}

const draw = drawer(SEED);
/** `lag`: how many days after the deadline the Kamer has the letter; below nought, before it. */
function days(lag: number): Drawn {
  const debate = addDays("2012-01-01", draw(0, 4000));
  const deadline = addDays(debate, draw(60, 400));
  const received = addDays(deadline, lag);
  const dated = addDays(received, -draw(0, 2));
  return { debate, deadline, received, dated, kind: draw(0, 1) ? "progress" : "other" };
}

const CASES = [
  { when: "before the deadline", ...days(-draw(1, 50)) },
  { when: "on the deadline", ...days(0) },
  { when: "after the deadline", ...days(draw(1, 90)) },
];

const TITLE = "De Kamer informeren over de bladluizen in de kassen";
const letterOf = ({ dated, debate }: Drawn, nth: number) => `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum ${dayInWords(dated)}
Onderwerp Brief ${nth} over bladluizen (verzonnen)

In het debat van ${dayInWords(debate)} heb ik een toezegging gedaan over de bladluizen in de kassen.
Met deze brief over de bladluizen in de kassen is deze toezegging nagekomen.

De Minister van Voorbeelden,

M. van Dalen
`;

describe(`days drawn with SEED=${SEED}`, async () => {
  const register = await startRegister();
  const staff = await register.person({ signedInAs: "staff" });

  it.each(CASES.map((drawn, i) => ({ ...drawn, nth: i + 1 })))(
    "debate $debate, due $deadline, letter of $dated received $received, $when",
    async (drawn) => {
      const { debate, deadline, received, dated, kind, nth } = drawn;
      const dossier = `Bladluizen ${nth} (verzonnen)`;
      const [number = ""] = await publishDebate(staff, {
        date: debate,
        dossier,
        rows: [{ what: TITLE, words: `uiterlijk ${dayInWords(deadline)}` }],
      });
      await readLetter(staff, { dossier, text: letterOf(drawn, nth) });
      expect(await staff.tab.getByLabel("Datum van de brief").inputValue()).toBe(dated);
      await staff.tab.getByLabel("Soort").selectOption(kind);
      if (received !== dated) await staff.tab.getByLabel("Door de Kamer ontvangen").fill(received);
      await takeUpLetter(staff);
      const card = proposal(staff, "komt een toezegging na");
      await card.getByRole("radio", { name: new RegExp(`^${number}:`) }).check();
      await card.getByLabel("voldaan", { exact: true }).check();
      await staff.press("Bevestig het antwoord", card);
      expect(staff.status(), await staff.text()).toBe(200);

      const around = (day: IsoDay) => [addDays(day, -1), day, addDays(day, 1)];
      for (const asOf of [...new Set([debate, ...around(deadline), ...around(received)])].sort()) {
        const expected = { asOf, ...standsOn(asOf, drawn) };
        expect({ asOf, ...(await shownOn(asOf, number, dossier)) }).toEqual(expected);
      }
    },
  );

  /** What DOMAIN.md says: late from the day after the deadline until the Kamer has the answer. */
  function standsOn(asOf: IsoDay, { deadline, received }: Drawn) {
    const late = asOf < received && asOf > deadline;
    const daysLate = (day: IsoDay) => Math.max(0, daysBetween(deadline, day));
    const words = (n: number) => `${daysInWords(n)} te laat`;
    if (asOf < received)
      return { listedLate: late, stand: late ? `openstaand, ${words(daysLate(asOf))}` : "openstaand" };
    return {
      listedLate: false,
      stand: daysLate(received) > 0 ? `voldaan, ${words(daysLate(received))}` : "voldaan, op tijd",
    };
  }

  async function shownOn(asOf: IsoDay, number: string, dossier: string) {
    const slug = dossier
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/-$/, "");
    const list = await register.get(`/toezeggingen?peildatum=${asOf}&te-laat=ja&dossier=${slug}`);
    const whole = await register.get(`/toezeggingen?peildatum=${asOf}&te-laat=ja`);
    const hasIt = ({ page }: typeof list) => page.links.some(({ href }) => href.startsWith(`/toezeggingen/${number}`));
    expect(hasIt(whole), "the register says the same with and without the dossier chosen").toBe(hasIt(list));
    const { page } = await register.get(`/toezeggingen/${number}?peildatum=${asOf}`);
    const heading = all(page.root, "h2").find(({ attributes }) => attributes.id === "stand");
    const stand = textOf(heading).replace(`Stand op ${dayInWords(asOf)}: `, "");
    return { listedLate: hasIt(list), stand };
  }
});
