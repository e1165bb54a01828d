/** What somebody with the file in hand may do to it, and what `verify` says of it. Nothing in it is taken on trust. */
import Database from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { hashOf, payloadDigest } from "#db/chain.ts";
import type { Head } from "#db/heads.ts";
import * as schema from "#db/schema.ts";
import { demoIn, emptyPlace } from "../support/database.ts";
import { addSecretDrafts } from "../support/secret-drafts.ts";

type Row = Record<string, unknown>;

const path = emptyPlace();
let raw: Database.Database;
let differences: (published?: readonly Head[]) => Promise<string[]>;
let close: () => void;

beforeAll(async () => {
  await demoIn(path);
  await changeLists();
  await addSecretDrafts();
  process.env.DATABASE_PATH = path;
  vi.resetModules();
  ({ differences } = await import("#db/verify.ts"));
  ({ close } = await import("#db/client.ts"));
  raw = new Database(path);
  raw.exec("DROP TRIGGER events_refuse_update; DROP TRIGGER events_refuse_delete; DROP TRIGGER events_refuse_replace");
  raw.pragma("synchronous = OFF");
  for (const name of tables()) raw.exec(`CREATE TEMP TABLE kept_${name} AS SELECT * FROM main.${name}`);
  // They read what they index as JSON, and would refuse what is none.
  raw.exec("DROP INDEX events_by_letter; DROP INDEX periods_by_successor");
});
afterAll(() => {
  raw.close();
  close();
});

/** Another name, another group, two that are one: what follows from these is rebuilt as well. */
async function changeLists(): Promise<void> {
  process.env.DATABASE_PATH = path;
  vi.resetModules();
  const client = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  const on = { subject: "reference", effectiveOn: "2020-01-01" } as const;
  await client.write((tx) =>
    record(tx, "register", [
      {
        ...on,
        subjectId: "fractie-b",
        kind: "renamed",
        payload: { list: "group", name: "Fractie Beta", was: "Fractie B" },
      },
      { ...on, subjectId: "kamerlid-a", kind: "joined", payload: { groupId: "fractie-b", was: "fractie-a" } },
      { ...on, subjectId: "kamerlid-b", kind: "merged", payload: { list: "member", into: "kamerlid-a" } },
    ]),
  );
  client.close();
}

const tables = (): string[] => ["events", "register_state", ...PROJECTIONS.map(({ table }) => getTableName(table))];

/** What verify says after a change, which is then undone as if it had not been. */
async function verifiedAfter(change: () => void, published: readonly Head[] = []): Promise<string[]> {
  try {
    change();
    return await differences(published);
  } finally {
    raw.transaction(() => {
      for (const name of tables())
        raw.exec(`DELETE FROM main.${name}; INSERT INTO main.${name} SELECT * FROM kept_${name}`);
    })();
  }
}

const eventAt = (seq: number): Row => raw.prepare("SELECT * FROM events WHERE seq = ?").get(seq) as Row;
const lastSeq = (): number => raw.prepare("SELECT max(seq) FROM events").pluck().get() as number;
const head = (): Head => raw.prepare("SELECT head_seq AS seq, head_hash AS hash FROM register_state").get() as Head;

/** All tables that follow from the events: what verify is to rebuild. */
const PROJECTIONS: { table: SQLiteTable; called: string; key: string[] }[] = [
  { table: schema.commitments, called: "toezegging", key: ["id"] },
  { table: schema.addressees, called: "geadresseerde", key: ["commitment_id", "kind", "addressee_id"] },
  { table: schema.periods, called: "periode", key: ["commitment_id", "from_day"] },
  { table: schema.items, called: "item", key: ["id"] },
  { table: schema.itemLinks, called: "verband", key: ["id"] },
  { table: schema.debates, called: "debat", key: ["id"] },
  { table: schema.letters, called: "brief", key: ["id"] },
  { table: schema.recesses, called: "reces", key: ["id"] },
  { table: schema.referenceChanges, called: "naam of fractie", key: ["id"] },
  { table: schema.merges, called: "samenvoeging", key: ["id"] },
];

/** Other values that a column could be given; each must be noticed. */
function otherValues(column: { dataType: string }, value: unknown): unknown[] {
  if (column.dataType === "json") {
    const widened = typeof value === "string" && value.startsWith("{") && value !== "{}";
    return [
      "geen json",
      '{"anders":1}',
      // A key that stands twice: the last counts for some programs, the first for others.
      ...(widened ? [`{${value.slice(1, value.indexOf(":"))}:"anders",${value.slice(1)}`] : []),
    ];
  }
  if (typeof value === "number") return [value + 1, value + 1000];
  if (value === null) return column.dataType === "string" ? ["anders", ""] : [7];
  return [`${value}x`, ""];
}

