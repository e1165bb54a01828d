import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountFields } from "#app/components/account-form.tsx";
import { Facts } from "#app/components/facts.tsx";
import { ErrorSummary, FormActions, SubmitButton } from "#app/components/form.tsx";
import { InvitationSent } from "#app/components/invitation-sent.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { amsterdamDay, dayInWords, hourInWords, type IsoDay } from "#app/domain/calendar.ts";
import { ROLE_WORDS } from "#app/domain/commitment.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { accountInput, type TypedAccount, typedFrom } from "#app/server/account-input.ts";
import { stateOf, teamInWords } from "#app/server/account-words.ts";
import { now } from "#app/server/clock.ts";
import type { InputProblem } from "#app/server/debate-fields.ts";
import { newInvitation } from "#app/server/invitation-out.ts";
import { notFound } from "#app/server/outcome.ts";
import { work } from "#app/server/visit.ts";
import {
  changeAccount,
  disableAccount,
  enableAccount,
  listedAccount,
  type Refused,
  resetSecondFactor,
} from "#db/accounts.ts";
import { inviteAgain } from "#db/invitations.ts";
import { referenceLists } from "#db/reference.ts";
import { endSessionsOf, lastSeen } from "#db/sessions.ts";

async function theAccount(id = "") {
  const listed = await listedAccount(id);
  if (!listed) throw notFound();
  return listed;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "administer");
  const listed = await theAccount(params.id);
  const { account } = listed;
  const { ministries, committees, members } = await referenceLists();
  return {
    visit,
    isOwn: account.id === actor.accountId,
    account: {
      name: account.name,
      email: account.email,
      role: ROLE_WORDS[account.role],
      team: teamInWords(listed),
      made: amsterdamDay(account.createdAt),
      isDisabled: account.disabledAt !== null,
      isTaken: account.passwordHash !== "",
      hasSecondFactor: account.totpSecret !== null,
      state: stateOf(listed, now()),
      seen: (await lastSeen(now())).get(account.id) ?? null,
    },
    typed: typedFrom(account),
    teams: { ministries, committees, members },
  };
}

interface Answer {
  problems: InputProblem[];
  typed: TypedAccount | null;
  invited: { email: string; address: string; until: IsoDay } | null;
}

const REFUSED: Record<Refused, InputProblem> = {
  taken: { field: "email", message: "Er is al een ander account met dit e-mailadres." },
  last_admin: {
    field: "",
    message:
      "Dit is de enige beheerder die kan inloggen. Maak eerst iemand anders beheerder; anders kan niemand meer accounts beheren.",
  },
  gone: { field: "", message: "Dit kan nu niet meer: het account is intussen veranderd." },
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { visit, actor } = await work(request, "administer");
  const { account } = await theAccount(params.id);
  const form = await request.formData();
  const refuse = (problems: InputProblem[], typed: TypedAccount | null = null) =>
    data<Answer>({ problems, typed, invited: null }, { status: 422 });
  const done = (refused: Refused | null, notice: string, typed: TypedAccount | null = null) =>
    refused ? refuse([REFUSED[refused]], typed) : redirect(`${paths.anAccount(account.id)}?gedaan=${notice}`);

  switch (form.get("doe")) {
    case "verander": {
      const { typed, problems, person } = accountInput(form, await referenceLists());
      if (!person) return refuse(problems, typed);
      return done(await changeAccount(actor.accountId, account.id, person), "account-veranderd", typed);
    }
    case "uitnodigen": {
      const { invitation, address, until } = newInvitation(account, visit.origin);
      const refused = await inviteAgain(actor.accountId, account.id, invitation);
      if (refused) return refuse([REFUSED[refused]]);
      return data<Answer>({ problems: [], typed: null, invited: { email: account.email, address, until } });
    }
    case "uit":
      return done(await disableAccount(actor.accountId, account.id, now()), "account-uit");
    case "aan":
      return done(await enableAccount(actor.accountId, account.id), "account-aan");
    case "wis":
      return done(await resetSecondFactor(actor.accountId, account.id), "tweede-stap-gewist");
    case "sessies":
      await endSessionsOf(actor.accountId, account.id);
      return done(null, "sessies-beeindigd");
    default:
      return refuse([{ field: "", message: "Kies een van de knoppen op deze pagina." }]);
  }
}

