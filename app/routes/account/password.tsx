import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, FormActions, HiddenField, SubmitButton, TextField } from "#app/components/form.tsx";
import { NewPasswordFields } from "#app/components/new-password-fields.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { hashPassword, newPasswordProblems } from "#app/server/passwords.ts";
import { sessionToken } from "#app/server/session.ts";
import { ownPasswordProblem } from "#app/server/sign-in-limits.ts";
import { work } from "#app/server/visit.ts";
import { accountById } from "#db/accounts.ts";
import { changePassword } from "#db/own-password.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "own_account");
  return { visit, email: (await accountById(actor.accountId))?.email ?? "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await work(request, "own_account");
  const account = await accountById(actor.accountId);
  if (!account) throw notFound();
  const form = await request.formData();
  const wrong = await ownPasswordProblem(request, account, String(form.get("wachtwoord") ?? ""), context.client);
  const problems = [...(wrong ? [wrong] : []), ...newPasswordProblems(form, account)];
  if (problems.length > 0) return data({ problems }, { status: 422 });
  const hash = await hashPassword(String(form.get("nieuw")));
  await changePassword(account.id, hash, await sessionToken(request));
  return redirect(`${paths.account}?gedaan=wachtwoord-veranderd`);
}

export const meta = () => [{ title: pageTitle("Wachtwoord veranderen") }];

export default function OwnPassword() {
  const { visit, email } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <WorkPage
      visit={visit}
      heading="Wachtwoord veranderen"
      lead="Daarna bent u overal uitgelogd, behalve hier."
      breadcrumbs={[{ href: paths.account, label: "Mijn account" }]}
    >
      <ErrorSummary problems={problems} />
      <form method="post" className="form">
        <HiddenField name="email" value={email} />
        <TextField
          name="wachtwoord"
          label="Wachtwoord van nu"
          type="password"
          problem={problems.find(({ field }) => field === "wachtwoord")?.message}
          size="medium"
          autoComplete="current-password"
        />
        <NewPasswordFields problems={problems} />
        <FormActions>
          <SubmitButton>Verander het wachtwoord</SubmitButton>
          <a href={paths.account}>Niet veranderen</a>
        </FormActions>
      </form>
    </WorkPage>
  );
}
