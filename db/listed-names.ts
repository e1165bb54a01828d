/** The names of a list as ids, each looked up or added once: a list names the same few people in thousands of rows. */
import { eq } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { addresseesIn, type ListedMember } from "#app/domain/list-import/listed-names.ts";
import { sameName, splitBrackets } from "#app/domain/names.ts";
import type { Chamber } from "#app/domain/recess.ts";
import type { Db } from "./client.ts";
import {
  addCommittee,
  addDossier,
  addGroup,
  addMember,
  addOffice,
  addOfficeHolder,
  addTopic,
  membersNamed,
  referenceLists,
} from "./reference.ts";
import { debates } from "./schema.ts";

interface Addressees {
  to: { memberIds: string[]; groupIds: string[] };
  committeeId: string | null;
}

export class ListedNames {
  private readonly found = new Map<string, Promise<unknown>>();

  constructor(
    private readonly tx: Db,
    private readonly by: string,
    private readonly ministryId: string,
    /** From when a dossier that is new is followed, by its name in small letters. */
    private readonly firstDays: ReadonlyMap<string, IsoDay>,
  ) {}

  private once<T>(key: string, find: () => Promise<T>): Promise<T> {
    const known = this.found.get(key) as Promise<T> | undefined;
    const finding = known ?? find();
    if (!known) this.found.set(key, finding);
    return finding;
  }

  office(words: string): Promise<{ officeId: string; officeHolderId: string | null }> {
    const { before: office, inBrackets: name } = splitBrackets(words);
    const { ministryId } = this;
    return this.once(`office ${words.toLowerCase()}`, async () =>
      name
        ? addOfficeHolder(this.tx, { office, name, ministryId })
        : { officeId: await addOffice(this.tx, { office, ministryId }), officeHolderId: null },
    );
  }

  dossier(name: string): Promise<string> {
    const key = name.toLowerCase();
    const { ministryId } = this;
    const coveredFrom = this.firstDays.get(key) ?? "";
    return this.once(`dossier ${key}`, () =>
      addDossier(this.tx, this.by, { name, ministryId, committeeId: null, coveredFrom }),
    );
  }

  /** Of a debate that the register has: what is promised in it is promised to that committee. */
  committeeOf(debateId: string): Promise<string | null> {
    return this.once(`debate ${debateId}`, async () => {
      const debate = await this.tx.query.debates.findFirst({ where: eq(debates.id, debateId) });
      return debate?.committeeId ?? null;
    });
  }

  topic(dossierId: string, name: string): Promise<string> {
    return this.once(`topic ${dossierId} ${name.toLowerCase()}`, () => addTopic(this.tx, dossierId, name));
  }

  addressees(words: string, chamber: Chamber): Promise<Addressees> {
    return this.once(`to ${chamber} ${words.toLowerCase()}`, async () => {
      const { members, committee } = addresseesIn(words);
      const to: Addressees["to"] = { memberIds: [], groupIds: [] };
      for (const member of members) await this.add(member, chamber, to);
      return { to, committeeId: committee ? await addCommittee(this.tx, committee, chamber) : null };
    });
  }

  /** A name without brackets is a group where one is called so and no member is. */
  private async add(member: ListedMember, chamber: Chamber, to: Addressees["to"]): Promise<void> {
    const lists = await referenceLists(this.tx);
    const { name, groupName } = member;
    const isGroup =
      !groupName &&
      lists.groups.some((group) => sameName(group.name, name)) &&
      membersNamed(lists, member, chamber).length === 0;
    const ids = isGroup ? to.groupIds : to.memberIds;
    const id = isGroup ? await addGroup(this.tx, name) : await addMember(this.tx, name, groupName, chamber);
    if (!ids.includes(id)) ids.push(id);
  }
}