export const meta = ({ data }: MetaArgs<typeof loader>) => [{ title: pageTitle(data?.account.name ?? "Account") }];

/** The address of an invitation opens the account: no copy of this page is to stay anywhere. */
export const headers = () => ({ "Cache-Control": "no-store" });

export default function OneAccount() {
  const { visit, isOwn, account, typed, teams } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? [];
  return (
    <WorkPage
      visit={visit}
      heading={account.name}
      lead={isOwn && "Dit is uw eigen account."}
      breadcrumbs={[
        { href: paths.administration, label: "Beheer" },
        { href: paths.accounts, label: "Accounts" },
      ]}
    >
      <ErrorSummary problems={problems} />
      {answer?.invited && <InvitationSent {...answer.invited} />}
      <Facts
        items={[
          { term: "E-mailadres", value: account.email },
          { term: "Rol", value: account.team ? `${account.role}: ${account.team}` : account.role },
          { term: "Stand", value: account.state.words },
          { term: "Tweede stap", value: account.state.secondFactor },
          { term: "Gemaakt", value: dayInWords(account.made) },
          ...(account.seen ? [{ term: "Nu ingelogd, laatst gezien", value: hourInWords(account.seen) }] : []),
        ]}
      />
      <section aria-labelledby="toegang">
        <h2 id="toegang">Toegang</h2>
        <form method="post">
          {account.isDisabled ? (
            <Act
              name="aan"
              label="Zet het account aan"
              hint="Wie erbij hoort kan weer inloggen, met hetzelfde wachtwoord."
            />
          ) : (
            <>
              <Act
                name="uitnodigen"
                label="Stuur een nieuwe uitnodiging"
                hint={
                  account.isTaken
                    ? "Voor wie het wachtwoord kwijt is. Het oude wachtwoord werkt tot de uitnodiging is gebruikt."
                    : "De vorige uitnodiging werkt dan niet meer."
                }
              />
              {account.hasSecondFactor && (
                <Act
                  name="wis"
                  label="Wis de tweede stap"
                  hint="Voor wie telefoon en herstelcodes kwijt is. Controleer eerst of u echt met deze persoon spreekt."
                />
              )}
              {account.seen && (
                <Act name="sessies" label="Beëindig alle sessies" hint="Overal uitgelogd; opnieuw inloggen kan." />
              )}
              <Act
                name="uit"
                label="Zet het account uit"
                hint="Meteen overal uitgelogd. Wat deze persoon vastlegde, blijft staan."
              />
            </>
          )}
        </form>
      </section>
      <section aria-labelledby="gegevens">
        <h2 id="gegevens">Gegevens</h2>
        <p>
          Wie een andere rol of een ander ministerie, andere commissie of ander Kamerlid krijgt, moet opnieuw inloggen.
        </p>
        <form method="post" className="form">
          <AccountFields typed={answer?.typed ?? typed} problems={problems} teams={teams} />
          <FormActions>
            <SubmitButton name="doe" value="verander">
              Bewaar
            </SubmitButton>
            <a href={paths.accounts}>Terug naar de lijst</a>
          </FormActions>
        </form>
      </section>
    </WorkPage>
  );
}

/** A button that says beside it what will come of it. */
const Act = ({ name, label, hint }: { name: string; label: string; hint: string }) => (
  <p className="act">
    <SubmitButton name="doe" value={name} variant="secondary" compact>
      {label}
    </SubmitButton>{" "}
    <span className="act__hint">{hint}</span>
  </p>
);
