import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { Moment } from "#app/components/moment.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { mayEver } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import { work } from "#app/server/visit.ts";
import { listReminders } from "#db/reminder-answers.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "desk");
  return { visit, maySend: mayEver(actor, "judge"), reminders: await listReminders(actor, today()) };
}

export const meta = () => [{ title: pageTitle("Rappels") }];

export default function ReminderList() {
  const { visit, maySend, reminders } = useLoaderData<typeof loader>();
  return (
    <WorkPage
      visit={visit}
      heading="Rappels"
      lead={
        maySend
          ? "Wat uw commissie aan ministeries vroeg, en wat daarop is geantwoord."
          : "Wat commissies van de Kamer aan uw ministerie vroegen, en wat daarop is geantwoord."
      }
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      {maySend && (
        <ul className="actions">
          <li>
            <a className="utrecht-button utrecht-button--primary-action" href={paths.newReminder}>
              Nieuw rappel
            </a>
          </li>
        </ul>
      )}
      {reminders.length === 0 ? (
        <Empty>Er is nog geen rappel verstuurd.</Empty>
      ) : (
        <DataTable
          caption="Rappels, het nieuwste eerst"
          hideCaption
          columns={[
            { key: "number", label: "Rappel", rowHeader: true, fit: true },
            { key: "with", label: maySend ? "Aan" : "Van" },
            { key: "asOf", label: "Stand op", fit: true },
            { key: "sent", label: "Verstuurd" },
            { key: "total", label: "Gevraagd", align: "end" },
            { key: "unanswered", label: "Zonder antwoord", align: "end" },
            { key: "waiting", label: "Wacht op de griffie", align: "end" },
            { key: "taken", label: "Overgenomen", align: "end" },
          ]}
          rows={reminders.map(({ id, number, committee, ministry, asOf, sentAt, ...counts }) => ({
            key: id,
            cells: {
              number: <a href={paths.reminder(id)}>{number}</a>,
              with: maySend ? ministry : committee,
              asOf: <Day of={asOf} />,
              sent: <Moment of={sentAt} />,
              total: counts.total,
              unanswered: counts.unanswered,
              waiting: counts.waiting,
              taken: counts.taken,
            },
          }))}
        />
      )}
    </WorkPage>
  );
}