test("undisturbed, it has nothing to say", async () => {
  expect(await differences()).toEqual([]);
  expect(await differences([head()])).toEqual([]);
  expect(await verifiedAfter(() => undefined)).toEqual([]);
});

describe("Every column of an event, changed behind the register's back, is named:", () => {
  // Of every kind of event one, so that no kind is left out; the columns are those of the schema.
  const columns = Object.entries(getTableColumns(schema.events));
  test.each(columns)("%s", async (name, column) => {
    const seqs = raw.prepare("SELECT max(seq) FROM events GROUP BY subject, kind").pluck().all() as number[];
    expect(seqs.length).toBeGreaterThan(20);
    // The digest of a text or of who recorded it does not look at the kind: a few kinds are enough, and one with all.
    for (const seq of name === "payload" || name === "kind" ? seqs : seqs.filter((_, at) => at % 5 === 0)) {
      const values = name === "seq" ? [seq + 1000, -seq] : otherValues(column, eventAt(seq)[column.name]);
      for (const value of values) {
        const said = await verifiedAfter(
          () => void raw.prepare(`UPDATE events SET ${column.name} = ? WHERE seq = ?`).run(value, seq),
        );
        const now = name === "seq" ? Number(value) : seq;
        const named = said.filter(
          (one) => one.startsWith(`Gebeurtenis ${now}: `) && new RegExp(`\\b${name}\\b`).test(one),
        );
        expect(named, `${name} of event ${seq} became ${value}, and verify said: ${said.join("\n")}`).not.toEqual([]);
        if (name === "seq")
          expect(said.join("\n")).toMatch(new RegExp(`Gebeurtenis(?:sen)? ${seq}\\b.*(?:ontbreek|hoort op)`));
      }
    }
  });
});

