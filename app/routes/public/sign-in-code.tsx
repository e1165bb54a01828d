import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { ErrorSummary, FormActions, HiddenField, SubmitButton, TextField } from "#app/components/form.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { CodeField } from "#app/components/second-factor-form.tsx";
import { StartAgain } from "#app/components/start-again.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { afterSignIn } from "#app/server/after-sign-in.ts";
import { acceptCode, acceptRecoveryCode, isReadable, WRONG_CODE } from "#app/server/second-step.ts";
import { accountInSecondStep, signIn } from "#app/server/session.ts";
import { admitCode } from "#app/server/sign-in-limits.ts";
import { visit } from "#app/server/visit.ts";
import { refuseSignIn } from "#db/sign-in-attempts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  const account = await accountInSecondStep(request);
  return {
    visit: visitor,
    next: new URL(request.url).searchParams.get("naar") ?? "",
    isAsked: account !== null && account.totpSecret !== null,
    isReadable: account !== null && isReadable(account),
  };
}

export const meta = () => [{ title: pageTitle("Inloggen: tweede stap") }];

export async function action({ request, context }: ActionFunctionArgs) {
  await visit(request);
  const form = await request.formData();
  const next = String(form.get("naar") ?? "");
  const field = form.has("herstelcode") ? "herstelcode" : "code";
  const typed = String(form.get(field) ?? "").slice(0, 100);
  const refuse = (status: number, problem: string) => data({ next, field, problem }, { status });

  const account = await accountInSecondStep(request);
  if (!account?.totpSecret) return refuse(422, "Log eerst in met uw e-mailadres en wachtwoord.");
  const admission = await admitCode(request, account.id, context.client);
  if ("refusal" in admission) return refuse(429, admission.refusal);
  const accepted = field === "code" ? await acceptCode(account, typed) : await acceptRecoveryCode(account, typed);
  if (!accepted) {
    await refuseSignIn(account.id, field === "code" ? "code" : "recovery code");
    return refuse(422, field === "code" ? WRONG_CODE : "Deze herstelcode klopt niet, of is al gebruikt.");
  }

  await admission.forget();
  const path = field === "code" ? afterSignIn(account, next) : `${paths.account}?gedaan=herstelcode-gebruikt`;
  return redirect(path, { headers: await signIn(request, account.id) });
}

/** What it shows depends on more than its address. Remix adds the cookies. */
export const headers = () => ({ "Cache-Control": "no-store" });

export default function SignInCode() {
  const { visit: visitor, next, isAsked, isReadable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problemOf = (field: string) => (answer?.field === field ? answer.problem : null);
  return (
    <PublicPage
      visit={visitor}
      heading="Inloggen: tweede stap"
      timeless
      lead={isAsked && "Uw wachtwoord klopt. Vul nu de code in die uw app voor inlogcodes laat zien."}
    >
      <ErrorSummary problems={answer ? [{ field: isAsked ? answer.field : "", message: answer.problem }] : []} />
      {isAsked ? (
        <>
          {!isReadable && (
            <Alert tone="warning">
              Het register kan de tweede stap van dit account niet meer lezen. Gebruik een herstelcode, of vraag de
              beheerder om uw tweede stap te wissen.
            </Alert>
          )}
          <form method="post" className="form">
            <HiddenField name="naar" value={answer?.next ?? next} />
            <CodeField problem={problemOf("code")} />
            <FormActions>
              <SubmitButton>Inloggen</SubmitButton>
              <a href={paths.signIn}>Opnieuw beginnen</a>
            </FormActions>
          </form>
          <details className="fold-plain" open={answer?.field === "herstelcode" || !isReadable}>
            <summary>Ik heb mijn telefoon niet</summary>
            <p>
              Gebruik een van de herstelcodes die u kreeg toen u de tweede stap instelde. Hebt u die ook niet, vraag dan
              de beheerder van het register om uw tweede stap te wissen.
            </p>
            <form method="post" className="form">
              <HiddenField name="naar" value={answer?.next ?? next} />
              <TextField
                name="herstelcode"
                label="Herstelcode"
                hint="Zestien tekens, bijvoorbeeld k7mp-x2hd-9fqa-w3te. Elke code werkt één keer."
                problem={problemOf("herstelcode")}
                size="medium"
                autoComplete="off"
                spellCheck={false}
                maxLength={40}
              />
              <FormActions>
                <SubmitButton variant="secondary">Inloggen met herstelcode</SubmitButton>
              </FormActions>
            </form>
          </details>
        </>
      ) : (
        <StartAgain />
      )}
    </PublicPage>
  );
}
