import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/form.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { RecoveryCodes } from "#app/components/recovery-codes.tsx";
import { SecondFactorForm } from "#app/components/second-factor-form.tsx";
import { StartAgain } from "#app/components/start-again.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { afterSignIn } from "#app/server/after-sign-in.ts";
import { confirmSetUp, setUpOf, WRONG_CODE } from "#app/server/second-step.ts";
import { accountInSecondStep, signIn } from "#app/server/session.ts";
import { admitCode } from "#app/server/sign-in-limits.ts";
import { accountOf, visit } from "#app/server/visit.ts";
import { actorFrom } from "#db/accounts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  const account = await accountInSecondStep(request);
  return {
    visit: visitor,
    next: new URL(request.url).searchParams.get("naar") ?? "",
    // Who has a second factor already gives a code of it, and changes it on the page of the own account.
    setUp: account && account.totpSecret === null ? setUpOf(account) : null,
  };
}

export const meta = () => [{ title: pageTitle("Tweede stap instellen") }];

export async function action({ request, context }: ActionFunctionArgs) {
  await visit(request);
  const form = await request.formData();
  const next = String(form.get("naar") ?? "");
  const refuse = (status: number, problem: string) => data({ next, problem, done: null }, { status });

  const account = await accountInSecondStep(request);
  if (!account || account.totpSecret !== null) return refuse(422, "Log eerst in met uw e-mailadres en wachtwoord.");
  const admission = await admitCode(request, account.id, context.client);
  if ("refusal" in admission) return refuse(429, admission.refusal);
  const codes = await confirmSetUp(account, String(form.get("code") ?? "").slice(0, 100));
  if (!codes) return refuse(422, WRONG_CODE);

  await admission.forget();
  const done = { codes, account: accountOf(actorFrom(account)), onward: afterSignIn(account, next) };
  return data({ next, problem: null, done }, { headers: await signIn(request, account.id) });
}

/** The square and the codes open an account: no copy of this page is to stay anywhere. Remix adds the cookies. */
export const headers = () => ({ "Cache-Control": "no-store" });

export default function SignInSetUp() {
  const { visit: visitor, next, setUp } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = answer?.done;
  return (
    <PublicPage
      visit={done ? { ...visitor, account: done.account } : visitor}
      heading="Tweede stap instellen"
      timeless
      lead={
        done
          ? "De tweede stap staat aan en u bent ingelogd."
          : setUp &&
            "Voor uw account is meer nodig dan een wachtwoord: een code uit een app op uw telefoon. Stel die nu één keer in."
      }
    >
      <ErrorSummary problems={answer?.problem ? [{ field: setUp ? "code" : "", message: answer.problem }] : []} />
      {done ? (
        <>
          <RecoveryCodes codes={done.codes} name={done.account.name} />
          <p className="not-printed">
            <a className="utrecht-button utrecht-button--primary-action" href={done.onward}>
              Ik heb de codes bewaard, verder
            </a>
          </p>
        </>
      ) : setUp ? (
        <SecondFactorForm setUp={setUp} problem={answer?.problem ?? null} next={answer?.next ?? next} />
      ) : (
        <StartAgain />
      )}
    </PublicPage>
  );
}
