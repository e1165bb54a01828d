import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Day } from "#app/components/day.tsx";
import {
  CheckboxField,
  DateField,
  ErrorSummary,
  FieldRow,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/components/form.tsx";
import { LetterTextView } from "#app/components/letter-text.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { type Actor, may } from "#app/domain/permissions.ts";
import { letterFindings } from "#app/domain/reading/letter-findings.ts";
import { readLetterText } from "#app/domain/reading/sections.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { letterFacts, letterInput, problemsInLetter, proposedInput } from "#app/server/letter-input.ts";
import { notFound } from "#app/server/outcome.ts";
import { work } from "#app/server/visit.ts";
import { dropImport, importById, letterById, letterOfOriginal, receiveLetter } from "#db/letters.ts";
import { recessList, referenceLists } from "#db/reference.ts";

/** What came in belongs to who brought it in. Once a letter was made of it, a second click or the way back leads there. */
async function ownImport(actor: Actor, id = "") {
  const found = await importById(id);
  if (found?.accountId === actor.accountId) return found;
  const made = found ? null : await letterById(id);
  if (made && may(actor, "review", made)) throw redirect(`${paths.review(made.id)}?gedaan=brief-binnen`);
  throw notFound();
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  const found = await ownImport(actor, params.id);
  const { dossiers } = await referenceLists();
  return {
    visit,
    decodedFrom: found.decodedFrom,
    known: await letterOfOriginal(found.originalSha256),
    proposed: proposedInput(found),
    letter: readLetterText(found.text),
    dossiers: dossiers
      .filter(({ ministryId }) => ministryId === actor.ministryId)
      .map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const found = await ownImport(actor, params.id);
  const form = await request.formData();
  if (form.get("doe") === "weg") {
    await dropImport(found.id);
    return redirect(`${paths.importLetter}?gedaan=weggehaald`);
  }
  const input = letterInput(form);
  const { problems, asks, asked } = await problemsInLetter(input, found, actor);
  if (problems.length > 0 || asks.length > 0) return data({ input, problems, asks, asked }, { status: 422 });
  const facts = letterFacts(input, found, actor);
  const findings = letterFindings(facts.passages, {
    date: facts.date,
    chamber: facts.chamber,
    recesses: await recessList(),
  });
  const known = await receiveLetter(actor.accountId, found.id, facts, findings);
  if (!known || known.id === found.id) return redirect(`${paths.review(found.id)}?gedaan=brief-binnen`);
  if (may(actor, "review", known)) return redirect(`${paths.review(known.id)}?gedaan=brief-was-er`);
  // Of another ministry: there is no review to go to. The page tells which letter it is.
  return data({ input, problems, asks, asked }, { status: 422 });
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const meta = () => [{ title: pageTitle("Brief controleren") }];

export default function CheckImport() {
  const { visit, decodedFrom, known, proposed, letter, dossiers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const input = answer?.input ?? proposed;
  const problemOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.message;
  const footnotes = letter.passages.reduce((sum, { footnotes: notes }) => sum + notes.length, 0);
  return (
    <WorkPage
      visit={visit}
      heading="Brief controleren"
      lead="Dit las het register in de brief. Verbeter wat niet klopt. Na het opnemen is de brief openbaar te lezen."
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.importLetter, label: "Brief inlezen" },
      ]}
    >
      <ErrorSummary
        problems={[
          ...(answer?.problems ?? []),
          ...(answer?.asks ?? []).map((message) => ({ field: "klopt", message })),
        ]}
      />
      {known && (
        <Alert tone="warning">
          Deze brief is al opgenomen: <a href={paths.letter(known.id)}>{known.title}</a>, <Day of={known.date} />. Een
          brief staat één keer in het register. Wat u hieronder invulde is niet gebruikt.
        </Alert>
      )}
      {decodedFrom && (
        <Alert tone="warning">
          Dit bestand was niet in UTF-8 opgeslagen. We hebben het gelezen als {decodedFrom}. Kijk hieronder of letters
          met accenten en aanhalingstekens kloppen.
        </Alert>
      )}
      <form method="post" className="form" noValidate>
        <TextField name="titel" label="Titel" value={input.title} problem={problemOf("titel")} />
        <FieldRow>
          <DateField name="datum" label="Datum van de brief" value={input.date} problem={problemOf("datum")} />
          <DateField
            name="ontvangen"
            label="Door de Kamer ontvangen"
            optional
            hint="Leeg: op de datum van de brief"
            value={input.receivedOn}
            problem={problemOf("ontvangen")}
          />
          <SelectField
            name="soort"
            label="Soort"
            value={input.kind}
            options={[
              { value: "progress", label: "voortgangsbrief" },
              { value: "other", label: "andere brief" },
            ]}
          />
          <SelectField
            name="kamer"
            label="Aan"
            value={input.chamber}
            options={[
              { value: "TK", label: "Tweede Kamer" },
              { value: "EK", label: "Eerste Kamer" },
            ]}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            name="afzender"
            label="Afzender"
            optional
            hint="Zoals ondertekend: ambt, naam"
            value={input.sender}
          />
          <TextField
            name="stuk"
            label="Nummer van het Kamerstuk"
            optional
            hint="Zoals 32 500 VI, nr. 75"
            value={input.paper}
            problem={problemOf("stuk")}
          />
          <SelectField
            name="dossier"
            label="Dossier"
            emptyLabel="Kies een dossier"
            options={dossiers}
            value={input.dossier}
            problem={problemOf("dossier")}
          />
        </FieldRow>
        {answer && answer.asks.length > 0 && (
          <>
            <HiddenField name="gevraagd" value={answer.asked} />
            <CheckboxField name="klopt" label="Ja, dit klopt zo" />
          </>
        )}
        <FormActions>
          <SubmitButton>Neem de brief op</SubmitButton>
        </FormActions>
      </form>
      <form method="post" className="form">
        <HiddenField name="doe" value="weg" />
        <SubmitButton variant="subtle">Niet opnemen, haal deze brief weg</SubmitButton>
      </form>
      <section aria-labelledby="tekst">
        <h2 id="tekst">De tekst zoals gelezen</h2>
        <p>
          {counted(letter.passages.filter(({ kind }) => kind === "heading").length, "kopje", "kopjes")},{" "}
          {counted(letter.passages.filter(({ kind }) => kind === "paragraph").length, "alinea", "alinea's")},{" "}
          {counted(footnotes, "voetnoot", "voetnoten")}.
        </p>
        <LetterTextView passages={letter.passages} notes={{}} footnotePrefix="noot" />
      </section>
    </WorkPage>
  );
}
