import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { hourInWords } from "#app/domain/calendar.ts";
import { ROLE_WORDS } from "#app/domain/commitment.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { stateOf, teamInWords } from "#app/server/account-words.ts";
import { now } from "#app/server/clock.ts";
import { isSealing } from "#app/server/seal.ts";
import { work } from "#app/server/visit.ts";
import { accountList } from "#db/accounts.ts";
import { lastSeen } from "#db/sessions.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit } = await work(request, "administer");
  const seen = await lastSeen(now());
  return {
    visit,
    isSealing: isSealing(),
    accounts: (await accountList()).map((listed) => ({
      id: listed.account.id,
      name: listed.account.name,
      email: listed.account.email,
      role: ROLE_WORDS[listed.account.role],
      team: teamInWords(listed),
      state: stateOf(listed, now()),
      seen: seen.get(listed.account.id) ?? null,
    })),
  };
}

export const meta = () => [{ title: pageTitle("Accounts") }];

export default function Accounts() {
  const { visit, accounts, isSealing } = useLoaderData<typeof loader>();
  return (
    <WorkPage
      visit={visit}
      heading="Accounts"
      lead="Wie mag inloggen, met welke rol en voor wie."
      breadcrumbs={[{ href: paths.administration, label: "Beheer" }]}
    >
      {!isSealing && (
        <Alert tone="warning">
          Dit register draait zonder sleutel (REGISTER_KEY): wie het bestand van de database kan lezen, kan codes van de
          tweede stap maken. In de README staat hoe u een sleutel zet.
        </Alert>
      )}
      <ul className="actions">
        <li>
          <a className="utrecht-button utrecht-button--primary-action" href={paths.newAccount}>
            Nieuw account
          </a>
        </li>
      </ul>
      <DataTable
        caption={accounts.length === 1 ? "1 account" : `${accounts.length} accounts`}
        columns={[
          { key: "name", label: "Naam", rowHeader: true },
          { key: "role", label: "Rol" },
          { key: "state", label: "Stand" },
          { key: "factor", label: "Tweede stap", fit: true },
          { key: "seen", label: "Nu ingelogd, laatst gezien" },
        ]}
        rows={accounts.map(({ id, name, email, role, team, state, seen }) => ({
          key: id,
          cells: {
            name: (
              <>
                <a href={paths.anAccount(id)}>{name}</a>
                <span className="cell-aside">{email}</span>
              </>
            ),
            role: (
              <>
                {role}
                {team && <span className="cell-aside">{team}</span>}
              </>
            ),
            state: state.words,
            factor: state.secondFactor,
            seen: seen && hourInWords(seen),
          },
        }))}
      />
    </WorkPage>
  );
}
