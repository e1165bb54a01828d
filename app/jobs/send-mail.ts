/** Sends the mail that is due, one message after another. */
import { now } from "#app/server/clock.ts";
import { log } from "#app/server/log.ts";
import { carrier } from "#app/server/mail.ts";
import { claimMail, settleMail } from "#db/mail-queue.ts";
import type { Job } from "./job.ts";

export const sendMail: Job = {
  name: "mail",
  every: 5,
  async run(stop) {
    const carry = carrier();
    if (!carry) return "Er is geen mailserver ingesteld. Berichten wachten.";
    let sent = 0;
    let failed = 0;
    while (!stop.aborted) {
      const mail = await claimMail(now());
      if (!mail) break;
      const outcome = await carry(mail);
      await settleMail(mail, outcome, now());
      if (outcome.sent) sent += 1;
      else failed += 1;
      // What a server answers may name somebody; the administrator reads it, the log does not.
      log.info({ did: outcome.sent ? "sent a message" : "could not send a message" });
    }
    return `${sent} ${sent === 1 ? "bericht" : "berichten"} verstuurd, ${failed} niet gelukt.`;
  },
};
