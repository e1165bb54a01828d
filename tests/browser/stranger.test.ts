/**
 * A stranger with a keyboard, four minutes and one word: what was promised about the report button, whether that is
 * late, what the letter said, and where the official document is. From the front page on, with scripts and without.
 */
import { describe, expect, it } from "vitest";
import { type Listener, listenTo } from "../support/accessibility-tree.ts";
import { startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";

const PROMISE = "De Kamer informeren over de stand van zaken van de meldknop";

describe.each([{ javaScript: true }, { javaScript: false }])(
  "by keyboard only, scripts: $javaScript",
  async ({ javaScript }) => {
    const register = await startRegister();
    const stranger = await register.person({ javaScript });
    let reader: Listener;
    const hears = async () => (await reader.outline()).map(({ heading, text }) => `${heading} ${text}`).join(" ");

    stepByStep();

    it("finds the search box on the front page, types a word, and hears how much there is of each kind", async () => {
      await stranger.open("/");
      reader = await listenTo(stranger.tab);
      await reader.tabTo(javaScript ? "combobox" : "searchbox", /Zoek/);
      await stranger.tab.keyboard.type("meldknop");
      await reader.follow();
      const outline = await reader.outline();
      expect(outline[0]).toMatchObject({ level: 1 });
      expect(outline[0]?.heading).toContain("meldknop");
      expect(outline.map(({ heading }) => heading).join("; ")).toMatch(/Toezeggingen/);
    });

    it("opens what was promised, and hears who promised it to whom and in which words", async () => {
      await reader.tabTo("link", new RegExp(PROMISE));
      await reader.follow();
      expect((await reader.outline())[0]).toMatchObject({ level: 1, heading: PROMISE });
      expect(await hears()).toContain("Staatssecretaris van Veiligheid en Justitie (Teeven)");
    });

    it("hears whether it is late: it was met, on a day that is named", async () => {
      const standing = (await reader.outline()).find(({ level }) => level === 2);
      expect(standing?.heading).toMatch(/^Stand op .*: voldaan/);
      expect(standing?.text).not.toContain("te laat");
      expect(await hears()).toContain("4 maart 2011");
    });

    it("meets the official document of the debate on the way, and goes on to what the letter said", async () => {
      const onTheWay = await reader.tabTo("link", /Kamerstuk 32 500 VI, nr\. 75/);
      expect(onTheWay.length).toBeGreaterThan(0);
      const address = await stranger.tab.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
      expect(address).toBe("https://zoek.officielebekendmakingen.nl/kst-32500-VI-75.html");
    });

    it("opens the letter, and finds there which passage answers the promise", async () => {
      await reader.tabTo("link", /brief van 4 maart 2011/);
      await reader.follow();
      expect((await reader.outline())[0]?.heading).toBe("Voortgangsbrief van maart 2011");
      expect(await hears()).toContain(PROMISE);
    });
  },
);
