/**
 * What happened in the register as an Atom feed (RFC 4287), in pages (RFC 5005). Written with xmlbuilder2: the library
 * `feed` has no place for links to other pages, nor for a title that is plain text.
 */
import { create } from "xmlbuilder2";
import { dayInWords, type Instant } from "#app/domain/calendar.ts";
import { isInventedNotice } from "#app/domain/commitment.ts";
import { eventSentence } from "#app/domain/event-sentence.ts";
import type { CommitmentEvent } from "#app/domain/events.ts";
import { paths } from "#app/paths.ts";
import type { FeedEntry } from "#db/public.ts";
import { urnOf } from "./feed-ids.ts";
import { LICENCE } from "./register-description.ts";
import { xmlText } from "./xml-text.ts";

export const ATOM_TYPE = "application/atom+xml; charset=utf-8";

export interface RegisterFeed {
  /** The path and query of its first page: what the feed is called by for good, whatever the host. */
  name: string;
  title: string;
  subtitle: string;
  /** This page, the first one, the next with older entries, and the page for people. */
  self: string;
  first: string;
  next: string | null;
  page: string;
  /** When nothing is in it. */
  updatedWhenEmpty: Instant;
  entries: readonly FeedEntry[];
  /** Writes the whole address of a path of ours. */
  address: (path: string) => string;
}

type Element = ReturnType<ReturnType<typeof create>["ele"]>;

export function atom(feed: RegisterFeed): string {
  const root = create({ version: "1.0", encoding: "utf-8" }).ele("http://www.w3.org/2005/Atom", "feed", {
    "xml:lang": "nl",
  });
  const updated = feed.entries.reduce<Instant>((a, b) => (b.updated > a ? b.updated : a), "");
  said(root, "id", urnOf(feed.name));
  said(root, "title", feed.title);
  said(root, "subtitle", feed.subtitle);
  said(root, "updated", updated || feed.updatedWhenEmpty);
  root.ele("author").ele("name").txt("Toezeggingenregister");
  said(root, "rights", LICENCE.words);
  linked(root, "self", feed.self, "application/atom+xml");
  linked(root, "first", feed.first, "application/atom+xml");
  if (feed.next) linked(root, "next", feed.next, "application/atom+xml");
  linked(root, "alternate", feed.page, "text/html");
  linked(root, "license", LICENCE.address);
  for (const entry of feed.entries) tell(root, entry, feed.address);
  return root.end();
}

const said = (parent: Element, name: string, text: string): void => void parent.ele(name).txt(xmlText(text));
const linked = (parent: Element, rel: string, href: string, type?: string): void =>
  void parent.ele("link", { rel, href, ...(type && { type }) });

const KINDS: Record<CommitmentEvent["kind"], string> = {
  registered: "Toezegging gedaan",
  published: "In het register",
  deadline_set: "Termijn",
  reported: "Gemeld in een brief",
  judged: "Oordeel van de commissie",
  lapsed: "Vervallen",
  reopened: "Heropend",
  handed_over: "Overgedragen",
  accepted: "Aanvaard",
  linked: "Verband",
  evidence_added: "Andere bron",
  corrected: "Correctie",
  withdrawn: "Ingetrokken",
};

const sentenceOf = (entry: FeedEntry): string =>
  entry.is === "event" ? eventSentence(entry.event, entry) : `Ingetrokken: ${entry.sentence}`;

function tell(root: Element, one: FeedEntry, address: RegisterFeed["address"]): void {
  const { number, title, dossier, isInvented } = one.commitment;
  const kind = one.is === "event" ? one.event.kind : "withdrawn";
  const entry = root.ele("entry");
  said(entry, "id", urnOf(`gebeurtenis ${one.id}`));
  said(entry, "title", `${sentenceOf(one)} ${title} (${number})`);
  said(entry, "updated", one.updated);
  linked(entry, "alternate", address(paths.commitment(number)), "text/html");
  entry.ele("category", { term: kind, label: KINDS[kind] });
  const content = entry.ele("content", { type: "xhtml" }).ele("http://www.w3.org/1999/xhtml", "div");
  if (isInvented) said(content, "p", isInventedNotice);
  const day = one.is === "event" ? one.event.effectiveOn : one.day;
  said(content, "p", `${dayInWords(day)}: ${sentenceOf(one)}`);
  for (const words of remarksOf(one)) said(content, "p", words);
  if (one.is === "event" && one.letter) {
    const source = content.ele("p").txt("Bron: ");
    const href = address(paths.letter(one.letter.id, one.letter.anchor));
    source.ele("a", { href }).txt(`${xmlText(one.letter.title)}, ${dayInWords(one.letter.date)}`);
  }
  const where = content.ele("p").txt("Toezegging ");
  where.ele("a", { href: address(paths.commitment(number)) }).txt(xmlText(`${number}, ${title}`));
  where.txt(xmlText(`, dossier ${dossier}.`));
}

/** What the act says beside its sentence. */
function remarksOf(one: FeedEntry): string[] {
  if (one.is === "withdrawal") return [`Waarom het niet meer telt: ${one.reason}`];
  const event = one.event as CommitmentEvent;
  if (event.kind === "registered") return [event.payload.text];
  if (event.kind === "reported" || event.kind === "judged") return event.payload.note ? [event.payload.note] : [];
  if (event.kind === "evidence_added") return [`Bron: ${event.payload.source}`];
  return [];
}
