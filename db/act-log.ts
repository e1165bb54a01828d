/** Who did what, when, as far as it is no event of the register. Rows are added and never changed. */
import { type ActKind, type ActThing, isActDetail } from "#app/domain/logged-acts.ts";
import type { Db } from "./client.ts";
import { acts } from "./schema.ts";

export interface NewAct {
  kind: ActKind;
  /** The account that did it; `register` for the program itself, null for somebody who is not signed in. */
  by: string | null;
  thing?: ActThing | null;
  /** A word of the program, such as `role, ministry`; no name, address or text that somebody typed. */
  detail?: string | null;
}

/**
 * Keeps an act, in the transaction of what was done. Keeps no network address and nothing that was typed.
 * @throws Error for a detail that could hold a name or an address
 */
export async function logAct(tx: Db, { kind, by, thing = null, detail = null }: NewAct): Promise<void> {
  if (detail !== null && !isActDetail(detail)) throw new Error(`The detail of ${kind} is no word of the program.`);
  await tx
    .insert(acts)
    .values({ at: new Date().toISOString(), kind, by, thingKind: thing?.kind, thingId: thing?.id, detail });
}
