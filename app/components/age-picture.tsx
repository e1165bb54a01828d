import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { daysInWords } from "#app/domain/commitment.ts";
import type { AgeBand, OpenAges } from "#app/domain/open-age.ts";
import { OUTCOME_WORDS, TOO_FEW } from "#app/domain/outcome.ts";
import { BarDrawing, PartCounts } from "./bars.tsx";
import { Empty } from "./empty.tsx";
import { DataTable } from "./table.tsx";

const PARTS = ["late", "open", "without_term"] as const;

const totalOf = (band: AgeBand): number => PARTS.reduce((sum, part) => sum + band[part], 0);

const partsOf = (band: Pick<AgeBand, (typeof PARTS)[number]>) =>
  PARTS.filter((part) => band[part] > 0).map((part) => ({
    fill: part,
    label: OUTCOME_WORDS[part].short,
    count: band[part],
  }));

/** How long ago it was promised what is open on a day. */
export function AgePicture({ ages: { n, bands, median, recurring }, asOf }: { ages: OpenAges; asOf: IsoDay }) {
  if (n === 0) return <Empty>Op deze dag staat hier niets open waarvan de leeftijd telt.</Empty>;
  const widest = Math.max(...bands.map(totalOf));
  const all = (part: (typeof PARTS)[number]) => bands.reduce((sum, band) => sum + band[part], 0);
  return (
    <>
      <p>
        Geteld van de dag van de belofte tot {dayInWords(asOf)}, over wat nog niet of deels is voldaan: n&nbsp;=&nbsp;
        {n}. {median === null ? `Geen middelste leeftijd: ${TOO_FEW}.` : `De middelste is ${daysInWords(median)} oud.`}
        {recurring > 0 && ` Daarnaast lopen er ${recurring} zonder einde; hun leeftijd zegt niets en telt niet mee.`}
      </p>
      <PartCounts parts={partsOf({ late: all("late"), open: all("open"), without_term: all("without_term") })} />
      <DataTable
        caption="Hoe lang geleden is beloofd wat openstaat"
        hideCaption
        columns={[
          { key: "label", label: "Zo lang geleden beloofd", rowHeader: true },
          { key: "drawn", label: "Getekend", hideLabel: true },
          ...PARTS.map((part) => ({ key: part, label: capital(OUTCOME_WORDS[part].short), align: "end" as const })),
          { key: "all", label: "Samen", align: "end" },
        ]}
        rows={bands.map((band) => ({
          key: band.label,
          cells: { ...band, drawn: <BarDrawing parts={partsOf(band)} full={widest} />, all: totalOf(band) },
        }))}
      />
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
