/** A committee sent a reminder to a ministry: to each of its staff, with the letter. */
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import type { Message } from "#app/domain/mail.ts";
import { message } from "./message.ts";

/**
 * @param counts how many of each group, in words
 * @param address the whole address of the page for answering, which opens after signing in
 */
export const reminder = ({
  name,
  number,
  committee,
  asOf,
  counts,
  address,
}: {
  name: string;
  number: string;
  committee: string;
  asOf: IsoDay;
  counts: string;
  address: string;
}): Message =>
  message(`Rappel ${number} van de ${committee}`, name, [
    `De griffie van de ${committee} stuurt uw ministerie een rappel: de toezeggingen die op ${dayInWords(asOf)} openstonden. Het zijn er ${counts}.`,
    "De brief zit bij dit bericht. U kunt per toezegging antwoorden op deze pagina:",
    address,
    "Een antwoord verandert nog niets in het register: de griffie neemt het over, of laat u weten waarom niet.",
  ]);
