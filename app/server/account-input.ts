/** An account as an administrator fills it in. */
import type { Role } from "#app/domain/permissions.ts";
import type { Person } from "#db/accounts.ts";
import type { ReferenceLists } from "#db/reference.ts";
import type { InputProblem } from "./debate-fields.ts";

/** What was typed, to stand in the form again. */
export interface TypedAccount {
  name: string;
  email: string;
  role: string;
  ministry: string;
  committee: string;
  member: string;
}

export const typedFrom = ({ name, email, role, ministryId, committeeId, memberId }: Person): TypedAccount => ({
  name,
  email,
  role,
  ministry: ministryId ?? "",
  committee: committeeId ?? "",
  member: memberId ?? "",
});

/** For which role which list says whom somebody works for; an administrator works for nobody. */
const TEAMS = {
  staff: {
    field: "ministry",
    list: "ministries",
    key: "ministryId",
    ask: "Kies het ministerie waarvoor deze medewerker werkt.",
  },
  clerk: { field: "committee", list: "committees", key: "committeeId", ask: "Kies de commissie van deze griffie." },
  aide: { field: "member", list: "members", key: "memberId", ask: "Kies het Kamerlid waarvoor deze medewerker werkt." },
} as const;

const ROLES: readonly string[] = ["staff", "clerk", "aide", "admin"] satisfies Role[];
const isRole = (text: string): text is Role => ROLES.includes(text);

/** One address, without what a mail program would take for more than that. */
export const EMAIL = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/;

/** Lists that a role does not need are not looked at, and whoever gets another role leaves the old team. */
export function accountInput(
  form: FormData,
  lists: ReferenceLists,
): { typed: TypedAccount } & ({ problems: InputProblem[]; person: null } | { problems: []; person: Person }) {
  const field = (name: string) => String(form.get(name) ?? "").trim();
  const typed: TypedAccount = {
    name: field("naam").replace(/\s+/g, " "),
    email: field("email").toLowerCase(),
    role: field("rol"),
    ministry: field("ministerie"),
    committee: field("commissie"),
    member: field("lid"),
  };
  const problems: InputProblem[] = [];
  if (typed.name === "") problems.push({ field: "naam", message: "Vul in hoe deze persoon heet." });
  else if (typed.name.length > 120)
    problems.push({ field: "naam", message: "Deze naam is te lang. Neem hoogstens 120 tekens." });
  if (!EMAIL.test(typed.email) || typed.email.length > 200)
    problems.push({ field: "email", message: "Vul één e-mailadres in, bijvoorbeeld naam@ministerie.example." });
  const person: Person = { name: typed.name, email: typed.email, role: "aide", ...NO_TEAM };
  if (!isRole(typed.role)) problems.push({ field: "rol", message: "Kies een rol." });
  else {
    person.role = typed.role;
    if (typed.role !== "admin") {
      const team = TEAMS[typed.role];
      const chosen = lists[team.list].find(({ id }) => id === typed[team.field]);
      if (chosen) person[team.key] = chosen.id;
      else problems.push({ field: FIELDS[team.field], message: team.ask });
    }
  }
  return problems.length > 0 ? { typed, problems, person: null } : { typed, problems: [], person };
}

const NO_TEAM = { ministryId: null, committeeId: null, memberId: null };

/** How a field is called in the form. */
const FIELDS = { ministry: "ministerie", committee: "commissie", member: "lid" } as const;
