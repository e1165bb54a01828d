/** Forgets what was written, and to whom, a month after it was settled. */
import { now } from "#app/server/clock.ts";
import { forgetMail } from "#db/mail-queue.ts";
import type { Job } from "./job.ts";

const MONTH = 30 * 24 * 3_600_000;

export const forgetOldMail: Job = {
  name: "forget-mail",
  every: 3600,
  async run() {
    const count = await forgetMail(new Date(Date.parse(now()) - MONTH).toISOString());
    return `Van ${count} ${count === 1 ? "bericht" : "berichten"} zijn adres en tekst vergeten.`;
  },
};
