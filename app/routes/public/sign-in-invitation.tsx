import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, FormActions, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { NewPasswordFields } from "#app/components/new-password-fields.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { afterSignIn } from "#app/server/after-sign-in.ts";
import { now } from "#app/server/clock.ts";
import { hashPassword, newPasswordProblems } from "#app/server/passwords.ts";
import { passwordGiven } from "#app/server/session.ts";
import { visit } from "#app/server/visit.ts";
import { invitedAccount, takeInvitation } from "#db/invitations.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  const token = new URL(request.url).searchParams.get("sleutel") ?? "";
  const account = await invitedAccount(token, now());
  return { visit: visitor, token, invited: account && { name: account.name, email: account.email } };
}

export const meta = () => [{ title: pageTitle("Wachtwoord kiezen") }];

export async function action({ request }: ActionFunctionArgs) {
  await visit(request);
  const form = await request.formData();
  const token = String(form.get("sleutel") ?? "").slice(0, 200);
  const account = await invitedAccount(token, now());
  const password = String(form.get("nieuw") ?? "");
  const problems = account ? newPasswordProblems(form, account) : [];
  if (!account || problems.length > 0) return data({ problems }, { status: 422 });
  // Again inside: two who use the address at the same time are not both let in.
  const taken = await takeInvitation(token, await hashPassword(password), now());
  if (!taken) return data({ problems: [] }, { status: 422 });
  const { owes, headers } = await passwordGiven(request, taken);
  if (owes === null) return redirect(afterSignIn(taken, ""), { headers });
  return redirect(owes === "code" ? paths.signInCode : paths.signInSetUp, { headers });
}

/** What it shows depends on more than its address. Remix adds the cookies. */
export const headers = () => ({ "Cache-Control": "no-store" });

export default function Invitation() {
  const { visit: visitor, token, invited } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicPage
      visit={visitor}
      heading="Wachtwoord kiezen"
      timeless
      lead={
        invited && `Voor ${invited.name}. U logt straks in met ${invited.email} en het wachtwoord dat u hier kiest.`
      }
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      {invited ? (
        <form method="post" className="form">
          <HiddenField name="sleutel" value={token} />
          <HiddenField name="email" value={invited.email} />
          <NewPasswordFields problems={answer?.problems ?? []} />
          <FormActions>
            <SubmitButton>Bewaar dit wachtwoord</SubmitButton>
          </FormActions>
        </form>
      ) : (
        <p>
          Deze uitnodiging werkt niet of niet meer. Een uitnodiging werkt één keer en zeven dagen, en een nieuwe maakt
          de vorige ongeldig. Vraag de beheerder van het register om een nieuwe, of{" "}
          <a href={paths.signIn}>log in met het wachtwoord dat u al koos</a>.
        </p>
      )}
    </PublicPage>
  );
}
