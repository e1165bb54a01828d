/** A debate as it is read for its log: its record, the closing list, and the two beside one another. */
import { closingList } from "./closing-list.ts";
import { asSpoken, type DebatePromise, type DebateTime, promisesIn } from "./debate-promises.ts";
import { readDebateRecord, type Turn } from "./debate-record.ts";
import { compareList, type ListComparison } from "./list-comparison.ts";

export interface DebateReading extends ListComparison {
  turns: number;
  /** Turns of the government: nobody else can promise. */
  government: number;
  interruptions: number;
  hasSecondTerm: boolean;
}

/**
 * Reads the record turn by turn, so that whoever runs it can do something else in between; the answer is the last value.
 * `list` is one that was given apart; a list that stands in the record is found there.
 */
export function* readDebate(record: string, list: string, time: DebateTime): Generator<undefined, DebateReading> {
  const turns = readDebateRecord(record);
  const promises: DebatePromise[] = [];
  for (const at of turns.keys()) {
    promises.push(...promisesIn(record, turns, at, time));
    yield;
  }
  const items = [
    ...(record.trim() ? closingList(record, turns, time) : []),
    ...(list.trim() ? closingList(list, readDebateRecord(list), time) : []),
  ];
  const named = items.map((item) => ({ ...item, members: item.members.map((member) => asSpoken(member, turns)) }));
  return { ...compareList(named, promises), ...counted(turns) };
}

const counted = (turns: readonly Turn[]) => ({
  turns: turns.length,
  government: turns.filter(({ role }) => role === "government").length,
  interruptions: turns.filter(({ isInterruption }) => isInterruption).length,
  hasSecondTerm: turns.some(({ term }) => term === "second"),
});
