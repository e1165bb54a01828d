/** The words of one item on a list of commitments: what, by whom, to whom, by when. */
import { deadlines } from "./deadline.ts";
import type { DebateTime } from "./debate-promises.ts";
import type { Finding, FoundDeadline } from "./findings.ts";
import { membersInBrackets, membersNamed, type NamedMember } from "./members-named.ts";
import { normalise } from "./normalise.ts";
import { formIn } from "./parties.ts";
import { ownDeadline } from "./read.ts";
import { B, E, pattern } from "./wording.ts";

export interface ItemWords {
  /** What was promised, without the mark of the list. */
  text: string;
  members: NamedMember[];
  /** "minister", "staatssecretaris van Financiën"; null where it does not say. */
  office: string | null;
  deadline: FoundDeadline | null;
  form: Finding["form"];
}

/** A bullet, a dash or a number before an item. */
export const LIST_MARK = /^(?:[•●▪◦‣∙·○■□➢✓*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+(?=\S)/u;
const ORDINAL =
  /^(?:(?:Ten|Als|De|Dan de|Nummer|En de|En ten) )?(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|laatste|één|twee|drie|vier|vijf|zes)(?: toezegging)?(?: is(?: dat)?|[:,.])? /iu;
const TO_MEMBER =
  /^Toezegging(?: \d{1,2})?(?: aan (?:het lid |de leden |de heer |mevrouw |de Kamer ?)?[^:]{0,80})?: ?/u;
const MOMENT_FIELD = /[,;.]? ?(?:moment|termijn|planning|wanneer|deadline) ?: ?/iu;
const OFFICE =
  "(?:minister-president|minister|staatssecretaris|bewindspersoon|bewindslieden|bewindspersonen|regering|kabinet)";
const office = pattern(`${B}${OFFICE}(?: (?:van|voor) \\p{Lu}[\\p{L}-]+(?:(?:,| en) \\p{Lu}[\\p{L}-]+)*)?${E}`);
const PROMISES =
  /^(?:de |het )?(?:minister-president|minister|staatssecretaris|bewindspersoon|bewindslieden|regering|kabinet)(?: (?:van|voor) \p{Lu}[\p{L}-]+(?:(?:,| en) \p{Lu}[\p{L}-]+)*)?(?: \p{Lu}[\p{L}-]+)? (?:zegt|zegde|heeft|zeggen|zal|zullen) (?:[^,.;]{0,60}? )?(?:toe|toegezegd|toezeggen),?(?: dat| om)? /iu;

/** Without mark, number, ordinal and "Toezegging aan …:". */
const bare = (words: string): string => words.replace(LIST_MARK, "").replace(ORDINAL, "").replace(TO_MEMBER, "").trim();

/** Of a row of a table the cell that says most. */
const longestCell = (words: string): string =>
  words.split(" | ").reduce((longest, cell) => (cell.length > longest.length ? cell : longest), "");

/** Reads an item. `remarks` are the sentences about it that follow: to whom it was, by when. */
export function itemWords(words: string, remarks: string, time: DebateTime): ItemWords {
  const all = normalise(`${words} ${remarks}`.replace(/\s+/g, " ")).text;
  const text = bare(longestCell(words).replace(/\s+/g, " ")).replace(MOMENT_FIELD, ", ");
  const brackets = membersInBrackets(all);
  const named = membersNamed(all);
  const found = deadlines(all.replace(MOMENT_FIELD, ", "), { on: time.date, ...time });
  return {
    text,
    members: once([...(brackets.length > 0 ? brackets : named)].map(({ name, party }) => ({ name, party }))),
    office:
      office
        .exec(text)?.[0]
        .toLowerCase()
        .replace(/ (van|voor) (\p{L})/u, (_, of, first) => ` ${of} ${first.toUpperCase()}`) ?? null,
    deadline: ownDeadline(found),
    form: formIn(text),
  };
}

const once = (members: readonly NamedMember[]): NamedMember[] =>
  members.filter(({ name }, i) => members.findIndex((other) => other.name === name) === i);

const LONGEST_TITLE = 140;

/** A short title for the register: without who promises, the name in brackets and what is too long. */
export function titleOf(text: string): string {
  const words = text
    .replace(/\s+/g, " ")
    .replace(PROMISES, "")
    .replace(/ ?\([^()]{2,40}\)(?=[.;]?$)/u, "")
    .replace(/[.;,: ]+$/u, "")
    .trim();
  const whole = words.charAt(0).toUpperCase() + words.slice(1);
  if (whole.length <= LONGEST_TITLE) return whole;
  const cut = whole.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}