describe("Every column of what follows from the events is named:", () => {
  const cases = PROJECTIONS.flatMap(({ table, called, key }) =>
    Object.entries(getTableColumns(table)).map(
      ([name, column]) => [`${getTableName(table)} ${name}`, { table, called, key, name, column }] as const,
    ),
  );
  test.each(cases)("%s", async (_name, { table, called, key, name, column }) => {
    const rows = raw.prepare(`SELECT rowid AS rowid_, * FROM ${getTableName(table)} ORDER BY rowid`).all() as Row[];
    // A row in which the column is filled; of the periods the first and the last as well.
    const filled = rows.find((row) => row[column.name] !== null) ?? rows[0];
    const chosen = new Set(called === "periode" ? [rows[0], filled, rows.at(-1)] : [filled]);
    for (const row of chosen) {
      for (const value of otherValues(column, row?.[column.name])) {
        const said = await verifiedAfter(
          () =>
            void raw
              .prepare(`UPDATE ${getTableName(table)} SET ${column.name} = ? WHERE rowid = ?`)
              .run(value, row?.rowid_),
        );
        const was = `${called} ${key.map((one) => row?.[one]).join(" ")}: `;
        // A row under another key, or of another owner, is gone from where it belongs.
        const isMoved = key.includes(column.name) || name === "itemId" || name === "thingId";
        const wanted = isMoved ? `${was}ontbreekt` : `${was}${name} is `;
        expect(
          said.some((one) => one.startsWith(wanted)),
          `${name} became ${value}; looked for “${wanted}” in:\n${said.join("\n")}`,
        ).toBe(true);
      }
    }
  });

  test.each(PROJECTIONS.map((one) => [getTableName(one.table), one] as const))(
    "a row of %s that is missing",
    async (name, { called, key }) => {
      const row = raw.prepare(`SELECT * FROM ${name} ORDER BY rowid DESC`).get() as Row;
      const where = key.map((column) => `${column} = ?`).join(" AND ");
      const said = await verifiedAfter(
        () => void raw.prepare(`DELETE FROM ${name} WHERE ${where}`).run(key.map((one) => row[one])),
      );
      expect(said).toEqual([
        `${called} ${key.map((one) => row[one]).join(" ")}: ontbreekt, maar volgt uit de gebeurtenissen.`,
      ]);
    },
  );

  test.each(PROJECTIONS.map((one) => [getTableName(one.table), one] as const))(
    "a row of %s too many",
    async (name, { called, key, table }) => {
      const row = raw.prepare(`SELECT * FROM ${name} ORDER BY rowid`).get() as Row;
      const unique = getTableConfig(table)
        .columns.filter(({ isUnique }) => isUnique)
        .map((column) => column.name);
      for (const own of key) {
        const extra: Row = { ...row, [own]: "erbij" };
        for (const column of unique) extra[column] = null;
        const names = Object.keys(extra);
        const said = await verifiedAfter(
          () =>
            void raw
              .prepare(`INSERT INTO ${name} (${names.join()}) VALUES (${names.map(() => "?").join()})`)
              .run(Object.values(extra)),
        );
        expect(said).toEqual([
          `${called} ${key.map((one) => extra[one]).join(" ")}: staat in het register, maar volgt uit geen gebeurtenis.`,
        ]);
      }
    },
  );

  test("a name or a group in the lists that no event gave", async () => {
    const named = () => raw.exec("UPDATE groups SET name = 'Fractie Anders' WHERE id = 'fractie-b'");
    const moved = () => raw.exec("UPDATE members SET group_id = 'fractie-a' WHERE id = 'kamerlid-a'");
    const found = [await verifiedAfter(named), await verifiedAfter(moved)];
    raw.exec("UPDATE groups SET name = 'Fractie Beta' WHERE id = 'fractie-b'");
    raw.exec("UPDATE members SET group_id = 'fractie-b' WHERE id = 'kamerlid-a'");
    expect(found).toEqual([
      ['group fractie-b: name is "Fractie Anders", uit de gebeurtenissen volgt "Fractie Beta".'],
      [
        'group fractie-b: name is "Fractie Anders", uit de gebeurtenissen volgt "Fractie Beta".',
        'member kamerlid-a: groupId is "fractie-a", uit de gebeurtenissen volgt "fractie-b".',
      ],
    ]);
    expect(await differences()).toEqual([]);
  });

  test("no table that follows from events is left out", () => {
    const following = PROJECTIONS.map(({ table }) => getTableName(table));
    // Only events of their own ever write to these: a table without an owner in the events cannot be rebuilt.
    const record = ["events", "register_state", "originals"];
    const workInHand = [
      "imports",
      "kept_drafts",
      "selections",
      "reminders",
      "reminder_answers",
      "late_editions",
      "kept_lists",
      "proposals",
      "ownerships",
      "debate_records",
      "record_takings",
      "decision_texts",
      "merge_moves",
      "list_imports",
      "list_rows",
      "list_layouts",
      "list_takings",
    ];
    const reference = [
      "ministries",
      "offices",
      "office_holders",
      "committees",
      "groups",
      "members",
      "dossiers",
      "topics",
    ];
    const people = [
      "accounts",
      "invitations",
      "known_browsers",
      "pending_sign_ins",
      "recovery_codes",
      "sessions",
      "sign_in_attempts",
    ];
    // Verify makes the words of search anew, and holds them beside what is there: db/verify-search.ts.
    const search = ["state", "texts", "words", "text", "text_data", "text_idx", "text_content", "text_config"].map(
      (name) => `search_${name}`,
    );
    const mailAndLog = ["mails", "mail_attachments", "acts", "log_numbers"];
    const all = raw
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
      )
      .pluck()
      .all() as string[];
    const unknown = all.filter(
      (name) =>
        ![...following, ...record, ...workInHand, ...reference, ...people, ...search, ...mailAndLog].includes(name),
    );
    expect(unknown, "New tables: does verify rebuild them? Say so in this list and in db/verify-rows.ts.").toEqual([]);
  });
});

/** Makes the chain fit again from a place on, as somebody would who knows how it is made. */
function forgeFrom(seq: number): void {
  const rows = raw.prepare("SELECT * FROM events WHERE seq >= ? ORDER BY seq").all(seq) as Row[];
  let previousHash = seq > 1 ? String(eventAt(seq - 1).hash) : "";
  const update = raw.prepare("UPDATE events SET payload_digest = ?, previous_hash = ?, hash = ? WHERE seq = ?");
  for (const row of rows) {
    const event = {
      id: row.id,
      seq: row.seq,
      subject: row.subject,
      subjectId: row.subject_id,
      kind: row.kind,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      payload: JSON.parse(String(row.payload)),
    } as never as Parameters<typeof payloadDigest>[0] & Omit<Parameters<typeof hashOf>[0], "payloadDigest">;
    const digest = payloadDigest(event, String(row.payload_salt));
    const hash = hashOf({ ...event, payloadDigest: digest, recorderDigest: String(row.recorder_digest), previousHash });
    update.run(digest, previousHash, hash, row.seq);
    previousHash = hash;
  }
  raw.prepare("UPDATE register_state SET head_seq = (SELECT max(seq) FROM events), head_hash = ?").run(previousHash);
}

