/** All that the program does by itself. */
import { forgetOldMail } from "./forget-mail.ts";
import type { Job } from "./job.ts";
import { makeEditions } from "./make-late-editions.ts";
import { sendMail } from "./send-mail.ts";

export const EVERY_JOB: readonly Job[] = [sendMail, forgetOldMail, makeEditions];
