import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import {
  DateField,
  ErrorSummary,
  FieldRow,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
} from "#app/components/form.tsx";
import { type PackLine, PackPart, packLines } from "#app/components/pack-part.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { letterInBrief } from "#app/domain/annex-place.ts";
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import { packForFrom, packForInUrl, standingInBrief, termInBrief } from "#app/domain/debate-pack.ts";
import { filterFrom } from "#app/domain/filter.ts";
import { fitted } from "#app/domain/pack-fit.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths, registerPath } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import { visit } from "#app/server/visit.ts";
import { type DebatePack, debatePack, packChoices, publicMoment, type Shift } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  const asked = new URL(request.url).searchParams;
  const typed = { to: asked.get("voor") ?? "", on: asked.get("datum") || visitor.asOf };
  const to = packForFrom(typed.to);
  const isDay = isIsoDay(typed.on);
  const problems = [
    ...(typed.to !== "" && !to ? [unknown] : []),
    ...(isDay ? [] : [{ field: "datum", message: "Dit is geen datum die bestaat. Kies een dag." }]),
  ];
  const moment = await publicMoment(isDay && typed.on < today() ? typed.on : today());
  const pack = to && isDay ? await debatePack(to, typed.on, moment) : null;
  const found = to && isDay && !pack ? [...problems, unknown] : problems;
  const answer = {
    visit: visitor,
    typed,
    problems: found,
    choices: await packChoices(await publicMoment(today())),
    pack: pack && to && { ...pack, to },
  };
  return data(answer, { status: found.length > 0 ? 422 : 200 });
}

const unknown = { field: "voor", message: "Dit dossier, deze commissie of dit ambt is er niet. Kies uit de lijst." };

const HEADING = "Debatpakket";
const headingOf = (name: string | undefined) => (name ? `${HEADING}: ${name}` : HEADING);

export const meta = ({ data: loaded }: { data?: { pack: { name: string } | null } }) => [
  { title: pageTitle(headingOf(loaded?.pack?.name)) },
];

export default function DebatePackPage() {
  const { visit: visitor, typed, problems, choices, pack } = useLoaderData<typeof loader>();
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <PublicPage
      visit={visitor}
      heading={headingOf(pack?.name)}
      lead={
        pack
          ? asOfInWords(typed.on, pack)
          : "Wat u op twee velletjes meeneemt naar een debat: wat openstaat, wat te laat is en wat er sinds het vorige debat kwam."
      }
      timeless
      wide
      isInvented={pack?.isInvented}
      help={pack?.showsHelp}
    >
      <ErrorSummary problems={problems} />
      <form method="get" className="form not-printed" noValidate>
        {visitor.asOf !== visitor.today && <HiddenField name="peildatum" value={visitor.asOf} />}
        <FieldRow>
          <SelectField
            name="voor"
            label="Voor"
            emptyLabel="Kies een dossier, commissie of ambt"
            value={typed.to}
            problem={problemOf("voor")}
            options={[
              ...options("dossier", "Dossiers", choices.dossiers),
              ...options("committee", "Commissies", choices.committees),
              ...options("office", "Ambten", choices.offices),
            ]}
          />
          <DateField name="datum" label="Dag van het debat" value={typed.on} problem={problemOf("datum")} />
        </FieldRow>
        <FormActions>
          <SubmitButton>Maak het pakket</SubmitButton>
        </FormActions>
      </form>
      {pack && (
        <Pack
          pack={pack}
          origin={visitor.origin}
          link={linker({ asOf: pack.asOf, today: visitor.today, knownAt: null })}
        />
      )}
    </PublicPage>
  );
}

const options = (kind: "dossier" | "committee" | "office", group: string, rows: { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: packForInUrl({ kind, id }), label: name, group }));

/** Things stand as on the day of the debate or, while that is still to come, as they do today. */
const asOfInWords = (on: string, { asOf }: Pick<DebatePack, "asOf">): string =>
  on > asOf
    ? `Debat op ${dayInWords(on)}. Die dag moet nog komen: dit is de stand van ${dayInWords(asOf)}.`
    : `Stand op ${dayInWords(asOf)}.`;

type Shown = DebatePack & { to: Parameters<typeof packForInUrl>[0] };

