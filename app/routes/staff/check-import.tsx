import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Day } from "#app/components/day.tsx";
import { ErrorSummary, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { LetterHeadForm } from "#app/components/letter-head-form.tsx";
import { LetterTextView } from "#app/components/letter-text.tsx";
import { ReadingProgress } from "#app/components/reading-progress.tsx";
import { RefusedFile } from "#app/components/refused-file.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { type Actor, may } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { readWaiting } from "#app/server/extract-text/reading-queue.ts";
import { misnamed } from "#app/server/extract-text/refusal-words.ts";
import { progressInWords } from "#app/server/import-words.ts";
import { findingsIn } from "#app/server/letter-findings-in-turns.ts";
import {
  letterFacts,
  letterInput,
  letterOf,
  problemsInLetter,
  proposedInput,
  receivePastedText,
} from "#app/server/letter-input.ts";
import { notFound } from "#app/server/outcome.ts";
import { work } from "#app/server/visit.ts";
import { dropImport, importById } from "#db/imports.ts";
import { letterById, letterOfOriginal, receiveLetter } from "#db/letters.ts";
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
  const { fileName, refusal, progress } = found;
  if (found.state === "waiting" || found.state === "reading") {
    void readWaiting();
    const words = progressInWords(found);
    return { visit, fileName, state: "unread" as const, words, progress };
  }
  if (found.state === "refused") return { visit, fileName, state: "refused" as const, refusal: refusal ?? "" };
  const { dossiers } = await referenceLists();
  return {
    visit,
    fileName,
    state: "read" as const,
    decodedFrom: found.decodedFrom,
    misnamed: misnamed(fileName, found.mediaType),
    known: await letterOfOriginal(found.originalSha256),
    proposed: proposedInput(found),
    letter: letterOf(found),
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
  if (form.get("doe") === "plak" && found.state === "refused") {
    const pasted = String(form.get("tekst") ?? "");
    const problems = await receivePastedText(found.id, pasted);
    if (problems.length > 0) return data({ pasted, problems }, { status: 422 });
  }
  // There is no letter yet, or it was read in another tab: the page tells.
  if (form.get("doe") === "plak" || found.state !== "read") return redirect(paths.checkImport(found.id));
  const input = letterInput(form);
  const { problems, asks, asked } = await problemsInLetter(input, found, actor);
  if (problems.length > 0 || asks.length > 0) return data({ input, problems, asks, asked }, { status: 422 });
  const facts = letterFacts(input, found, actor);
  const findings = await findingsIn(facts.passages, {
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

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const HEADINGS = {
  unread: "De brief wordt gelezen",
  refused: "Dit bestand is niet te lezen",
  read: "Brief controleren",
};

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const meta = ({ data }: MetaArgs<typeof loader>) => [{ title: pageTitle(HEADINGS[data?.state ?? "read"]) }];

export default function CheckImport() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { visit, state, fileName } = found;
  const isPasted = answer !== undefined && "pasted" in answer;
  return (
    <WorkPage
      visit={visit}
      heading={HEADINGS[state]}
      lead={
        state === "read"
          ? "Dit las het register in de brief. Verbeter wat niet klopt. Na het opnemen is de brief openbaar te lezen."
          : fileName
      }
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.importLetter, label: "Brief inlezen" },
      ]}
    >
      {state === "unread" && (
        <ReadingProgress
          {...found}
          address={visit.path}
          what="De brief"
          foundAt={{ href: paths.importLetter, label: "Brief inlezen" }}
          drop="Niet lezen, haal dit bestand weg"
        />
      )}
      {state === "refused" && (
        <RefusedFile
          fileName={fileName}
          refusal={found.refusal}
          pasted={isPasted ? answer.pasted : null}
          problems={isPasted ? answer.problems : []}
        />
      )}
      {state === "read" && <Check found={found} answer={isPasted ? undefined : answer} />}
    </WorkPage>
  );
}

type Checked = Extract<ReturnType<typeof useActionData<typeof action>>, { input: unknown }>;

function Check({ found, answer }: { found: Extract<Loaded, { state: "read" }>; answer?: Checked }) {
  const { decodedFrom, misnamed, known, proposed, letter, dossiers } = found;
  const footnotes = letter.passages.reduce((sum, { footnotes: notes }) => sum + notes.length, 0);
  return (
    <>
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
      {misnamed && <Alert tone="warning">{misnamed}</Alert>}
      {decodedFrom && (
        <Alert tone="warning">
          Dit bestand was niet in UTF-8 opgeslagen. We hebben het gelezen als {decodedFrom}. Kijk hieronder of letters
          met accenten en aanhalingstekens kloppen.
        </Alert>
      )}
      <LetterHeadForm
        input={answer?.input ?? proposed}
        problems={answer?.problems ?? []}
        asked={answer && answer.asks.length > 0 ? answer.asked : null}
        dossiers={dossiers}
      />
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
    </>
  );
}
