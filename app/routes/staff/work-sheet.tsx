import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Empty } from "#app/components/empty.tsx";
import {
  DateField,
  ErrorSummary,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { assigned } from "#app/mail/assigned.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import type { InputProblem } from "#app/server/debate-fields.ts";
import { publicAddress } from "#app/server/mail.ts";
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
  withdrawAwaitedDay,
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
  const typed = {
    account: text("dossierhouder"),
    internal: text("eigen-datum"),
    happened: text("gebeurd"),
    reason: text("reden"),
  };
  const recorded = `${paths.workSheet(commitment.id)}?gedaan=vastgelegd`;
  const refuse = (problem: InputProblem) => data({ typed, problems: [problem] }, { status: 422 });

  const act = text("doe");
  if (act === "gebeurd" || act === "neem-terug") {
    if (!maySteer) throw notFound();
    const awaited = await awaitedEventOf(commitment.id);
    if (!awaited) throw notFound();
    if (act === "neem-terug") {
      if (!typed.reason) return refuse({ field: "reden", message: "Schrijf waarom deze dag niet klopt." });
      if (!(await withdrawAwaitedDay(actor.accountId, awaited.id, text("gebeurtenis"), typed.reason)))
        return refuse({ field: "", message: "Deze dag staat er niet meer: hij was al teruggenomen." });
      return redirect(recorded);
    }
    if (!isIsoDay(typed.happened)) return refuse({ field: "gebeurd", message: "Vul de dag in waarop het is gebeurd." });
    if (typed.happened > today())
      return refuse({ field: "gebeurd", message: `${dayInWords(typed.happened)} moet nog komen.` });
    if (typed.happened < awaited.saidOn)
      return refuse({
        field: "gebeurd",
        message: `“${awaited.words}” is gezegd op ${dayInWords(awaited.saidOn)}. Vul een dag in vanaf toen.`,
      });
    if (!(await enterAwaitedDay(actor.accountId, { id: awaited.id, what: awaited.words }, typed.happened)))
      return refuse({
        field: "",
        message: `De dag was al ingevuld. Klopt die niet, neem hem dan hieronder terug en vul daarna ${dayInWords(typed.happened)} in.`,
      });
  } else {
    if (!mayPlan || !actor.ministryId) throw notFound();
    const colleagues = await staffOf(actor.ministryId);
    const owner = colleagues.find(({ id }) => id === typed.account);
    if (typed.account && !owner)
      return refuse({ field: "dossierhouder", message: "Kies iemand van uw eigen ministerie." });
    if (typed.internal && !isIsoDay(typed.internal))
      return refuse({
        field: "eigen-datum",
        message: "Dit is geen dag die bestaat. Laat het leeg als er geen eigen datum is.",
      });
    if (typed.internal && !typed.account)
      return refuse({
        field: "eigen-datum",
        message: "Een eigen datum hoort bij een dossierhouder. Kies wie het antwoord schrijft, of haal de datum weg.",
      });
    const { id, number, title } = commitment;
    await assignOwner(
      actor.accountId,
      id,
      owner ? { accountId: owner.id, internalDate: typed.internal || null } : null,
      owner
        ? assigned({
            name: owner.name,
            commitment: number ? { number, title } : null,
            address: publicAddress(paths.workSheet(id)),
          })
        : null,
    );
  }
  return redirect(recorded);
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
      <p>
        <a href={paths.history("toezegging", commitment.id)}>Geschiedenis en correcties</a>
      </p>
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
            {awaited.happened
              ? `: gebeurd op ${dayInWords(awaited.happened.on)}.`
              : ": daarvan is de dag nog niet ingevuld."}
          </p>
        )}
        {awaited?.happened && maySteer && (
          <form method="post" className="form" noValidate>
            <HiddenField name="gebeurtenis" value={awaited.happened.eventId} />
            <TextField
              name="reden"
              label="Waarom deze dag niet klopt"
              value={answer?.typed.reason}
              problem={problemOf("reden")}
            />
            <FormActions>
              <SubmitButton variant="secondary" name="doe" value="neem-terug">
                Neem deze dag terug
              </SubmitButton>
            </FormActions>
          </form>
        )}
        {awaited && !awaited.happened && maySteer && (
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
