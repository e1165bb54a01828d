import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, FormActions, HiddenField, SubmitButton, TextField } from "#app/components/form.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { afterSignIn, withNext } from "#app/server/after-sign-in.ts";
import { passwordFits } from "#app/server/passwords.ts";
import { passwordGiven } from "#app/server/session.ts";
import { admitPassword } from "#app/server/sign-in-limits.ts";
import { visit } from "#app/server/visit.ts";
import { accountByEmail } from "#db/accounts.ts";
import { refuseSignIn } from "#db/sign-in-attempts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  return { visit: visitor, next: new URL(request.url).searchParams.get("naar") ?? "" };
}

export const meta = () => [{ title: pageTitle("Inloggen") }];

export async function action({ request, context }: ActionFunctionArgs) {
  await visit(request);
  const form = await request.formData();
  const email = String(form.get("email") ?? "")
    .trim()
    .slice(0, 200);
  const password = String(form.get("wachtwoord") ?? "").slice(0, 1000);
  const next = String(form.get("naar") ?? "");
  const refuse = (status: number, problem: string) => data({ email, next, problem }, { status });

  const admission = await admitPassword(request, email, context.client);
  if ("refusal" in admission) return refuse(429, admission.refusal);
  const account = await accountByEmail(email);
  const fits = await passwordFits(account?.passwordHash ?? null, password);
  if (!account || !fits) {
    await refuseSignIn(account?.id ?? null, "password");
    return refuse(422, "Deze combinatie van e-mailadres en wachtwoord kennen we niet.");
  }
  if (account.disabledAt !== null) {
    await refuseSignIn(account.id, "disabled");
    return refuse(422, "Dit account is uitgezet. De beheerder van het register kan het weer aanzetten.");
  }

  await admission.forget();
  const { owes, headers } = await passwordGiven(request, account);
  if (owes === null) return redirect(afterSignIn(account, next), { headers });
  return redirect(withNext(owes === "code" ? paths.signInCode : paths.signInSetUp, next), { headers });
}

/** What it shows depends on more than its address. Remix adds the cookies. */
export const headers = () => ({ "Cache-Control": "no-store" });

export default function SignIn() {
  const { visit: visitor, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicPage
      visit={visitor}
      heading="Inloggen"
      timeless
      lead="Voor medewerkers van ministeries, griffies en Kamerleden. Lezen kan zonder in te loggen."
    >
      <ErrorSummary problems={answer ? [{ field: "email", message: answer.problem }] : []} />
      <form method="post" className="form">
        <HiddenField name="naar" value={answer?.next ?? next} />
        <TextField
          name="email"
          label="E-mailadres"
          type="email"
          size="medium"
          autoComplete="username"
          spellCheck={false}
          value={answer?.email}
        />
        <TextField name="wachtwoord" label="Wachtwoord" type="password" size="medium" autoComplete="current-password" />
        <FormActions>
          <SubmitButton>Inloggen</SubmitButton>
        </FormActions>
      </form>
    </PublicPage>
  );
}
