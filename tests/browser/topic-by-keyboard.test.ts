/**
 * A stranger with a keyboard and a screen reader, from the front page to the topic of the report button: what was
 * promised, what "voldaan" is about, what was only expected, and what later documents show.
 */
import { describe, expect, it } from "vitest";
import { type Announced, type Listener, listenTo } from "../support/accessibility-tree.ts";
import { startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";

const PROMISE = "Beloofd was: de Kamer informeren over de stand van zaken van de meldknop";
const EXPECTATION = "Beide meldknoppen klaar in de zomer";
const LATER = "In 2012 was de meldknop nog in de maak";

describe.each([{ javaScript: true }, { javaScript: false }])(
  "by keyboard only, scripts: $javaScript",
  async ({ javaScript }) => {
    const register = await startRegister();
    const stranger = await register.person({ javaScript });
    let reader: Listener;
    let outline: Announced[] = [];

    stepByStep();

    /** All that is announced under a heading of the second level, with the headings below it. */
    const under = (heading: RegExp): string => {
      const start = outline.findIndex((one) => one.level === 2 && heading.test(one.heading));
      expect(start, `No heading like ${heading} in: ${outline.map((one) => one.heading).join("; ")}`).toBeGreaterThan(
        -1,
      );
      const next = outline.findIndex(({ level }, at) => at > start && level <= 2);
      const part = outline.slice(start, next < 0 ? undefined : next);
      return part.map(({ heading: words, text }) => `${words} ${text}`).join(" ");
    };

    it("goes from the front page through the dossier to the topic, by the words of the links", async () => {
      await stranger.open("/");
      reader = await listenTo(stranger.tab);
      await reader.tabTo("link", "Aanpak kinderpornografie");
      await reader.follow();
      expect((await reader.outline())[0]).toMatchObject({ level: 1, heading: "Aanpak kinderpornografie" });
      await reader.tabTo("link", "Meldknop");
      await reader.follow();
      outline = await reader.outline();
      expect(outline[0]).toMatchObject({ level: 1, heading: "Meldknop" });
    });

    it("hears promises, expectations, decisions and later documents, in that order, each counted by itself", async () => {
      const second = outline.filter(({ level }) => level === 2).map(({ heading }) => heading);
      expect(second.slice(0, 4)).toEqual([
        "Wat is beloofd (1)",
        "Wat is verwacht (1)",
        "Wat is besloten",
        "Wat latere documenten laten zien (1)",
      ]);
      expect(
        outline.every(({ level }, at) => level <= (outline[at - 1]?.level ?? 0) + 1),
        "no level is skipped",
      ).toBe(true);
    });

    it("can tell what was promised, and that being informed is what was fulfilled", async () => {
      const promised = under(/^Wat is beloofd/);
      expect(promised).toContain(PROMISE);
      expect(promised).toMatch(/voldaan/);
      expect(promised).toMatch(/Voldaan op 4 maart 2011\. Dat gaat alleen over deze belofte: “de Kamer informeren/);
      expect(promised).toContain("Het zegt niet dat ook gebeurd is waar het onderwerp over gaat.");
      expect(promised).not.toContain(EXPECTATION);
    });

    it("can tell what was only expected", async () => {
      const expected = under(/^Wat is verwacht/);
      expect(expected).toContain("Dit is niet beloofd.");
      expect(expected).toContain(EXPECTATION);
      expect(expected).toContain("“in de zomer” (uiterlijk 20 september 2011)");
      expect(expected).not.toMatch(/voldaan|te laat,|openstaand/);
    });

    it("can tell what later documents show", async () => {
      const later = under(/^Wat latere documenten laten zien/);
      expect(later).toContain(LATER);
      expect(later).toContain("2012: Dreigingsbeeld van de politie uit 2012.");
      expect(later).not.toContain("voldaan");
    });

    it("meets the promise, the expectation and the document in that order, and can open each", async () => {
      await reader.tabTo("link", PROMISE);
      await reader.tabTo("link", EXPECTATION);
      await reader.tabTo("link", LATER);
      await reader.follow();
      const [title, ...rest] = await reader.outline();
      expect(title).toMatchObject({ level: 1, heading: LATER });
      expect(title?.text).toContain("Andere bron, geen toezegging.");
      const linked = rest.find(({ heading }) => heading === "Waar dit mee te maken heeft");
      expect(linked?.text).toContain("Laat iets zien over: toezegging De Kamer informeren over de stand van zaken");
      expect(linked?.text).toContain(`Laat iets zien over: verwachting ${EXPECTATION}`);
      await reader.tabTo("link", EXPECTATION);
      await reader.follow();
      const back = await reader.outline();
      expect(back[0]).toMatchObject({ level: 1, heading: EXPECTATION });
      expect(back.find(({ heading }) => heading === "Wat later bleek")?.text).toContain(LATER);
    });
  },
);
