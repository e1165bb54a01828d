/** A list of as many rows as one likes, invented: the same number gives the same list. */
const OFFICE = "Minister van Voorbeelden (bewindspersoon X)";
const TERMS = ["voor het zomerreces", "uiterlijk 1 december 2024", "in het najaar van 2024", "zo spoedig mogelijk", ""];
const STATUSES = ["openstaand", "in behandeling", "afgedaan", "deels", ""];

/** `changed` rows say something else in their title, as a list of a year later does. */
export function longList(rows: number, { changed = 0 } = {}): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const debate = at % 200;
    const day = `${1 + (debate % 28)}-${1 + (debate % 12)}-2024`;
    const title = `Verzonnen toezegging ${at}${at < changed ? " (aangescherpt)" : ""}`;
    const status = STATUSES[at % STATUSES.length];
    return [
      `L-${at}`,
      title,
      `De minister laat weten hoe het staat met onderwerp ${at} van deze verzonnen lijst, en stuurt daarover een brief.`,
      day,
      `Commissiedebat ${debate}`,
      OFFICE,
      at % 3 === 0 ? "Kamerlid A (Fractie A)" : "",
      "Voorbeeld: digitale loketten",
      TERMS[at % TERMS.length],
      status,
      status === "afgedaan" ? "1-3-2025" : "",
    ].join(";");
  });
  return [
    "Verzonnen lijst: niemand heeft dit toegezegd.",
    "Kenmerk;Titel;Omschrijving;Datum toezegging;Debat;Bewindspersoon;Aan wie;Dossier;Termijn;Status;Datum afdoening",
    ...lines,
  ].join("\n");
}
