import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ClaimAndVerdict, ClaimSource } from "#app/components/claim-verdict.tsx";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Empty } from "#app/components/empty.tsx";
import { EventList } from "#app/components/event-list.tsx";
import { Facts } from "#app/components/facts.tsx";
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
import { deadlineInWords, standingRemarks } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { assigned } from "#app/mail/assigned.ts";
import { type Linker, linker, paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import type { InputProblem } from "#app/server/debate-fields.ts";
import { publicAddress } from "#app/server/mail.ts";
import { notFound } from "#app/server/outcome.ts";
import { allow, work } from "#app/server/visit.ts";
import { sheetOf } from "#app/server/work-sheet-page.ts";
import { staffOf } from "#db/accounts.ts";
import { subjectsOf } from "#db/commitment-acts.ts";
import {
  assignOwner,
  awaitedEventOf,
  commitmentById,
  enterAwaitedDay,
  ownerOf,
  ownerSeen,
  ownershipOf,
  withdrawAwaitedDay,
} from "#db/commitments.ts";
import { listRemarksOn } from "#db/held-commitments.ts";

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
  const subject = (await subjectsOf([commitment.id])).get(commitment.id);
  if (!subject) throw notFound();
  const owner = mayPlan ? await ownerOf(commitment.id) : null;
  return {
    visit,
    commitment,
    mayPlan,
    maySteer,
    sheet: await sheetOf(actor, subject),
    colleagues: mayPlan && actor.ministryId ? await staffOf(actor.ministryId) : [],
    owner,
    ownerSeenNow: ownerSeen(owner),
    awaited: await awaitedEventOf(commitment.id),
    listRemarks: mayPlan && actor.ministryId ? await listRemarksOn(commitment.id, actor.ministryId) : [],
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
    const seen = form.has("gezien") ? text("gezien") : null;
    const chosen = owner ? { accountId: owner.id, internalDate: typed.internal || null } : null;
    const tell =
      owner &&
      assigned({
        name: owner.name,
        commitment: number ? { number, title } : null,
        address: publicAddress(paths.workSheet(id)),
      });
    if (!(await assignOwner(actor.accountId, id, chosen, tell ?? null, seen))) {
      const now = await ownerOf(id);
      const name = colleagues.find((one) => one.id === now?.accountId)?.name ?? "niemand";
      const day = now?.internalDate ? `, met ${dayInWords(now.internalDate)} als eigen datum` : "";
      const message = `Een collega koos intussen ${name}${day}. Wat u koos staat er nog; bewaart u nog een keer, dan geldt dat.`;
      return data({ typed, problems: [{ field: "dossierhouder", message }] }, { status: 409 });
    }
  }
  return redirect(recorded);
}

export const meta = () => [{ title: pageTitle("Werkblad") }];

export default function WorkSheet() {
  const { visit, commitment, mayPlan, maySteer, sheet, colleagues, owner, ownerSeenNow, awaited, listRemarks } =
    useLoaderData<typeof loader>();
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
          Dit is een concept.{" "}
          {commitment.originKind === "debate" ? (
            <a href={paths.draftDebate(commitment.originId)}>Naar het concept</a>
          ) : (
            <>
              Het komt uit een lijst. Neem die <a href={paths.lists}>opnieuw in</a> om het te publiceren.
            </>
          )}
        </p>
      )}
      <Sheet id={commitment.id} {...sheet} link={linker(visit)} />
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
            <HiddenField name="gezien" value={ownerSeenNow} />
            <FormActions>
              <SubmitButton>Bewaar</SubmitButton>
            </FormActions>
          </form>
        </section>
      )}
      {listRemarks.length > 0 && (
        <section aria-labelledby="uit-de-lijst">
          <h2 id="uit-de-lijst">Uit uw lijst</h2>
          <p>Alleen uw eigen ministerie ziet dit.</p>
          <Facts
            items={listRemarks.flatMap(({ key, holder, remark, listDate }) => [
              { term: "Lijst", value: `${dayInWords(listDate)}${key ? `, kenmerk ${key}` : ""}` },
              ...(holder ? [{ term: "Dossierhouder", value: holder }] : []),
              ...(remark ? [{ term: "Opmerking", value: remark }] : []),
            ])}
          />
        </section>
      )}
      {awaited && (
        <section aria-labelledby="wacht-op">
          <h2 id="wacht-op">Waar de termijn op wacht</h2>
          <p>
            “{awaited.words}”
            {awaited.happened
              ? `: gebeurd op ${dayInWords(awaited.happened.on)}.`
              : ": daarvan is de dag nog niet ingevuld."}
          </p>
          {awaited.happened && maySteer && (
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
          {!awaited.happened && maySteer && (
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
      )}
    </WorkPage>
  );
}

type SheetProps = ReturnType<typeof useLoaderData<typeof loader>>["sheet"] & { id: string; link: Linker };

/** Where it stands, of whom something is asked, what this person may do, and what happened. */
function Sheet({ id, standing, asked, acts, claim, verdict, disagree, told, registeredId, link }: SheetProps) {
  return (
    <>
      {standing && (
        <section aria-labelledby="stand">
          <h2 id="stand">Stand</h2>
          <p>
            <StandingBadge standing={standing} /> termijn: {deadlineInWords(standing.deadline)}
          </p>
          {standingRemarks(standing).map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
          <ClaimAndVerdict
            claim={
              claim && {
                ...claim,
                source: <ClaimSource {...claim} link={link} />,
              }
            }
            verdict={verdict}
            disagree={disagree}
          />
          <h3>Wat nu wordt gevraagd</h3>
          {asked.length === 0 && <Empty>Van niemand wordt nu iets gevraagd.</Empty>}
          <ul className="plain-list">
            {asked.map(({ who, what }) => (
              <li key={what}>
                <strong>{who}</strong>: {what}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="doen" className="not-printed">
        <h2 id="doen">Wat u kunt doen</h2>
        <ul className="link-list">
          {acts.map(({ name, label }) => (
            <li key={name}>
              <a href={paths.act(id, name)}>{label}</a>
            </li>
          ))}
          <li>
            <a href={paths.history("toezegging", id)}>Geschiedenis en correcties</a>
          </li>
          {registeredId && acts.length > 0 && (
            <li>
              <a href={paths.withdrawEvent(registeredId)}>De hele toezegging intrekken</a>
            </li>
          )}
        </ul>
      </section>
      <section aria-labelledby="verloop">
        <h2 id="verloop">Verloop</h2>
        <EventList items={told} />
      </section>
    </>
  );
}
