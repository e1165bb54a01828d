/** How each kind of field is asked for, read back and shown: text goes in and out, the value is what an event holds. */
import { dayInWords, type IsoDay, isIsoDay } from "./calendar.ts";
import { REST_WORDS } from "./commitment.ts";
import { askAddressees, readAddressees, showAddressees } from "./correction-addressees.ts";
import { type CorrectionNames, nameIn } from "./correction-names.ts";
import { type Deadline, NO_DEADLINE } from "./deadline.ts";
import type { PassageRef, Rest } from "./events.ts";
import { parseNumber } from "./numbers.ts";
import { paperInWords, parsePaper } from "./paper.ts";
import { deadlineFromWords } from "./reading/deadline.ts";
import type { Chamber, Recess } from "./recess.ts";
import { RHYTHMS } from "./rhythm.ts";
import { deadlineInWords } from "./standing-words.ts";

export type CorrectionKind =
  | { as: "choice"; options: readonly { value: string | number | boolean | null; label: string }[] }
  | { as: "pick"; from: "topics" | "committees" | "ministries" | "dossiers" }
  | {
      as:
        | "line"
        | "text"
        | "day"
        | "number"
        | "url"
        | "paper"
        | "names"
        | "deadline"
        | "place"
        | "passage"
        | "rest"
        | "addressees"
        | "holder"
        | "holders"
        | "commitment"
        | "recurring";
    };

/** What reading depends on beside the words. */
export interface Surroundings {
  names: CorrectionNames;
  recesses: readonly Recess[];
  /** The day of the event, from which words count. */
  day: IsoDay;
  chamber: Chamber;
  dossierId: string | null;
  /** Letters in which the Kamer may have been told, with the day that each counts from and the anchors of the text that the register holds. */
  letters: readonly { id: string; date: IsoDay; day: IsoDay; title: string; anchors: readonly string[] }[];
  /** The published commitment with this number. */
  commitmentNumbered: (number: string) => string | null;
}

/** One box of the form. Most fields have one; its place in the list is that of the text in `typed`. */
export interface Control {
  type: "line" | "text" | "day" | "select";
  label?: string;
  hint?: string;
  options?: { value: string; label: string }[];
  emptyLabel?: string;
}

export type Read = { value: unknown } | { problem: string };

interface Handler<K> {
  controls: (kind: K, around: Surroundings, value: unknown) => Control[];
  typed: (value: unknown, kind: K, around: Surroundings) => string[];
  /** `before` is the value that the text takes the place of. */
  read: (typed: string[], kind: K, around: Surroundings, before: unknown) => Read;
  words: (value: unknown, kind: K, names: CorrectionNames) => string;
}

const NOTHING = "niets";
const one = (type: Control["type"], hint?: string) => () => [{ type, hint }];
const asText = (value: unknown): string[] => [value === null || value === undefined ? "" : String(value)];
const quoted = (value: unknown): string => (value ? String(value) : NOTHING);
const ok = (value: unknown): Read => ({ value });
const wrong = (problem: string): Read => ({ problem });

const words: Handler<unknown> = {
  controls: one("line"),
  typed: asText,
  read: ([typed = ""]) => ok(typed || null),
  words: quoted,
};

const placeIn = (letterId: string, typed: string, around: Surroundings): Read => {
  const anchor = /^(?:passage\s+|p)(\d+)$/i.exec(typed)?.[1];
  const anchors = around.letters.find(({ id }) => id === letterId)?.anchors ?? [];
  if (!anchor)
    return typed ? ok({ letterId, anchor: null, place: typed }) : wrong("Schrijf waar het in de brief staat.");
  return anchors.includes(`p${anchor}`)
    ? ok({ letterId, anchor: `p${anchor}`, place: null })
    : wrong(`De brief heeft geen passage ${anchor}. Schrijf anders de plaats in woorden.`);
};
const placeTyped = (passage: PassageRef | null): string =>
  passage?.anchor ? `passage ${passage.anchor.slice(1)}` : (passage?.place ?? "");
const placeWords = (passage: PassageRef, names: CorrectionNames): string => {
  const date = names.letterDay(passage.letterId);
  return `brief van ${date ? dayInWords(date) : "een onbekende dag"}, ${placeTyped(passage) || "zonder plaats"}`;
};
const newestFirst = (letters: Surroundings["letters"]): Surroundings["letters"] =>
  [...letters].sort((a, b) => b.date.localeCompare(a.date));
