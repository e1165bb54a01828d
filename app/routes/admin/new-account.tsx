import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountFields } from "#app/components/account-form.tsx";
import { ErrorSummary, FormActions, SubmitButton } from "#app/components/form.tsx";
import { InvitationSent } from "#app/components/invitation-sent.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { accountInput } from "#app/server/account-input.ts";
import { newInvitation } from "#app/server/invitation-out.ts";
import { work } from "#app/server/visit.ts";
import { inviteNew } from "#db/invitations.ts";
import { referenceLists } from "#db/reference.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit } = await work(request, "administer");
  const { ministries, committees, members } = await referenceLists();
  return { visit, teams: { ministries, committees, members } };
}

export async function action({ request }: ActionFunctionArgs) {
  const { visit, actor } = await work(request, "administer");
  const { typed, problems, person } = accountInput(await request.formData(), await referenceLists());
  if (!person) return data({ typed, problems, made: null }, { status: 422 });
  const { invitation, address, until } = newInvitation(person, visit.origin);
  const made = await inviteNew(actor.accountId, person, invitation);
  if ("refused" in made) {
    const message = "Er is al een account met dit e-mailadres. Zoek het op in de lijst.";
    return data({ typed, problems: [{ field: "email", message }], made: null }, { status: 422 });
  }
  return data({ typed, problems: [], made: { id: made.id, name: person.name, email: person.email, address, until } });
}

export const meta = () => [{ title: pageTitle("Nieuw account") }];

/** The address of the invitation opens an account: no copy of this page is to stay anywhere. */
export const headers = () => ({ "Cache-Control": "no-store" });

export default function NewAccount() {
  const { visit, teams } = useLoaderData<typeof loader>();
  const { typed = null, problems = [], made = null } = useActionData<typeof action>() ?? {};
  return (
    <WorkPage
      visit={visit}
      heading="Nieuw account"
      lead={made && `Het account van ${made.name} is gemaakt.`}
      breadcrumbs={[
        { href: paths.administration, label: "Beheer" },
        { href: paths.accounts, label: "Accounts" },
      ]}
    >
      <ErrorSummary problems={problems} />
      {made ? (
        <>
          <InvitationSent {...made} />
          <p>
            <a href={paths.anAccount(made.id)}>Naar het account van {made.name}</a> of{" "}
            <a href={paths.newAccount}>nog een account maken</a>
          </p>
        </>
      ) : (
        <form method="post" className="form">
          <AccountFields typed={typed} problems={problems} teams={teams} />
          <FormActions>
            <SubmitButton>Maak het account en nodig uit</SubmitButton>
            <a href={paths.accounts}>Terug naar de lijst</a>
          </FormActions>
        </form>
      )}
    </WorkPage>
  );
}
