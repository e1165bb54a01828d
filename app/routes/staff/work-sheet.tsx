import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Empty } from "#app/components/empty.tsx";
import { DateField, ErrorSummary, FormActions, SelectField, SubmitButton } from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import type { InputProblem } from "#app/server/debate-fields.ts";
import { notFound } from "#app/server/outcome.ts";
import { allow, work } from "#app/server/visit.ts";
import { staffOf } from "#db/accounts.ts";
import {
  assignOwner,
  awaitedEventOf,
  commitmentById,
  enterAwaitedDay,
  ownerOf,
  ownershipOf,
  standingOfCommitment,
} from "#db/commitments.ts";

/** Published or not: for who may edit it. */
async function ownCommitment(actor: Actor, id: string | undefined) {
  const commitment = await commitmentById(id ?? "");
  if (!commitment) throw notFound();
  const owner = await ownershipOf(commitment, today());
  allow(actor, "register", owner);
  return { commitment, mayPlan: may(actor, "own_planning", owner), maySteer: may(actor, "steer_dossier", owner) };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const { commitment, mayPlan, maySteer } = await ownCommitment(actor, params.id);
  const asOf = today() > commitment.madeOn ? today() : commitment.madeOn;
  return {
    visit,
    commitment,
    mayPlan,
    maySteer,
    standing: await standingOfCommitment(commitment.id, asOf),
    colleagues: mayPlan && actor.ministryId ? await staffOf(actor.ministryId) : [],
    owner: mayPlan ? await ownerOf(commitment.id) : null,
    awaited: await awaitedEventOf(commitment.id),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  const { commitment, mayPlan, maySteer } = await ownCommitment(actor, params.id);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const typed = { account: text("dossierhouder"), internal: text("eigen-datum"), happened: text("gebeurd") };
  const refuse = (problem: InputProblem) => data({ typed, problems: [problem] }, { status: 422 });

  if (form.get("doe") === "gebeurd") {
    if (!maySteer) throw notFound();
    const awaited = await awaitedEventOf(commitment.id);
    if (!awaited) throw notFound();
    if (!isIsoDay(typed.happened)) return refuse({ field: "gebeurd", message: "Vul de dag in waarop het is gebeurd." });
    if (typed.happened > today())
      return refuse({ field: "gebeurd", message: `${dayInWords(typed.happened)} moet nog komen.` });
    await enterAwaitedDay(actor.accountId, { id: awaited.id, what: awaited.words }, typed.happened);
  } else {
    if (!mayPlan || !actor.ministryId) throw notFound();
    const colleagues = await staffOf(actor.ministryId);
    if (typed.account && !colleagues.some(({ id }) => id === typed.account))
      return refuse({ field: "dossierhouder", message: "Kies iemand van uw eigen ministerie." });
    if (typed.internal && !isIsoDay(typed.internal))
      return refuse({
        field: "eigen-datum",
        message: "Dit is geen dag die bestaat. Laat het leeg als er geen eigen datum is.",
      });
    await assignOwner(commitment.id, typed.account || null, typed.internal || null);
  }
  return redirect(`${paths.workSheet(commitment.id)}?gedaan=vastgelegd`);
}

export const meta = () => [{ title: pageTitle("Werkblad") }];

export default function WorkSheet() {
  const { visit, commitment, mayPlan, maySteer, standing, colleagues, owner, awaited } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problemOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.message;
  return (
    <WorkPage
      visit={visit}
      heading="Werkblad"
      lead={commitment.title}
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      {commitment.number ? (
        <p>
          <a href={paths.commitment(commitment.number)}>{commitment.number}: de openbare pagina</a>
        </p>
      ) : (
        <p>
          Dit is een concept. <a href={paths.draftDebate(commitment.originId)}>Naar het concept</a>
        </p>
      )}
      {standing && (
        <p>
          <StandingBadge standing={standing} /> termijn: {deadlineInWords(standing.deadline)}
        </p>
      )}
      {mayPlan && (
        <section aria-labelledby="houder">
          <h2 id="houder">Dossierhouder</h2>
          <p>Alleen uw eigen ministerie ziet dit.</p>
          <form method="post" className="form" noValidate>
            <SelectField
              name="dossierhouder"
              label="Wie schrijft het antwoord"
              emptyLabel="Niemand"
              value={answer?.typed.account ?? owner?.accountId ?? ""}
              options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              problem={problemOf("dossierhouder")}
            />
            <DateField
              name="eigen-datum"
              label="Eigen datum"
              optional
              value={answer?.typed.internal ?? owner?.internalDate}
              problem={problemOf("eigen-datum")}
            />
            <FormActions>
              <SubmitButton>Bewaar</SubmitButton>
            </FormActions>
          </form>
        </section>
      )}
      <section aria-labelledby="wacht-op">
        <h2 id="wacht-op">Waar de termijn op wacht</h2>
        {!awaited && <Empty>De termijn wacht niet op iets waarvan u de dag kunt invullen.</Empty>}
        {awaited && (
          <p>
            “{awaited.words}”
            {awaited.happenedOn
              ? `: gebeurd op ${dayInWords(awaited.happenedOn)}.`
              : ": daarvan is de dag nog niet ingevuld."}
          </p>
        )}
        {awaited && !awaited.happenedOn && maySteer && (
          <form method="post" className="form" noValidate>
            <DateField
              name="gebeurd"
              label="Gebeurd op"
              value={answer?.typed.happened}
              problem={problemOf("gebeurd")}
            />
            <FormActions>
              <SubmitButton name="doe" value="gebeurd">
                Vul de dag in
              </SubmitButton>
            </FormActions>
          </form>
        )}
      </section>
    </WorkPage>
  );
}
