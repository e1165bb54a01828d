import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import {
  DateField,
  ErrorSummary,
  FieldRow,
  FormActions,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { RHYTHMS } from "#app/domain/rhythm.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import type { InputProblem } from "#app/server/debate-fields.ts";
import { notFound } from "#app/server/outcome.ts";
import { allow, work } from "#app/server/visit.ts";
import { dossierStanding, setCoverage, setRhythm, tellDate } from "#db/dossiers.ts";

async function ownDossier(actor: Actor, slug: string | undefined) {
  const standing = await dossierStanding(slug ?? "", today());
  if (!standing) throw notFound();
  allow(actor, "steer_dossier", standing.dossier);
  return standing;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "steer_dossier");
  return { visit, standing: await ownDossier(actor, params.slug) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "steer_dossier");
  const { dossier } = await ownDossier(actor, params.slug);
  const form = await request.formData();
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()])) as Partial<
    Record<string, string>
  >;
  const problems: InputProblem[] = [];
  const day = (field: string, message: string): string => {
    const value = typed[field] ?? "";
    if (!isIsoDay(value)) problems.push({ field, message });
    return value;
  };
  const words = (field: string, message: string): string => {
    const value = typed[field] ?? "";
    if (!value) problems.push({ field, message });
    return value;
  };

  if (typed.doe === "ritme") {
    const from = day("ritme-vanaf", "Vul in vanaf welke dag dit ritme geldt.");
    if (isIsoDay(from) && from > today())
      problems.push({ field: "ritme-vanaf", message: `${dayInWords(from)} moet nog komen. Leg het ritme dan vast.` });
    const source = words("ritme-bron", "Schrijf waar dit is afgesproken, bijvoorbeeld het debat.");
    const perYear = RHYTHMS.find((n) => String(n) === typed["per-jaar"]) ?? null;
    if (problems.length === 0) await setRhythm(actor.accountId, dossier.id, from, perYear, source);
  } else if (typed.doe === "gemeld") {
    const saidOn = day("gemeld-op", "Vul in op welke dag dit aan de Kamer is gemeld.");
    const expected = day("verwacht-op", "Vul in voor welke dag de brief is aangekondigd.");
    const source = words("gemeld-bron", "Schrijf waar dit is gemeld.");
    if (isIsoDay(saidOn) && saidOn > today())
      problems.push({ field: "gemeld-op", message: `${dayInWords(saidOn)} moet nog komen.` });
    if (isIsoDay(saidOn) && isIsoDay(expected) && expected < saidOn)
      problems.push({ field: "verwacht-op", message: "De verwachte dag ligt voor de dag waarop die is gemeld." });
    if (problems.length === 0)
      await tellDate(actor.accountId, dossier.id, saidOn, expected, dayInWords(expected), source);
  } else {
    const from = day("gevolgd-vanaf", "Vul in vanaf welke dag het dossier wordt gevolgd.");
    const until = typed["gevolgd-tot"] ?? "";
    if (until && (!isIsoDay(until) || until < from))
      problems.push({ field: "gevolgd-tot", message: "De laatste dag ligt voor de eerste, of bestaat niet." });
    if (problems.length === 0) await setCoverage(actor.accountId, dossier.id, from, until || null);
  }
  if (problems.length > 0) return data({ typed, problems }, { status: 422 });
  return redirect(`${paths.steerDossier(dossier.slug)}?gedaan=vastgelegd`);
}

export const meta = () => [{ title: pageTitle("Ritme en looptijd") }];

export default function SteerDossier() {
  const { visit, standing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { dossier, context, expected } = standing;
  const rhythm = [...context.rhythm].sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
  const field = (name: string, known: string | null | undefined = undefined) => ({
    name,
    value: answer?.typed[name] ?? known,
    problem: answer?.problems.find((problem) => problem.field === name)?.message,
  });
  return (
    <WorkPage
      visit={visit}
      heading="Ritme en looptijd"
      lead={dossier.name}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.dossier(dossier.slug), label: dossier.name },
      ]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      <p>
        <a href={paths.history("dossier", dossier.id)}>Geschiedenis en correcties</a>
      </p>
      <p>{coverageInWords([standing])}</p>
      <p>
        {expected
          ? `De volgende voortgangsbrief is verwacht op ${dayInWords(expected.day)}.`
          : "Er is geen dag bekend waarop de volgende voortgangsbrief wordt verwacht."}
      </p>
      <section aria-labelledby="ritme">
        <h2 id="ritme">Hoe vaak komt er een voortgangsbrief</h2>
        <form method="post" className="form" noValidate>
          <FieldRow>
            <SelectField
              {...field("per-jaar", String(rhythm?.lettersPerYear ?? ""))}
              label="Brieven per jaar"
              emptyLabel="Geen vast ritme"
              options={RHYTHMS.map((n) => ({ value: String(n), label: String(n) }))}
            />
            <DateField {...field("ritme-vanaf")} label="Vanaf" />
            <TextField {...field("ritme-bron")} label="Waar is dit afgesproken" />
          </FieldRow>
          <FormActions>
            <SubmitButton name="doe" value="ritme">
              Leg het ritme vast
            </SubmitButton>
          </FormActions>
        </form>
      </section>
      <section aria-labelledby="gemeld">
        <h2 id="gemeld">Een datum die aan de Kamer is gemeld</h2>
        <p>Is de Kamer een dag genoemd voor de volgende brief, dan gaat die voor het ritme.</p>
        <form method="post" className="form" noValidate>
          <FieldRow>
            <DateField {...field("gemeld-op")} label="Gemeld op" />
            <DateField {...field("verwacht-op")} label="Verwacht uiterlijk op" />
            <TextField {...field("gemeld-bron")} label="Waar is dit gemeld" />
          </FieldRow>
          <FormActions>
            <SubmitButton name="doe" value="gemeld">
              Leg de datum vast
            </SubmitButton>
          </FormActions>
        </form>
      </section>
      <section aria-labelledby="looptijd">
        <h2 id="looptijd">Van wanneer tot wanneer wordt het dossier gevolgd</h2>
        <form method="post" className="form" noValidate>
          <FieldRow>
            <DateField {...field("gevolgd-vanaf", context.coverage?.from)} label="Vanaf" />
            <DateField
              {...field("gevolgd-tot", context.coverage?.until)}
              label="Tot en met"
              optional
              hint="Leeg: wordt nog gevolgd"
            />
          </FieldRow>
          <FormActions>
            <SubmitButton name="doe" value="looptijd">
              Leg de looptijd vast
            </SubmitButton>
          </FormActions>
        </form>
      </section>
    </WorkPage>
  );
}
