/** Who may do what: the table of DOMAIN.md, and the only place where it is decided. */

export type Role = "aide" | "staff" | "clerk" | "admin";

/** Who is asking; null is a stranger. */
export interface Actor {
  accountId: string;
  name: string;
  role: Role;
  ministryId: string | null;
  committeeId: string | null;
  memberId: string | null;
}

/** Whose the thing is. */
export interface Ownership {
  ministryId?: string | null;
  committeeId?: string | null;
  memberId?: string | null;
}

type Scope = "any" | "own";

/** `own` is the own ministry for staff, the own committee for a clerk, the own member for an aide. */
export const PERMISSIONS = {
  read: { public: "any", aide: "any", staff: "any", clerk: "any", admin: "any" },
  follow: { aide: "any", staff: "any", clerk: "any" },
  note: { aide: "own", staff: "own", clerk: "own" },
  own_member: { aide: "own" },
  desk: { staff: "any", clerk: "any" },
  register: { staff: "own", clerk: "own" },
  add_reference: { staff: "any", clerk: "any", admin: "any" },
  steer_dossier: { staff: "own", clerk: "own" },
  review: { staff: "own" },
  own_planning: { staff: "own" },
  judge: { clerk: "own" },
  withdraw: { staff: "own", clerk: "own" },
  administer: { admin: "any" },
  own_account: { aide: "any", staff: "any", clerk: "any", admin: "any" },
} as const satisfies Record<string, Partial<Record<Role | "public", Scope>>>;

export type Act = keyof typeof PERMISSIONS;

/** Whether the actor may do this at all, to something. For showing a link; never for letting a write through. */
export function mayEver(actor: Actor | null, act: Act): boolean {
  return scopeOf(actor, act) !== null;
}

/** Whether the actor may do this to a thing of that ministry, committee or member. */
export function may(actor: Actor | null, act: Act, thing: Ownership = {}): boolean {
  const scope = scopeOf(actor, act);
  return scope === "any" || (scope === "own" && actor !== null && owns(actor, thing));
}

const scopeOf = (actor: Actor | null, act: Act): Scope | null => {
  const row: Partial<Record<Role | "public", Scope>> = PERMISSIONS[act];
  return row[actor?.role ?? "public"] ?? null;
};

function owns(actor: Actor, thing: Ownership): boolean {
  const same = (a: string | null, b: string | null | undefined) => a !== null && a === b;
  if (actor.role === "staff") return same(actor.ministryId, thing.ministryId);
  if (actor.role === "clerk") return same(actor.committeeId, thing.committeeId);
  return actor.role === "aide" && same(actor.memberId, thing.memberId);
}
