/** The log to take away: without names, addresses or texts, with a number for each person. */
import { eq } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import { type LogFilter, REGISTER } from "#app/domain/log-filter.ts";
import { doneInWords } from "#app/domain/log-words.ts";
import { logAct } from "./act-log.ts";
import { type Db, write } from "./client.ts";
import { wholeLog } from "./log.ts";
import { accounts, acts, events, logNumbers } from "./schema.ts";

export interface ExportedRow {
  at: Instant;
  /** The number of a person; `register` for the program, empty for who was not signed in. */
  person: string;
  done: string;
  /** The word of the program for what was done. */
  kind: string;
  thingKind: string;
  /** A public number or address, or the number of the person whose account it is; `concept` for what is not public. */
  thing: string;
  detail: string;
}

/** Notes that the log was taken away, and by whom; answers its rows, the newest first. */
export async function exportLog(
  filter: LogFilter,
  by: string,
  form: "csv" | "json",
): Promise<AsyncGenerator<ExportedRow>> {
  const numbers = await write(
    async (tx) => {
      await logAct(tx, { kind: "log_exported", by, detail: form });
      return numberPersons(tx);
    },
    { silent: true },
  );
  return exportedRows(filter, numbers);
}

/** Numbers of all who are in the log. New ones come in no order, so that a number does not tell who came when. */
async function numberPersons(tx: Db): Promise<Map<string, number>> {
  const numbers = new Map((await tx.select().from(logNumbers)).map(({ accountId, number }) => [accountId, number]));
  const inLog = [
    ...(await tx.select({ id: accounts.id }).from(accounts)),
    ...(await tx.selectDistinct({ id: events.recordedBy }).from(events)),
    ...(await tx.selectDistinct({ id: acts.by }).from(acts)),
    ...(await tx.selectDistinct({ id: acts.thingId }).from(acts).where(eq(acts.thingKind, "account"))),
  ];
  const fresh = [...new Set(inLog.map(({ id }) => id))]
    .filter((id) => id !== null && id !== REGISTER && !numbers.has(id))
    .map((id) => ({ id: String(id), at: Math.random() }))
    .sort((a, b) => a.at - b.at);
  let number = Math.max(0, ...numbers.values());
  for (const { id } of fresh) {
    number += 1;
    await tx.insert(logNumbers).values({ number, accountId: id });
    numbers.set(id, number);
  }
  return numbers;
}

async function* exportedRows(filter: LogFilter, numbers: Map<string, number>): AsyncGenerator<ExportedRow> {
  const numberOf = (id: string): string => (id === REGISTER ? id : String(numbers.get(id) ?? "onbekend"));
  for await (const { at, by, done, thing, detail } of wholeLog(filter)) {
    yield {
      at,
      person: by === null ? "" : numberOf(by),
      done: doneInWords(done),
      kind: "act" in done ? done.act : done.event,
      thingKind: thing?.kind ?? "",
      thing: thing === null ? "" : thing.kind === "account" ? numberOf(thing.id) : thingOutside(thing),
      detail: detail ?? "",
    };
  }
}

const thingOutside = ({ kind, known, id }: { kind: string; known: string | null; id: string }): string =>
  known ?? (kind === "mail" ? id : kind === "calendar" ? "" : "concept");
