/** The password of one's own account. */
import { eq } from "drizzle-orm";
import { logAct } from "./act-log.ts";
import { write } from "./client.ts";
import { accounts } from "./schema.ts";
import { endOthers } from "./sessions.ts";

/** Changes it and ends every session but the one with this token. Answers how many ended. */
export const changePassword = (accountId: string, passwordHash: string, token: string): Promise<number> =>
  write(
    async (tx) => {
      await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
      await logAct(tx, { kind: "password_changed", by: accountId, thing: { kind: "account", id: accountId } });
      return endOthers(tx, accountId, token);
    },
    { silent: true },
  );
