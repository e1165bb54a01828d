import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { AmendmentFields, KeptFields } from "#app/components/amendment-form.tsx";
import { AmendmentReach } from "#app/components/amendment-reach.tsx";
import { ErrorSummary, FormActions, HiddenField, SubmitButton, TextAreaField } from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { instantInWords } from "#app/domain/calendar.ts";
import type { Change, Typed } from "#app/domain/correction.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import {
  amendmentInput,
  asItHolds,
  askedOf,
  boxName,
  eventTold,
  historyPath,
  ownEvent,
  REASON_MISSING,
  stillOwn,
  stillTyped,
} from "#app/server/amendment-page.ts";
import { today } from "#app/server/clock.ts";
import type { InputProblem } from "#app/server/debate-fields.ts";
import { work } from "#app/server/visit.ts";
import { namesFor } from "#db/correction-things.ts";
import { correctEvent, type Reach } from "#db/corrections.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const found = await ownEvent(actor, "register", params.eventId);
  const { thing, event, history } = found;
  return {
    visit,
    thing: { title: thing.title, history: historyPath(thing) },
    told: eventTold(asItHolds(event, history), history, await namesFor(history)),
    ...(await formOf(found)),
  };
}

type Found = Awaited<ReturnType<typeof ownEvent>>;

/** The form as it is shown: what stands there, or what was typed over it. */
async function formOf(found: Found, typed?: Typed) {
  const { fields, ...rest } = await askedOf(found, typed);
  return {
    ...rest,
    fields: fields.map((field) => ({ ...field, boxes: field.controls.map((_, box) => boxName(field.name, box)) })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  const found = await ownEvent(actor, "register", params.eventId);
  const { fields: asked } = await askedOf(found);
  const sent = amendmentInput(await request.formData(), asked);
  const { typed, reason, seen, act } = sent;
  const answer = async (
    status: number,
    more: { problems?: InputProblem[]; reach?: Reach; overtaken?: Overtaken; typed?: Typed; seen?: number },
  ) => {
    const { takenBack, fields } = await formOf(found, more.typed ?? typed);
    const { problems = [], reach = null, overtaken = null } = more;
    return data({ takenBack, fields, reason, seen: more.seen ?? seen, problems, reach, overtaken }, { status });
  };
  if (act === "wijzig") return answer(200, {});
  if (!reason) return answer(422, { problems: [REASON_MISSING] });
  const rehearse = act !== "vastleggen";
  const outcome = await correctEvent(
    { by: actor.accountId, today: today(), mayStill: stillOwn(actor), rehearse },
    found.event.id,
    sent,
  );
  if (outcome.done)
    return rehearse
      ? answer(200, { reach: outcome.reach })
      : redirect(`${historyPath(outcome.thing)}?gedaan=gecorrigeerd`);
  switch (outcome.because) {
    case "wrong":
      return answer(422, {
        problems: outcome.problems.map(({ name, message }) => ({ field: boxName(name, 0), message })),
      });
    case "nothing":
      return answer(422, {
        problems: [{ field: "", message: "Er is nog niets veranderd: alles staat er zoals het al stond." }],
      });
    case "not_own":
      return answer(422, { problems: [{ field: "", message: notOwn(actor) }] });
    case "overtaken":
      return answer(409, {
        typed: outcome.merged,
        seen: outcome.seen,
        overtaken: {
          told: `${outcome.by.name} heeft dit op ${instantInWords(outcome.by.at)} veranderd, nadat u dit formulier opende. Er is nog niets van u vastgelegd.`,
          changes: outcome.changes,
          typed: await stillTyped(found, typed),
        },
      });
    default:
      return answer(409, {
        overtaken: {
          told: "Dit is intussen ingetrokken en kan niet meer worden gecorrigeerd. Er is niets van u vastgelegd.",
          changes: [],
          typed: await stillTyped(found, typed),
        },
      });
  }
}

interface Overtaken {
  told: string;
  changes: Change[];
  typed: string[];
}

const notOwn = ({ role }: Actor): string =>
  role === "clerk"
    ? "Met deze wijziging zou dit niet meer van uw commissie zijn. Kies uw eigen commissie."
    : "Met deze wijziging zou dit niet meer van uw ministerie zijn.";

export const meta = () => [{ title: pageTitle("Corrigeren") }];

export default function CorrectEvent() {
  const { visit, thing, told, ...fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { fields, seen, takenBack } = answer ?? fresh;
  const problems = answer?.problems ?? [];
  const problemOf = (name: string) => problems.find(({ field }) => field === boxOf(name))?.message;
  const boxOf = (name: string) => fields.find((field) => field.name === name)?.boxes[0];
  return (
    <WorkPage
      visit={visit}
      heading="Corrigeren"
      lead={`${thing.title}, ${told.on}: ${told.sentence}`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: thing.history, label: "Geschiedenis en correcties" },
      ]}
    >
      <ErrorSummary problems={problems} />
      {takenBack && <Alert tone="warning">{takenBack}</Alert>}
      {answer?.overtaken && <OvertakenAlert {...answer.overtaken} />}
      {answer?.reach ? (
        <section aria-labelledby="gevolg">
          <h2 id="gevolg">Dit gaat er veranderen</h2>
          <AmendmentReach reach={answer.reach} />
          <p>Reden: {answer.reason}</p>
          <form method="post">
            <KeptFields fields={fields} />
            <HiddenField name="gezien" value={String(seen)} />
            <HiddenField name="reden" value={answer.reason} />
            <FormActions>
              <SubmitButton name="doe" value="vastleggen">
                Leg de correctie vast
              </SubmitButton>
              <SubmitButton name="doe" value="wijzig" variant="secondary">
                Wijzig nog iets
              </SubmitButton>
            </FormActions>
          </form>
        </section>
      ) : (
        !takenBack && (
          <form method="post" className="form" noValidate>
            <p>Verander alleen wat niet klopt. Het register bewaart wat er stond.</p>
            <AmendmentFields fields={fields} problemOf={problemOf} />
            <TextAreaField
              name="reden"
              label="Waarom klopt het niet"
              hint="Deze reden is voor iedereen te lezen. Noem geen namen van collega's."
              rows={2}
              value={answer?.reason}
              problem={problems.find(({ field }) => field === "reden")?.message}
            />
            <HiddenField name="gezien" value={String(seen)} />
            <FormActions>
              <SubmitButton name="doe" value="bekijk">
                Bekijk wat er verandert
              </SubmitButton>
              <a href={thing.history}>Terug zonder iets te veranderen</a>
            </FormActions>
          </form>
        )
      )}
    </WorkPage>
  );
}

/** What the first did, and what the second had typed: nothing of either is lost. */
const OvertakenAlert = ({ told, changes, typed }: Overtaken) => (
  <Alert tone="warning" role="status">
    <p>{told}</p>
    <ul className="plain-list">
      {changes.map(({ name, label, was, now }) => (
        <li key={name}>
          {label}: was {was}, is nu {now}
        </li>
      ))}
    </ul>
    {typed.length > 0 && (
      <>
        <p>U had ingevuld:</p>
        <ul className="plain-list">
          {typed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>Wat u veranderde staat nog in het formulier. Waar u niets veranderde, staat nu wat uw collega vastlegde.</p>
      </>
    )}
  </Alert>
);
