/** A page as a screen reader has it: by keyboard, and by what Chromium's accessibility tree announces. */
import type { CDPSession, Page } from "playwright-core";

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  childIds?: string[];
  properties?: { name: string; value: { value: unknown } }[];
}

/** What is announced under one heading, up to the next. */
export interface Announced {
  level: number;
  heading: string;
  text: string;
}

export interface Listener {
  /** Role and name of what has the focus: "link Meldknop". */
  focused(): Promise<string>;
  /** Presses Tab until something of this name has the focus; answers all that was announced on the way. */
  tabTo(role: string, name: string | RegExp): Promise<string[]>;
  /** Presses Enter on what has the focus, and waits for the page that it brings. */
  follow(): Promise<void>;
  /** The headings of the page in order, each with what is announced under it. */
  outline(): Promise<Announced[]>;
}

/** Pieces of text as one sentence: where a link or a day ends there is no space before the full stop. */
const spoken = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:”)])/g, "")
    .replace(/(?<=[“(]) /g, "")
    .trim();

/** More stops than any page has before its content. */
const MOST_STOPS = 120;

export async function listenTo(page: Page): Promise<Listener> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const nodes = async (): Promise<AxNode[]> =>
    ((await session.send("Accessibility.getFullAXTree")) as unknown as { nodes: AxNode[] }).nodes;
  const property = (node: AxNode, name: string) => node.properties?.find((one) => one.name === name)?.value.value;

  async function focused(): Promise<string> {
    const found = (await nodes()).findLast((node) => !node.ignored && property(node, "focused") === true);
    return `${found?.role?.value ?? "nothing"} ${(found?.name?.value ?? "").replace(/\s+/g, " ").trim()}`;
  }

  async function tabTo(role: string, name: string | RegExp): Promise<string[]> {
    const heard: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press("Tab");
      const now = await focused();
      heard.push(now);
      const isIt = typeof name === "string" ? now === `${role} ${name}` : now.startsWith(`${role} `) && name.test(now);
      if (isIt) return heard;
    }
    throw new Error(`By Tab one does not come to the ${role} “${name}”. Heard on the way: ${heard.join("; ")}`);
  }

  async function follow(): Promise<void> {
    await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
  }

  async function outline(): Promise<Announced[]> {
    const all = await nodes();
    const byId = new Map(all.map((node) => [node.nodeId, node]));
    const found: Announced[] = [];
    const walk = (node: AxNode | undefined, inHeading: boolean): void => {
      if (!node) return;
      const isHeading = !node.ignored && node.role?.value === "heading";
      if (isHeading)
        found.push({ level: Number(property(node, "level")), heading: node.name?.value.trim() ?? "", text: "" });
      const last = found.at(-1);
      if (!node.ignored && node.role?.value === "StaticText" && last && !inHeading)
        last.text = spoken(`${last.text} ${node.name?.value ?? ""}`);
      for (const id of node.childIds ?? []) walk(byId.get(id), inHeading || isHeading);
    };
    walk(all[0], false);
    return found;
  }

  return { focused, tabTo, follow, outline };
}
