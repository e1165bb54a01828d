/** The names behind the ids that an event holds, as the lists of the register give them. */
import type { IsoDay } from "./calendar.ts";
import type { Chamber } from "./recess.ts";

interface Named {
  id: string;
  name: string;
}

export interface CorrectionNames {
  ministries: readonly Named[];
  dossiers: readonly Named[];
  offices: readonly Named[];
  officeHolders: readonly (Named & { officeId: string })[];
  committees: readonly (Named & { chamber: Chamber })[];
  groups: readonly Named[];
  members: readonly (Named & { groupId: string | null; chamber: Chamber })[];
  topics: readonly (Named & { dossierId: string })[];
  /** The number of a commitment that is or was published. */
  number: (commitmentId: string) => string | null;
  letterDay: (letterId: string) => IsoDay | null;
}

export const nameIn = (rows: readonly Named[], id: string | null): string | null =>
  rows.find((row) => row.id === id)?.name ?? null;
