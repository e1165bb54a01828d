/** To whom something was promised, as people type it: `Lid A (Fractie B); Fractie C`. */
import { type CorrectionNames, nameIn } from "./correction-names.ts";
import { bareName, isTheChamber, sameName, splitBrackets, splitNames } from "./names.ts";
import type { Chamber } from "./recess.ts";

interface Addressees {
  memberIds: string[];
  groupIds: string[];
}

const memberInWords = (id: string, { members, groups }: CorrectionNames): string => {
  const member = members.find((row) => row.id === id);
  const group = nameIn(groups, member?.groupId ?? null);
  return member ? (group ? `${member.name} (${group})` : member.name) : "";
};

/** As it is typed. */
export function askAddressees(value: unknown, names: CorrectionNames): string {
  const { memberIds, groupIds } = value as Addressees;
  return [
    ...memberIds.map((id) => memberInWords(id, names)),
    ...groupIds.map((id) => nameIn(names.groups, id) ?? ""),
  ].join("; ");
}

export const showAddressees = (value: unknown, names: CorrectionNames): string =>
  askAddressees(value, names) || "de Kamer";

/** Members and groups by their names; a name that no list holds, or that may be two people, is a problem. */
export function readAddressees(
  typed: string,
  { members, groups }: CorrectionNames,
  chamber: Chamber,
): { value: Addressees } | { problem: string } {
  const memberIds: string[] = [];
  const groupIds: string[] = [];
  for (const name of splitNames(typed).filter((one) => !isTheChamber(one))) {
    const { before, inBrackets } = splitBrackets(bareName(name));
    const group = inBrackets ? groups.find((row) => sameName(row.name, inBrackets)) : null;
    const called = members.filter(
      (row) =>
        row.chamber === chamber && sameName(row.name, before) && (inBrackets === null || row.groupId === group?.id),
    );
    const [member, another] = called;
    const asGroup = inBrackets === null ? groups.find((row) => sameName(row.name, before)) : undefined;
    if (another)
      return { problem: `Er is meer dan één ${before} in de lijst. Schrijf de fractie erachter, tussen haakjes.` };
    if (member) memberIds.push(member.id);
    else if (asGroup) groupIds.push(asGroup.id);
    else return { problem: `${name} staat niet in de lijst van leden en fracties van deze Kamer.` };
  }
  return { value: { memberIds: [...new Set(memberIds)], groupIds: [...new Set(groupIds)] } };
}
