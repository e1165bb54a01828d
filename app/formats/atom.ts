/**
 * What happened in the register as an Atom feed (RFC 4287), in pages (RFC 5005). Without a library: `feed` has no place
 * for links to other pages nor for a title that is plain text, and a tree of nodes takes as long as finding the entries.
 */
import { dayInWords, type Instant } from "#app/domain/calendar.ts";
import { isInventedNotice } from "#app/domain/commitment.ts";
import { eventSentence } from "#app/domain/event-sentence.ts";
import type { CommitmentEvent } from "#app/domain/events.ts";
import { paths } from "#app/paths.ts";
import type { FeedEntry } from "#db/public.ts";
import { urnOf } from "./feed-ids.ts";
import { LICENCE } from "./register-description.ts";
import { escapedXml, xmlElement } from "./xml-text.ts";

export const ATOM_TYPE = "application/atom+xml; charset=utf-8";

interface RegisterFeed {
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

export function atom(feed: RegisterFeed): string {
  const updated = feed.entries.reduce<Instant>((a, b) => (b.updated > a ? b.updated : a), "");
  const root = xmlElement(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "nl" },
    said("id", urnOf(feed.name)),
    said("title", feed.title),
    said("subtitle", feed.subtitle),
    said("updated", updated || feed.updatedWhenEmpty),
    xmlElement("author", {}, said("name", "Toezeggingenregister")),
    said("rights", LICENCE.words),
    linked("self", feed.self, ATOM),
    linked("first", feed.first, ATOM),
    feed.next ? linked("next", feed.next, ATOM) : "",
    linked("alternate", feed.page, "text/html"),
    linked("license", LICENCE.address, null),
    ...feed.entries.map((entry) => told(entry, feed.address)),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

const ATOM = "application/atom+xml";

const said = (name: string, text: string): string => xmlElement(name, {}, escapedXml(text));
const linked = (rel: string, href: string, type: string | null): string => xmlElement("link", { rel, href, type });

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

function told(one: FeedEntry, address: RegisterFeed["address"]): string {
  const { number, title, dossier, isInvented } = one.commitment;
  const kind = one.is === "event" ? one.event.kind : "withdrawn";
  const day = one.is === "event" ? one.event.effectiveOn : one.day;
  const letter = one.is === "event" ? one.letter : null;
  const page = address(paths.commitment(number));
  const content = xmlElement(
    "div",
    { xmlns: "http://www.w3.org/1999/xhtml" },
    isInvented ? said("p", isInventedNotice) : "",
    said("p", `${dayInWords(day)}: ${sentenceOf(one)}`),
    ...remarksOf(one).map((words) => said("p", words)),
    letter ? xmlElement("p", {}, "Bron: ", letterLink(letter, address)) : "",
    xmlElement("p", {}, "Toezegging ", anchor(page, `${number}, ${title}`), escapedXml(`, dossier ${dossier}.`)),
  );
  return xmlElement(
    "entry",
    {},
    said("id", urnOf(`gebeurtenis ${one.id}`)),
    said("title", `${sentenceOf(one)} ${title} (${number})`),
    said("updated", one.updated),
    linked("alternate", page, "text/html"),
    xmlElement("category", { term: kind, label: KINDS[kind] }),
    xmlElement("content", { type: "xhtml" }, content),
  );
}

const anchor = (href: string, words: string): string => xmlElement("a", { href }, escapedXml(words));

const letterLink = (
  { id, anchor: place, title, date }: { id: string; anchor: string | null; title: string; date: string },
  address: RegisterFeed["address"],
): string => anchor(address(paths.letter(id, place)), `${title}, ${dayInWords(date)}`);

/** What the act says beside its sentence. */
function remarksOf(one: FeedEntry): string[] {
  if (one.is === "withdrawal") return [`Waarom het niet meer telt: ${one.reason}`];
  const event = one.event as CommitmentEvent;
  if (event.kind === "registered") return [event.payload.text];
  if (event.kind === "reported" || event.kind === "judged") return event.payload.note ? [event.payload.note] : [];
  if (event.kind === "evidence_added") return [`Bron: ${event.payload.source}`];
  return [];
}
