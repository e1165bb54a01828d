/** Somebody became the one who writes the answer to a commitment. */
import type { Message } from "#app/domain/mail.ts";
import { message } from "./message.ts";

/**
 * @param commitment what the public knows of it; null for a draft, of which a message says nothing
 * @param address the whole address of its work sheet, which opens after signing in
 */
export const assigned = ({
  name,
  commitment,
  address,
}: {
  name: string;
  commitment: { number: string; title: string } | null;
  address: string;
}): Message =>
  message(
    commitment ? `U bent dossierhouder van toezegging ${commitment.number}` : "U bent dossierhouder van een concept",
    name,
    [
      commitment
        ? `Een collega heeft u dossierhouder gemaakt van toezegging ${commitment.number}: ${commitment.title}.`
        : "Een collega heeft u dossierhouder gemaakt van een toezegging die nog niet is gepubliceerd.",
      "Op het werkblad staat wat er tot nu toe van bekend is:",
      address,
    ],
  );
