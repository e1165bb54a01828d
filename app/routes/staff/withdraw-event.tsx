import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { AmendmentReach } from "#app/components/amendment-reach.tsx";
import { ErrorSummary, FormActions, SubmitButton, TextAreaField } from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { instantInWords } from "#app/domain/calendar.ts";
import { undoneBy } from "#app/domain/correction-history.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { asItHolds, eventTold, historyPath, ownEvent, REASON_MISSING, stillOwn } from "#app/server/amendment-page.ts";
import { today } from "#app/server/clock.ts";
import type { InputProblem } from "#app/server/debate-fields.ts";
import { work } from "#app/server/visit.ts";
import { namesFor } from "#db/correction-things.ts";
import { withdrawEvent } from "#db/corrections.ts";

const actOf = (actor: Actor, rehearse: boolean) => ({
  by: actor.accountId,
  today: today(),
  mayStill: stillOwn(actor),
  rehearse,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "withdraw");
  const { thing, event, history, meant } = await ownEvent(actor, "withdraw", params.eventId);
  const undone = undoneBy(history, event.id);
  const names = await namesFor(history);
  const rehearsed = undone ? null : await withdrawEvent(actOf(actor, true), event.id, "");
  return {
    visit,
    thing: { title: thing.title, history: historyPath(thing) },
    told: eventTold(event === meant ? asItHolds(event, history) : event, history, names),
    about: event === meant ? null : eventTold(asItHolds(meant, history), history, names).sentence,
    isWhole: event.kind === "registered",
    undone: undone && `Dit is al ingetrokken op ${instantInWords(undone.recordedAt)}, omdat: ${undone.payload.reason}`,
    builtOn: rehearsed && !rehearsed.done && rehearsed.because === "built_on" ? rehearsed.by : [],
    reach: rehearsed?.done ? rehearsed.reach : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "withdraw");
  const { event, thing } = await ownEvent(actor, "withdraw", params.eventId);
  const reason = String((await request.formData()).get("reden") ?? "").trim();
  const refuse = (problem: InputProblem, status: number) => data({ reason, problem }, { status });
  if (!reason) return refuse(REASON_MISSING, 422);
  const outcome = await withdrawEvent(actOf(actor, false), event.id, reason);
  if (outcome.done) return redirect(`${historyPath(thing)}?gedaan=teruggenomen`);
  if (outcome.because === "built_on")
    return refuse({ field: "", message: "Hier is al op voortgebouwd. Er is niets ingetrokken." }, 409);
  if (outcome.because === "not_own")
    return refuse({ field: "", message: "Daarna zou dit niet meer van u zijn. Er is niets ingetrokken." }, 422);
  return refuse(
    { field: "", message: "Iemand anders heeft dit intussen al ingetrokken. Wat u typte staat er nog." },
    409,
  );
}

export const meta = () => [{ title: pageTitle("Intrekken") }];

export default function WithdrawEvent() {
  const { visit, thing, told, about, isWhole, undone, builtOn, reach } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <WorkPage
      visit={visit}
      heading="Intrekken"
      lead={`${thing.title}, ${told.on}: ${told.sentence}${about ? ` Het gaat om: ${about}` : ""}`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: thing.history, label: "Geschiedenis en correcties" },
      ]}
    >
      <ErrorSummary problems={answer ? [{ ...answer.problem, field: reach ? answer.problem.field : "" }] : []} />
      {undone && (
        <Alert tone="warning">
          {undone}
          {answer?.reason && <p>U had als reden getypt: {answer.reason}</p>}
        </Alert>
      )}
      {builtOn.length > 0 && (
        <Alert tone="warning">
          <p>Dit kan niet worden ingetrokken, omdat erop is voortgebouwd:</p>
          <ul>
            {builtOn.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {answer?.reason && <p>U had als reden getypt: {answer.reason}</p>}
        </Alert>
      )}
      {reach && (
        <>
          <section aria-labelledby="gevolg">
            <h2 id="gevolg">Wat er niet meer telt</h2>
            {isWhole && (
              <p>
                Dit verdwijnt uit alle lijsten en tellingen. De pagina zelf blijft bestaan en zegt dat het is
                ingetrokken, wanneer en waarom.
              </p>
            )}
            <AmendmentReach reach={reach} />
          </section>
          <form method="post" className="form" noValidate>
            <TextAreaField
              name="reden"
              label="Waarom trekt u dit in"
              hint="Deze reden is voor iedereen te lezen. Noem geen namen van collega's."
              rows={2}
              value={answer?.reason}
              problem={answer?.problem.field === "reden" ? answer.problem.message : undefined}
            />
            <FormActions>
              <SubmitButton variant="danger">Trek in</SubmitButton>
              <a href={thing.history}>Niet intrekken</a>
            </FormActions>
          </form>
        </>
      )}
    </WorkPage>
  );
}
