import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, FormActions, HiddenField, SubmitButton, TextField } from "#app/components/form.tsx";
import { RecessFields } from "#app/components/recess-fields.tsx";
import { homeOf, WorkPage } from "#app/components/work-page.tsx";
import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import { RECESS_WORDS, type Recess, type RecessProblem } from "#app/domain/recess.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { recessIn, typedRecess } from "#app/server/recess-input.ts";
import { typedIn } from "#app/server/reference-page.ts";
import { work } from "#app/server/visit.ts";
import { correctRecess, recessById, takeBackRecess } from "#db/recesses.ts";

const nameOf = ({ name, start, chamber }: Recess): string =>
  `${RECESS_WORDS[name]} ${start.slice(0, 4)} (${CHAMBER_WORDS[chamber]})`;

async function askedRecess(id: string | undefined) {
  const found = await recessById(id ?? "");
  if (!found) throw notFound();
  return found;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit } = await work(request, "administer");
  const { recess, seen } = await askedRecess(params.id);
  return { visit, heading: nameOf(recess), typed: typedRecess(recess), seen };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "administer");
  await askedRecess(params.id);
  const typed = await typedIn(request);
  const id = params.id ?? "";
  const refuse = (problems: { field: string; message: string }[]) => data({ typed, problems }, { status: 422 });
  const isTaken = typed.doe === "terug";
  const reason = typed[isTaken ? "reden-terug" : "reden"] ?? "";
  const unsaid = reason ? [] : [{ field: isTaken ? "reden-terug" : "reden", message: "Schrijf waarom." }];
  const { recess, problems } = recessIn(typed);
  const wrong = [...(isTaken ? [] : problems), ...unsaid];
  if (wrong.length > 0) return refuse(wrong);
  const seen = Number(typed.gezien);
  const kept = isTaken
    ? await takeBackRecess(actor.accountId, id, seen, reason)
    : await correctRecess(actor.accountId, id, { recess, seen, reason });
  if (kept.done) return redirect(`${paths.recesses}?gedaan=vastgelegd&termijnen=${kept.dated}`);
  if (kept.because === "gone") throw notFound();
  if (kept.because === "wrong") return refuse(kept.problems);
  const message = `Een collega veranderde dit intussen in: ${kept.now.start} tot en met ${kept.now.end}, ${kept.now.basis}. Wat u typte staat er nog.`;
  return refuse([{ field: "start", message }]);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found?.heading ?? "Reces") }];

export default function RecessPage() {
  const { visit, heading, typed, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problemOf = (name: string) => answer?.problems.find(({ field }) => field === name)?.message;
  return (
    <WorkPage
      visit={visit}
      heading={heading}
      lead="Wat hier stond blijft in de geschiedenis. Een termijn die al een datum had toen hij werd vastgelegd, houdt die datum; wat op dit reces wachtte, schuift mee."
      breadcrumbs={[homeOf(visit), { href: paths.recesses, label: "Recessen" }]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      <section aria-labelledby="verbeteren">
        <h2 id="verbeteren">Verbeteren</h2>
        <form method="post" className="form" noValidate>
          <HiddenField name="gezien" value={String(seen)} />
          <RecessFields
            typed={answer?.typed.doe === "verbeter" ? answer.typed : typed}
            problems={(answer?.problems ?? []) as RecessProblem[]}
          />
          <TextField
            name="reden"
            label="Waarom klopte het niet"
            value={answer?.typed.reden}
            problem={problemOf("reden")}
            maxLength={500}
          />
          <FormActions>
            <SubmitButton name="doe" value="verbeter">
              Leg de verbetering vast
            </SubmitButton>
          </FormActions>
        </form>
      </section>
      <section aria-labelledby="terugnemen">
        <h2 id="terugnemen">Terugnemen</h2>
        <p>Was er geen reces, neem de regel dan terug. Wat erop wachtte, wacht dan weer.</p>
        <form method="post" className="form" noValidate>
          <HiddenField name="gezien" value={String(seen)} />
          <TextField
            name="reden-terug"
            label="Waarom klopt de regel niet"
            value={answer?.typed["reden-terug"]}
            problem={problemOf("reden-terug")}
            maxLength={500}
          />
          <FormActions>
            <SubmitButton variant="danger" name="doe" value="terug">
              Neem terug
            </SubmitButton>
          </FormActions>
        </form>
      </section>
    </WorkPage>
  );
}
