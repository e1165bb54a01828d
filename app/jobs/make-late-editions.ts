/** Keeps what is late on each Monday, also on Mondays on which the program was not running. */
import { dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { makeLateEditions } from "#db/late-editions.ts";
import type { Job } from "./job.ts";

export const makeEditions: Job = {
  name: "late-editions",
  every: 300,
  async run(stop) {
    const made = await makeLateEditions(today(), stop);
    return made.length === 0
      ? "Er was geen editie te maken van wat te laat is."
      : `Edities gemaakt van wat te laat was: ${made.map((day) => `maandag ${dayInWords(day)}`).join(", ")}.`;
  },
};
