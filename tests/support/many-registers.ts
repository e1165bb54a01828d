/** One register out of many drawn ones: enough commitments to page through, each published, under names of their own. */
import fc from "fast-check";
import type { NewEvent } from "#app/domain/events.ts";
import { type Register, registers } from "./generated-register.ts";

const PICKED = { office: ["o1", "o2", "o3"], committee: ["k1", "k2"], topic: ["t1", "t2", "t3"] } as const;

/** What stands in the lists of such a register. */
export const LISTS = {
  dossier: ["d1", "d2"],
  ministry: ["m1", "m2"],
  member: ["p1", "p2"],
  group: ["g1", "g2"],
  ...PICKED,
} as const;

/** The same picks every time: from a seed of its own, with an office, a committee and a topic for each commitment. */
export function manyRegisters(count: number, seed: number): Register {
  return fc.sample(registers, { numRuns: count, seed }).flatMap((register, i) => {
    const own = JSON.parse(
      JSON.stringify(register).replaceAll(/"(2011-)?((?:c|l|b|e|i|a|r)\d+)"/g, `"$1n${i}$2"`),
    ) as Register;
    return [...own, ...publications(own)].map((event, at) => placed(event as Register[number], i + at));
  });
}

function publications(register: Register): NewEvent[] {
  const has = (id: string, kind: string) =>
    register.some((event) => event.subjectId === id && event.subject === "commitment" && event.kind === kind);
  const ids = [...new Set(register.flatMap(({ subject, subjectId }) => (subject === "commitment" ? [subjectId] : [])))];
  return ids
    .filter((id) => has(id, "registered") && !has(id, "published"))
    .map((id) => ({
      id: `${id}-published`,
      subject: "commitment",
      subjectId: id,
      kind: "published",
      effectiveOn: "2011-05-03",
      payload: { number: `2011-${id}` },
    }));
}

function placed(event: Register[number], at: number): Register[number] {
  if (event.subject !== "commitment" || event.kind !== "registered") return event;
  const of = <T>(values: readonly T[]): T => values[at % values.length] as T;
  const payload = {
    ...event.payload,
    officeId: of(PICKED.office),
    committeeId: of([...PICKED.committee, null]),
    topicId: of([...PICKED.topic, null, null]),
  };
  return { ...event, payload };
}