function Pack({ pack, origin, link }: { pack: Shown; origin: string; link: Linker }) {
  const { open, promised, letters, shifts, lastDebates, since, showsHelp, isInvented } = pack;
  const sinceWhen = lastDebates.length > 0 ? "sinds het vorige debat" : `sinds ${dayInWords(since)}`;
  const parts = [
    { share: 45, lines: open.map((row) => openLine(row, link)) },
    { share: 25, lines: promised.map((row) => promisedLine(row, link)) },
    { share: 15, lines: letters.map((row) => letterLine(row, link)) },
    { share: 15, lines: shifts.map((row) => shiftLine(row, link)) },
  ];
  const counts = fitted(
    parts.map(({ share, lines }) => ({ share, rows: lines.map(packLines) })),
    { help: showsHelp, invented: isInvented },
  );
  const part = (at: number, href: string) => {
    const lines = parts[at]?.lines ?? [];
    const shown = counts[at] ?? 0;
    const more = lines.length > shown ? { count: lines.length - shown, where: origin + href, href } : null;
    return { lines: lines.slice(0, shown), more };
  };
  const [debate] = lastDebates;
  return (
    <div className="pack">
      <Figures pack={pack} since={sinceWhen} />
      <PackPart
        id="open"
        heading={`Staat open (${open.length})`}
        labels={["Nummer", "Toezegging", "Termijn"]}
        empty="Er staat niets open."
        note={open.length > 1 && "Wat het langst te laat is eerst, daarna wat het eerst moet komen."}
        {...part(0, registerOf(pack, link))}
      />
      {debate ? (
        <PackPart
          id="toegezegd"
          heading={`Toegezegd in het vorige debat (${promised.length})`}
          labels={["Nummer", "Toezegging", "Hoe het staat"]}
          empty="In dat debat is volgens het register niets toegezegd."
          note={<LastDebates debates={lastDebates} link={link} />}
          {...part(1, link(paths.debate(debate.id)))}
        />
      ) : (
        <p className="pack-note">
          Het register kent geen eerder debat. Brieven en termijnen staan er daarom bij vanaf een halve jaar terug.
        </p>
      )}
      <PackPart
        id="brieven"
        heading={`Brieven ${sinceWhen} (${letters.length})`}
        labels={["Binnen", "Brief", "Kamerstuk"]}
        empty="Er kwam geen brief."
        {...part(2, link(pack.dossier ? `${paths.dossier(pack.dossier.slug)}#brieven` : paths.letters))}
      />
      <PackPart
        id="verschoven"
        heading={`Termijnen die verschoven ${sinceWhen} (${shifts.length})`}
        labels={["Nummer", "Toezegging", "Van en naar"]}
        empty="Er is geen termijn verschoven."
        {...part(3, compareOf(pack))}
      />
    </div>
  );
}

/** The numbers first: what one wants to have said within a minute. */
function Figures({ pack: { open, letters, shifts }, since }: { pack: Shown; since: string }) {
  const count = (is: (row: (typeof open)[number]) => boolean) => open.filter(is).length;
  const figures = [
    { value: open.length, label: open.length === 1 ? "staat open" : "staan open", isLate: false },
    { value: count(({ standing }) => standing.late), label: "daarvan te laat", isLate: true },
    { value: count(({ standing }) => standing.withoutTerm), label: "zonder termijn", isLate: false },
    { value: letters.length, label: `${letters.length === 1 ? "brief" : "brieven"} ${since}`, isLate: false },
    {
      value: shifts.length,
      label: `${shifts.length === 1 ? "termijn" : "termijnen"} verschoven ${since}`,
      isLate: false,
    },
  ];
  return (
    <ul className="pack-figures">
      {figures.map(({ value, label, isLate }) => (
        <li key={label} className={isLate && value > 0 ? "pack-figure--late" : undefined}>
          <strong>{value}</strong> {label}
        </li>
      ))}
    </ul>
  );
}

const LastDebates = ({ debates, link }: { debates: DebatePack["lastDebates"]; link: Linker }) => (
  <>
    {debates.slice(0, 2).map(({ id, title, date, paper }, at) => (
      <span key={id}>
        {at > 0 && "; "}
        <a href={link(paths.debate(id))}>{title}</a> (<Day of={date} />
        {paper && `, ${paper}`})
      </span>
    ))}
    {debates.length > 2 && ` en nog ${debates.length - 2} op die dag`}
  </>
);

function openLine({ id, number, title, standing }: DebatePack["open"][number], link: Linker): PackLine {
  const part = standing.status === "partly_met" ? "rest: " : "";
  return {
    key: id,
    lead: number,
    text: title,
    href: link(paths.commitment(number)),
    aside: part + termInBrief(standing),
    isLate: standing.late,
  };
}

const promisedLine = ({ id, number, title, standing }: DebatePack["promised"][number], link: Linker): PackLine => ({
  key: id,
  lead: number,
  text: title,
  href: link(paths.commitment(number)),
  aside: standingInBrief(standing),
  isLate: standing.late,
});

const letterLine = ({ id, title, day, paper }: DebatePack["letters"][number], link: Linker): PackLine => ({
  key: id,
  lead: <Day of={day} />,
  text: title,
  href: link(paths.letter(id)),
  aside: paper ?? "",
});

const shiftLine = ({ before, after, told }: Shift, link: Linker): PackLine => ({
  key: after.id,
  lead: after.number,
  text: `${after.title}; ${toldInWords(told)}`,
  href: link(paths.commitment(after.number)),
  aside: `van ${deadlineInBrief(before)} naar ${deadlineInBrief(after)}`,
});

function toldInWords(told: Shift["told"]): string {
  switch (told?.kind) {
    case "letter":
      return letterInBrief(told.letter);
    case "decision":
      return `besluit van de commissie op ${dayInWords(told.on)}`;
    case "list":
      return `lijst van het ministerie van ${dayInWords(told.on)}`;
    default:
      return "de dag volgt uit de kalender";
  }
}

const deadlineInBrief = ({ standing: { deadline } }: Shift["after"]): string =>
  deadline.latest ? dayInWords(deadline.latest) : deadlineInWords(deadline);

/** The whole list: of a dossier or committee itself, of an office that of its ministry, which the register filters by. */
function registerOf({ to, dossier, ministryId }: Shown, link: Linker): string {
  const open = filterFrom(new URLSearchParams("status=openstaand&status=deels-voldaan"));
  return registerPath(link, {
    ...open,
    dossier: dossier?.slug ?? null,
    committee: to.kind === "committee" ? to.id : null,
    ministry: ministryId,
  });
}

function compareOf({ since, asOf, dossier }: Shown): string {
  const query = new URLSearchParams({ van: since, tot: asOf, ...(dossier && { dossier: dossier.slug }) });
  return `${paths.compare}?${query}`;
}
