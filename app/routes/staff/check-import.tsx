import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
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
import type { Actor } from "#app/domain/permissions.ts";
import { letterFindings } from "#app/domain/reading/letter-findings.ts";
import { readLetterText } from "#app/domain/reading/sections.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { letterFacts, letterInput, problemsInLetter, proposedInput } from "#app/server/letter-input.ts";
import { notFound } from "#app/server/outcome.ts";
import { work } from "#app/server/visit.ts";
import { dropImport, importById, receiveLetter } from "#db/letters.ts";
import { recessList, referenceLists } from "#db/reference.ts";

/** What came in belongs to who brought it in. */
async function ownImport(actor: Actor, id: string | undefined) {
  const found = await importById(id ?? "");
  if (!found || found.accountId !== actor.accountId) throw notFound();
  return found;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  const found = await ownImport(actor, params.id);
  const { dossiers } = await referenceLists();
  return {
    visit,
    decodedFrom: found.decodedFrom,
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
  const { problems, asks } = await problemsInLetter(input, found, actor);
  if (problems.length > 0 || asks.length > 0) return data({ input, problems, asks }, { status: 422 });
  const facts = letterFacts(input, found, actor);
  const findings = letterFindings(facts.passages, {
    date: facts.date,
    chamber: facts.chamber,
    recesses: await recessList(),
  });
  const { id, wasThere } = await receiveLetter(actor.accountId, found.id, facts, findings);
  return redirect(`${paths.review(id)}?gedaan=${wasThere ? "brief-was-er" : "brief-binnen"}`);
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const meta = () => [{ title: pageTitle("Brief controleren") }];

export default function CheckImport() {
  const { visit, decodedFrom, proposed, letter, dossiers } = useLoaderData<typeof loader>();
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
        {answer && answer.asks.length > 0 && <CheckboxField name="klopt" label="Ja, dit klopt zo" />}
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
