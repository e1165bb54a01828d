/** DOMAIN.md, "Who may do what": every role by every act, on what is one's own and on what is another's. */
import { describe, expect, test } from "vitest";
import { type Act, type Actor, may, mayEver, type Ownership, PERMISSIONS, type Role } from "#app/domain/permissions.ts";

/** `own` is the own ministry, committee or member; `-` is never. The first column names the row of DOMAIN.md. */
const TABLE = `
  read            public=any  aide=any  staff=any  clerk=any  admin=any  | read what is published
  follow          public=-    aide=any  staff=any  clerk=any  admin=-    | follow, get mail
  note            public=-    aide=own  staff=own  clerk=own  admin=-    | notes of the own team
  own_member      public=-    aide=own  staff=-    clerk=-    admin=-    | (what was promised to the own member, together)
  desk            public=-    aide=-    staff=any  clerk=any  admin=-    | (the desk of those who keep the register)
  register        public=-    aide=-    staff=own  clerk=own  admin=-    | register, correct, publish
  add_reference   public=-    aide=-    staff=any  clerk=any  admin=any  | add reference data while logging
  steer_dossier   public=-    aide=-    staff=own  clerk=own  admin=-    | rhythm, coverage, told dates, awaited events
  review          public=-    aide=-    staff=own  clerk=-    admin=-    | import letters, confirm links, close a review
  own_planning    public=-    aide=-    staff=own  clerk=-    admin=-    | set and postpone deadlines
  judge           public=-    aide=-    staff=-    clerk=own  admin=-    | judge, lapse, reopen, send reminders
  withdraw        public=-    aide=-    staff=own  clerk=own  admin=-    | withdraw an event
  administer      public=-    aide=-    staff=-    clerk=-    admin=any  | accounts, reference data, settings
  own_account     public=-    aide=any  staff=any  clerk=any  admin=any  | (the password, second factor and sessions of one's own account)
`;

type Asker = Role | "public";
const ASKERS: Asker[] = ["public", "aide", "staff", "clerk", "admin"];

const rows = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [cells = "", domainRow = ""] = line.split("|").map((part) => part.trim());
    const [act = "", ...grants] = cells.split(/\s+/);
    return { act: act as Act, domainRow, grants: new Map(grants.map((grant) => grant.split("=") as [Asker, string])) };
  });

const MINE = { ministryId: "justice", committeeId: "justice committee", memberId: "member 1" };
const THEIRS = { ministryId: "health", committeeId: "health committee", memberId: "member 2" };

const actor = (role: Role, of: Partial<Ownership> = MINE): Actor => ({
  accountId: role,
  name: role,
  role,
  ministryId: role === "staff" ? (of.ministryId ?? null) : null,
  committeeId: role === "clerk" ? (of.committeeId ?? null) : null,
  memberId: role === "aide" ? (of.memberId ?? null) : null,
});
const asking = (asker: Asker): Actor | null => (asker === "public" ? null : actor(asker));

const whatToDo = (asker: Asker, act: Act, domainRow: string) =>
  `${asker} / ${act} differs from DOMAIN.md, "${domainRow}". If that table has changed, change TABLE in this test; ` +
  "if it has not, put PERMISSIONS in app/domain/permissions.ts back.";

const cases = rows.flatMap(({ act, domainRow, grants }) =>
  ASKERS.map((asker) => ({ act, domainRow, asker, grant: grants.get(asker) ?? "missing" })),
);

test("every act has a row here, and every row has its five columns", () => {
  expect(
    rows.map(({ act }) => act),
    "An act was added to or removed from PERMISSIONS: give it a row in TABLE with the row of DOMAIN.md it comes from.",
  ).toEqual(Object.keys(PERMISSIONS));
  for (const { act, grants } of rows) {
    expect([...grants.keys()], `Complete the row ${act} in TABLE.`).toEqual(ASKERS);
    for (const grant of grants.values())
      expect(["any", "own", "-"], `Correct the row ${act} in TABLE.`).toContain(grant);
  }
});

describe("What is one's own:", () => {
  test.each(cases)("$asker, $act: $grant", ({ act, asker, grant, domainRow }) => {
    expect(may(asking(asker), act, MINE), whatToDo(asker, act, domainRow)).toBe(grant !== "-");
    expect(mayEver(asking(asker), act), whatToDo(asker, act, domainRow)).toBe(grant !== "-");
  });
});

describe("What is another's:", () => {
  test.each(cases)("$asker, $act: $grant", ({ act, asker, grant, domainRow }) => {
    expect(may(asking(asker), act, THEIRS), whatToDo(asker, act, domainRow)).toBe(grant === "any");
  });
});

describe("What is nobody's:", () => {
  const nobodys: Ownership[] = [{}, { ministryId: null, committeeId: null, memberId: null }];
  test.each(cases)("$asker, $act: $grant", ({ act, asker, grant, domainRow }) => {
    for (const thing of nobodys) {
      expect(may(asking(asker), act, thing), whatToDo(asker, act, domainRow)).toBe(grant === "any");
    }
    expect(may(asking(asker), act), whatToDo(asker, act, domainRow)).toBe(grant === "any");
  });

  test.each(cases)(
    "$asker without a ministry, committee or member, $act: $grant",
    ({ act, asker, grant, domainRow }) => {
      const stray = asker === "public" ? null : actor(asker, {});
      for (const thing of [...nobodys, MINE]) {
        expect(may(stray, act, thing), whatToDo(asker, act, domainRow)).toBe(grant === "any");
      }
    },
  );
});

describe("Each role owns by one thing only:", () => {
  test.each<[Role, Ownership, boolean]>([
    ["staff", { ministryId: "justice" }, true],
    ["staff", { ministryId: "justice", committeeId: "health committee" }, true],
    ["staff", { ministryId: "health", committeeId: "justice committee" }, false],
    ["staff", { ministryId: "justice committee" }, false],
    ["clerk", { committeeId: "justice committee" }, true],
    ["clerk", { committeeId: "justice committee", ministryId: "health" }, true],
    ["clerk", { committeeId: "health committee", ministryId: "justice" }, false],
    ["aide", { memberId: "member 1" }, true],
    ["aide", { memberId: "member 2", ministryId: "justice", committeeId: "justice committee" }, false],
    ["admin", MINE, false],
  ])("%s and the notes of %j: %s", (role, thing, expected) => {
    const everything: Actor = { ...actor(role), ...MINE };
    expect(may(everything, "note", thing)).toBe(expected);
  });
});
