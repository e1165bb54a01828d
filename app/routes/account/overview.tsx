import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Facts } from "#app/components/facts.tsx";
import { FormActions, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { hourInWords, instantInWords } from "#app/domain/calendar.ts";
import { ROLE_WORDS } from "#app/domain/commitment.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { stateOf, teamInWords } from "#app/server/account-words.ts";
import { now } from "#app/server/clock.ts";
import { notFound } from "#app/server/outcome.ts";
import { sessionToken } from "#app/server/session.ts";
import { work } from "#app/server/visit.ts";
import { listedAccount } from "#db/accounts.ts";
import { recoveryCodesLeft } from "#db/second-factor.ts";
import { endOtherSessions, endOwnSession, sessionsOf } from "#db/sessions.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "own_account");
  const listed = await listedAccount(actor.accountId);
  if (!listed) throw notFound();
  const { account } = listed;
  return {
    visit,
    account: {
      name: account.name,
      email: account.email,
      role: ROLE_WORDS[account.role],
      team: teamInWords(listed),
      secondFactor: stateOf(listed, now()).secondFactor,
    },
    codesLeft: account.totpSecret ? await recoveryCodesLeft(actor.accountId) : null,
    sessions: await sessionsOf(actor.accountId, await sessionToken(request), now()),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "own_account");
  const form = await request.formData();
  if (form.get("doe") === "andere") {
    await endOtherSessions(actor.accountId, await sessionToken(request));
    return redirect(`${paths.account}?gedaan=sessies-weg`);
  }
  const ended = await endOwnSession(actor.accountId, String(form.get("sessie") ?? ""));
  return redirect(ended ? `${paths.account}?gedaan=sessie-weg` : paths.account);
}

export const meta = () => [{ title: pageTitle("Mijn account") }];

/** Below this one had better make new ones. */
const FEW_CODES = 3;

export default function Overview() {
  const { visit, account, codesLeft, sessions } = useLoaderData<typeof loader>();
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <WorkPage visit={visit} heading="Mijn account">
      {codesLeft !== null && codesLeft < FEW_CODES && (
        <Alert tone="warning">
          U hebt nog {codesLeft === 0 ? "geen herstelcodes" : codesLeft === 1 ? "één herstelcode" : "twee herstelcodes"}
          . Zonder herstelcodes kunt u niet inloggen als u uw telefoon kwijt bent.{" "}
          <a href={paths.secondFactor}>Maak nieuwe</a>
        </Alert>
      )}
      <Facts
        items={[
          { term: "Naam", value: account.name },
          { term: "E-mailadres", value: account.email },
          { term: "Rol", value: account.team ? `${account.role}: ${account.team}` : account.role },
          { term: "Wachtwoord", value: <a href={paths.ownPassword}>Verander uw wachtwoord</a> },
          {
            term: "Tweede stap",
            value: (
              <>
                {codesLeft === null
                  ? "staat uit. "
                  : `staat aan, ${codesLeft === 0 ? "zonder herstelcodes" : codesLeft === 1 ? "met nog 1 herstelcode" : `met nog ${codesLeft} herstelcodes`}. `}
                <a href={paths.secondFactor}>
                  {codesLeft === null ? "Zet de tweede stap aan" : "Andere telefoon of nieuwe herstelcodes"}
                </a>
              </>
            ),
          },
        ]}
      />
      <section aria-labelledby="sessies">
        <h2 id="sessies">Waar u bent ingelogd</h2>
        <p>
          Staat hier iets wat u niet kent? Beëindig het en verander uw wachtwoord. Een sessie duurt hoogstens een
          werkdag.
        </p>
        <DataTable
          caption="Sessies van uw account"
          hideCaption
          columns={[
            { key: "client", label: "Programma", rowHeader: true },
            { key: "begun", label: "Begonnen" },
            { key: "seen", label: "Laatst gebruikt" },
            { key: "end", label: "Beëindigen", hideLabel: true },
          ]}
          rows={sessions.map(({ id, client, createdAt, lastSeenAt, isThis }) => ({
            key: id,
            cells: {
              client,
              begun: instantInWords(createdAt),
              seen: isThis ? "nu, in dit venster" : hourInWords(lastSeenAt),
              end: isThis ? null : (
                <form method="post">
                  <HiddenField name="sessie" value={id} />
                  <SubmitButton variant="secondary" compact>
                    Beëindig<span className="visually-hidden"> de sessie van {instantInWords(createdAt)}</span>
                  </SubmitButton>
                </form>
              ),
            },
          }))}
        />
        {others.length > 0 && (
          <form method="post">
            <FormActions>
              <SubmitButton name="doe" value="andere" variant="secondary">
                Beëindig alle andere sessies
              </SubmitButton>
            </FormActions>
          </form>
        )}
      </section>
    </WorkPage>
  );
}