describe("The chain as a whole:", () => {
  test("the last event taken off", async () => {
    const last = lastSeq();
    const said = await verifiedAfter(() => void raw.prepare("DELETE FROM events WHERE seq = ?").run(last));
    expect(said).toContain(`Het einde van de keten klopt niet: genoteerd is ${last}, gevonden ${last - 1}.`);
  });

  test("the last event taken off with every trace of it, against a head that was published", async () => {
    const published = head();
    const [last, before] = [eventAt(lastSeq()), eventAt(lastSeq() - 1)];
    const cut = () => {
      raw.prepare("DELETE FROM events WHERE seq = ?").run(last.seq);
      raw.prepare("DELETE FROM item_links WHERE id = ?").run(last.id);
      raw.prepare("UPDATE register_state SET head_seq = ?, head_hash = ?").run(before.seq, before.hash);
    };
    expect(await verifiedAfter(cut), "By itself the shorter chain holds.").toEqual([]);
    expect(await verifiedAfter(cut, [published])).toEqual([
      `De keten is korter dan ze was: eerder is kop ${published.seq}:${published.hash} gepubliceerd, en nu eindigt ze bij ${before.seq}. Er is iets van het einde afgehaald.`,
    ]);
  });

  test.each([
    ["next to each other", 30, 31],
    ["far apart", 12, 90],
    ["the first and the last", 1, 0],
  ])("two events that changed places: %s", async (_name, a, other) => {
    const b = other || lastSeq();
    const said = await verifiedAfter(() => {
      raw.exec(
        `UPDATE events SET seq = -1 WHERE seq = ${a}; UPDATE events SET seq = ${a} WHERE seq = ${b}; UPDATE events SET seq = ${b} WHERE seq = -1`,
      );
    });
    expect(said).toContain(`Gebeurtenis ${a} hoort op plaats ${b}: de volgorde is veranderd.`);
    expect(said).toContain(`Gebeurtenis ${b} hoort op plaats ${a}: de volgorde is veranderd.`);
  });

  test("an event taken out of the middle is one that is missing, not a hundred", async () => {
    const said = await verifiedAfter(() => raw.exec("DELETE FROM events WHERE seq IN (40, 41)"));
    expect(said.filter((one) => one.includes("ontbre") && one.startsWith("Gebeurtenis"))).toEqual([
      "Gebeurtenissen 40 tot en met 41 ontbreken in de keten.",
    ]);
    expect(said).toContain("Gebeurtenis 42: previousHash klopt niet met de hash van de gebeurtenis ervoor.");
  });

  test("a forged tail holds by itself, and is found against any head of after the forgery", async () => {
    const { seq } = raw.prepare("SELECT seq FROM events WHERE kind = 'evidence_added' ORDER BY seq").get() as {
      seq: number;
    };
    const published = [seq - 1, seq, seq + 5, lastSeq()].map((at) => ({ seq: at, hash: String(eventAt(at).hash) }));
    const forge = () => {
      raw.exec(`UPDATE events SET payload = json_set(payload, '$.shows', 'Iets heel anders.') WHERE seq = ${seq}`);
      forgeFrom(seq);
    };
    expect(await verifiedAfter(forge)).toEqual([]);
    expect(await verifiedAfter(forge, published.slice(0, 1)), "Before the forgery nothing was changed.").toEqual([]);
    for (const one of published.slice(1)) {
      const [said, ...others] = await verifiedAfter(forge, [one]);
      expect(others).toEqual([]);
      expect(said).toMatch(
        new RegExp(
          `^De keten gaat niet meer door een kop die eerder is gepubliceerd: gebeurtenis ${one.seq} had hash ${one.hash} en heeft nu [0-9a-f]{64}\\. Iets tot en met gebeurtenis ${one.seq} is daarna herschreven\\.$`,
        ),
      );
    }
    const [first] = await verifiedAfter(forge, published);
    expect(first, "Of many heads the first that fails tells where to look.").toContain(`gebeurtenis ${seq} had`);
  });

  test("a state that names another head", async () => {
    expect(await verifiedAfter(() => raw.exec("UPDATE register_state SET head_seq = head_seq + 1"))).toHaveLength(1);
    expect(
      await verifiedAfter(() => raw.exec(`UPDATE register_state SET head_hash = '${"0".repeat(64)}'`)),
    ).toHaveLength(1);
    expect(await verifiedAfter(() => raw.exec("DELETE FROM register_state"))).toEqual([
      "Het einde van de keten is niet één keer genoteerd.",
    ]);
  });
});