const PLACE_HINT = "Een passage met haar nummer (passage 12), of de plaats in woorden (onder Meldknop, 1e alinea).";

const readDeadline = (typed: string, { day, chamber, recesses }: Surroundings): Deadline =>
  typed ? deadlineFromWords(typed, day, chamber, recesses) : NO_DEADLINE;

const KINDS: { [A in CorrectionKind["as"]]: Handler<CorrectionKind & { as: A }> } = {
  line: words,
  text: { ...words, controls: one("text") },
  day: {
    controls: one("day"),
    typed: asText,
    read: ([typed = ""]) => {
      const isDay: boolean = typed === "" || isIsoDay(typed);
      return isDay ? ok(typed || null) : wrong(`“${typed.slice(0, 40)}” is geen dag die bestaat.`);
    },
    words: (value) => (isIsoDay(value) ? dayInWords(value) : NOTHING),
  },
  number: {
    controls: one("line"),
    typed: (value) => asText(value).map((shown) => shown.replace(".", ",")),
    read: ([typed = ""]) => {
      if (typed === "") return ok(null);
      const bare = typed.replace(/[.\s](?=\d{3}(?!\d))/g, "").replace(",", ".");
      return /^-?\d+(\.\d+)?$/.test(bare) ? ok(Number(bare)) : wrong(`“${typed.slice(0, 40)}” is geen getal.`);
    },
    words: (value) => (typeof value === "number" ? String(value).replace(".", ",") : NOTHING),
  },
  url: {
    ...words,
    read: ([typed = ""]) =>
      typed === "" || /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(typed)
        ? ok(typed || null)
        : wrong(`“${typed.slice(0, 60)}” is geen adres. Schrijf het met https:// ervoor, of laat het leeg.`),
  },
  paper: {
    ...words,
    read: ([typed = ""]) =>
      typed === "" || parsePaper(typed)
        ? ok(typed || null)
        : wrong(
            `“${typed.slice(0, 60)}” is geen nummer van een Kamerstuk dat we kennen. Schrijf het als 32 500 VI, nr. 75, of laat het leeg.`,
          ),
    words: (value) => {
      const known = parsePaper(String(value ?? ""));
      return known ? paperInWords(known) : quoted(value);
    },
  },
  names: {
    controls: one("line", "Meer dan een: zet er een puntkomma tussen."),
    typed: (value) => [(value as string[]).join("; ")],
    read: ([typed = ""]) =>
      ok(
        typed
          .split(";")
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    words: (value) => (value as string[]).join("; ") || NOTHING,
  },
  choice: {
    controls: ({ options }) => [
      { type: "select", options: options.map(({ value, label }) => ({ value: String(value), label })) },
    ],
    typed: (value) => [String(value)],
    read: ([typed = ""], { options }) => {
      const chosen = options.find(({ value }) => String(value) === typed);
      return chosen ? ok(chosen.value) : wrong("Kies een van de mogelijkheden.");
    },
    words: (value, { options }) => options.find((option) => option.value === value)?.label ?? quoted(value),
  },
  pick: {
    controls: ({ from }, { names, dossierId, chamber }) => {
      const rows =
        from === "topics"
          ? names.topics.filter((topic) => topic.dossierId === dossierId)
          : from === "committees"
            ? names.committees.filter((committee) => committee.chamber === chamber)
            : names[from];
      return [
        { type: "select", emptyLabel: "Geen", options: rows.map(({ id, name }) => ({ value: id, label: name })) },
      ];
    },
    typed: asText,
    read: ([typed = ""], kind, around) =>
      typed === "" || KINDS.pick.controls(kind, around, null)[0]?.options?.some(({ value }) => value === typed)
        ? ok(typed || null)
        : wrong("Kies een van de mogelijkheden."),
    words: (value, { from }, names) => nameIn(names[from], value as string | null) ?? NOTHING,
  },
  deadline: {
    controls: one("line", "De woorden zoals ze zijn gezegd. De dag die eruit volgt ziet u voordat u iets vastlegt."),
    typed: (value) => [(value as Deadline | null)?.words ?? ""],
    read: ([typed = ""], _kind, around) => ok(readDeadline(typed, around)),
    words: (value) => (value ? deadlineInWords(value as Deadline) : "zonder termijn"),
  },
  place: {
    controls: one("line", PLACE_HINT),
    typed: (value) => [placeTyped(value as PassageRef | null)],
    read: ([typed = ""], _kind, around, before) =>
      before === null
        ? wrong("Dit komt uit een lijst van het ministerie, niet uit een brief. Er is geen plaats in te vullen.")
        : placeIn((before as PassageRef).letterId, typed, around),
    words: (value, _kind, names) => placeWords(value as PassageRef, names),
  },
  passage: {
    controls: (_kind, { letters }) => [
      {
        type: "select",
        label: "Brief",
        emptyLabel: "Niet gemeld aan de Kamer",
        options: newestFirst(letters).map(({ id, date, title }) => ({
          value: id,
          label: `${dayInWords(date)}: ${title}`,
        })),
      },
      { type: "line", label: "Plaats in die brief", hint: PLACE_HINT },
    ],
    typed: (value) => [(value as PassageRef | null)?.letterId ?? "", placeTyped(value as PassageRef | null)],
    read: ([letterId = "", typed = ""], _kind, around) =>
      letterId === ""
        ? ok(null)
        : around.letters.some(({ id }) => id === letterId)
          ? placeIn(letterId, typed, around)
          : wrong("Kies een brief van dit dossier."),
    words: (value, _kind, names) => (value ? placeWords(value as PassageRef, names) : "niet gemeld aan de Kamer"),
  },
  rest: {
    controls: () => [
      {
        type: "select",
        label: "De rest",
        options: Object.entries(REST_WORDS).map(([value, label]) => ({ value, label })),
      },
      { type: "line", label: "De nieuwe termijn, zoals die er staat", hint: "Alleen bij een nieuwe termijn." },
      {
        type: "line",
        label: "Nummer van de toezegging waarin de rest verdergaat",
        hint: "Alleen als de rest verdergaat in een andere toezegging, bijvoorbeeld 2011-0007.",
      },
    ],
    typed: (value, _kind, { names }) => {
      const rest = value as Rest;
      return [
        rest.kind,
        rest.kind === "new_deadline" ? rest.deadline.words : "",
        rest.kind === "successor" ? (names.number(rest.commitmentId) ?? "") : "",
      ];
    },
    read: ([kind = "", typed = "", number = ""], _kind, around) => {
      if (kind === "unchanged" || kind === "no_deadline") return ok({ kind });
      if (kind === "new_deadline")
        return typed
          ? ok({ kind, deadline: readDeadline(typed, around), awaitedId: null })
          : wrong("Schrijf de nieuwe termijn zoals die er staat.");
      if (kind !== "successor") return wrong("Kies wat er met de rest gebeurt.");
      const commitmentId = numbered(number, around);
      return commitmentId ? ok({ kind, commitmentId }) : wrong(unknownNumber(number));
    },
    words: (value, _kind, names) => {
      const rest = value as Rest;
      if (rest.kind === "new_deadline") return `nieuwe termijn: ${deadlineInWords(rest.deadline)}`;
      if (rest.kind === "successor")
        return `de rest gaat verder in toezegging ${names.number(rest.commitmentId) ?? ""}`;
      return REST_WORDS[rest.kind];
    },
  },
  addressees: {
    controls: one("line", "Leden met hun fractie, of fracties: Lid A (Fractie B); Fractie C. Leeg: de Kamer."),
    typed: (value, _kind, { names }) => [askAddressees(value, names)],
    read: ([typed = ""], _kind, { names, chamber }) => readAddressees(typed, names, chamber),
    words: (value, _kind, names) => showAddressees(value, names),
  },
  holder: {
    controls: (_kind, { names }) => [{ type: "select", options: holderOptions(names) }],
    typed: (value) => {
      const { officeId, officeHolderId } = value as { officeId: string; officeHolderId: string | null };
      return [`${officeId}/${officeHolderId ?? ""}`];
    },
    read: ([typed = ""], _kind, { names }) => {
      if (!holderOptions(names).some(({ value }) => value === typed)) return wrong("Kies wie de toezegging deed.");
      const [officeId = "", holderId = ""] = typed.split("/");
      return ok({ officeId, officeHolderId: holderId || null });
    },
    words: (value, _kind, names) => {
      const { officeId, officeHolderId } = value as { officeId: string; officeHolderId: string | null };
      const office = nameIn(names.offices, officeId) ?? NOTHING;
      const name = nameIn(names.officeHolders, officeHolderId);
      return name ? `${office} (${name})` : office;
    },
  },
  holders: {
    controls: (_kind, { names }, value) => {
      const options = holderOptions(names)
        .filter(({ value: ids }) => !ids.endsWith("/"))
        .map(({ value: ids, label }) => ({ value: ids.split("/")[1] ?? "", label }));
      const count = Math.max(2, (value as string[]).length);
      return Array.from({ length: count }, (_, i) => ({
        type: "select",
        label: `Spreker ${i + 1}`,
        emptyLabel: "Niemand",
        options,
      }));
    },
    typed: (value) => {
      const ids = value as string[];
      return [...ids, ...Array.from({ length: Math.max(0, 2 - ids.length) }, () => "")];
    },
    read: (typed, _kind, { names }) => {
      const ids = [...new Set(typed.filter(Boolean))];
      return ids.every((id) => names.officeHolders.some((holder) => holder.id === id))
        ? ok(ids)
        : wrong("Kies de sprekers uit de lijst.");
    },
    words: (value, _kind, names) =>
      (value as string[])
        .map((id) => {
          const holder = names.officeHolders.find((row) => row.id === id);
          return holder ? `${nameIn(names.offices, holder.officeId)} (${holder.name})` : "";
        })
        .filter(Boolean)
        .join(", ") || NOTHING,
  },
  commitment: {
    controls: one("line", "Het nummer, bijvoorbeeld 2011-0007."),
    typed: (value, _kind, { names }) => [names.number(String(value)) ?? ""],
    read: ([typed = ""], _kind, around) => {
      const id = numbered(typed, around);
      return id ? ok(id) : wrong(unknownNumber(typed));
    },
    words: (value, _kind, names) => `toezegging ${names.number(String(value)) ?? ""}`,
  },
  recurring: {
    controls: () => [
      {
        type: "select",
        options: [
          { value: "", label: "nee, eenmalig" },
          { value: "0", label: "ja, zonder vast aantal per jaar" },
          ...RHYTHMS.map((n) => ({ value: String(n), label: `ja, ${n} keer per jaar` })),
        ],
      },
    ],
    typed: (value) => [value ? String((value as { perYear: number | null }).perYear ?? 0) : ""],
    read: ([typed = ""]) => {
      const chosen = KINDS.recurring.controls({ as: "recurring" }, {} as Surroundings, null)[0]?.options;
      if (!chosen?.some(({ value }) => value === typed)) return wrong("Kies een van de mogelijkheden.");
      return ok(typed === "" ? null : { perYear: Number(typed) || null });
    },
    words: (value) => {
      if (!value) return "nee, eenmalig";
      const { perYear } = value as { perYear: number | null };
      return perYear ? `ja, ${perYear} keer per jaar` : "ja, zonder vast aantal per jaar";
    },
  },
};

const numbered = (typed: string, { commitmentNumbered }: Surroundings): string | null => {
  const known = parseNumber(typed);
  return known ? commitmentNumbered(known.number) : null;
};
const unknownNumber = (typed: string): string =>
  typed
    ? `Toezegging ${typed.slice(0, 40)} staat niet in het register. Schrijf het nummer zoals 2011-0007.`
    : "Vul het nummer van de toezegging in, bijvoorbeeld 2011-0007.";

/** Every office, alone and with each who held it. */
const holderOptions = (names: CorrectionNames): { value: string; label: string }[] =>
  names.offices.flatMap(({ id, name }) => [
    { value: `${id}/`, label: name },
    ...names.officeHolders
      .filter(({ officeId }) => officeId === id)
      .map((holder) => ({ value: `${id}/${holder.id}`, label: `${name} (${holder.name})` })),
  ]);

const handlerOf = (kind: CorrectionKind): Handler<CorrectionKind> => KINDS[kind.as] as Handler<CorrectionKind>;

export const controlsOf = (kind: CorrectionKind, around: Surroundings, value: unknown): Control[] =>
  handlerOf(kind).controls(kind, around, value);
export const typedOf = (value: unknown, kind: CorrectionKind, around: Surroundings): string[] =>
  handlerOf(kind).typed(value, kind, around);
export const readTyped = (typed: string[], kind: CorrectionKind, around: Surroundings, before: unknown): Read =>
  handlerOf(kind).read(typed, kind, around, before);
/** The value as a reader sees it; empty is told in a word. */
export const valueInWords = (value: unknown, kind: CorrectionKind, names: CorrectionNames): string =>
  handlerOf(kind).words(value, kind, names);
