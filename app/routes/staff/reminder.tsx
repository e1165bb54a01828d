import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { Facts } from "#app/components/facts.tsx";
import { Moment } from "#app/components/moment.tsx";
import { ReminderRows } from "#app/components/reminder-rows.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { type AnswerState, editionPage } from "#app/server/reminder-edition-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  return { visit, ...(await editionPage(actor, params.id)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Rappel ${data.reminder.number}` : "Rappel") },
];

export default function Reminder() {
  const { visit, reminder, since, answers, mayAnswer, mayTake, waiting } = useLoaderData<typeof loader>();
  const { id, number, edition, sentAt, mailedTo } = reminder;
  const titleOf = (commitmentId: string) => edition.rows.find((row) => row.commitmentId === commitmentId)?.title;
  const changed = [...new Set(since.map(({ commitmentId }) => commitmentId))];
  return (
    <WorkPage
      visit={visit}
      heading={`Rappel ${number}`}
      lead={`Van de ${edition.committee} aan ${edition.ministry}`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.reminders, label: "Rappels" },
      ]}
    >
      <Facts
        items={[
          { term: "Stand op", value: <Day of={edition.asOf} /> },
          { term: "Kamer", value: CHAMBER_WORDS[edition.chamber] },
          { term: "Verstuurd", value: <Moment of={sentAt} /> },
          {
            term: "Mail",
            value:
              mailedTo === 0
                ? "geen: niemand van dit ministerie had toen een account"
                : mailedTo === 1
                  ? "aan 1 medewerker van het ministerie"
                  : `aan ${mailedTo} medewerkers van het ministerie`,
          },
        ]}
      />
      <ul className="actions not-printed">
        {mayAnswer && (
          <li>
            <a className="utrecht-button utrecht-button--primary-action" href={paths.reminderAnswer(id)}>
              Beantwoord dit rappel
            </a>
          </li>
        )}
        {mayTake && waiting > 0 && (
          <li>
            <a className="utrecht-button utrecht-button--primary-action" href={paths.reminderTaking(id)}>
              {waiting === 1 ? "Kijk naar 1 antwoord" : `Kijk naar ${waiting} antwoorden`}
            </a>
          </li>
        )}
        <li>
          <a className="utrecht-button utrecht-button--secondary-action" href={paths.reminderLetter(id)}>
            Brief (Word)
          </a>
        </li>
      </ul>
      <section aria-labelledby="gevraagd">
        <h2 id="gevraagd">Wat is gevraagd</h2>
        <p className="not-printed">Dit blijft zoals het is verstuurd, ook als er later iets verandert.</p>
        <ReminderRows edition={edition} />
      </section>
      <section aria-labelledby="sindsdien" className="not-printed">
        <h2 id="sindsdien">Wat sindsdien is vastgelegd</h2>
        {changed.length === 0 && <Empty>Over geen van deze toezeggingen is sindsdien iets vastgelegd.</Empty>}
        <ul className="link-list">
          {changed.map((commitmentId) => (
            <li key={commitmentId}>
              {titleOf(commitmentId)}
              <ul>
                {since
                  .filter((one) => one.commitmentId === commitmentId)
                  .map(({ seq, on, sentence }) => (
                    <li key={seq}>
                      <Day of={on} />: {sentence}
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="antwoorden" className="not-printed">
        <h2 id="antwoorden">Antwoorden van het ministerie</h2>
        <p>Een antwoord is een voorstel. De stand van de toezegging verandert pas als de griffie het overneemt.</p>
        <DataTable
          caption="Antwoorden van het ministerie"
          hideCaption
          columns={[
            { key: "title", label: "Toezegging", rowHeader: true },
            { key: "told", label: "Antwoord" },
            { key: "state", label: "Hoe het ervoor staat" },
          ]}
          rows={answers.map(
            ({ commitmentId, number: of, title, state, told, hasUnsent, refusal, sentAt: answeredAt }) => ({
              key: commitmentId,
              cells: {
                title: (
                  <>
                    {title}
                    <span className="cell-aside">{of}</span>
                  </>
                ),
                told: told.map((sentence) => <div key={sentence}>{sentence}</div>),
                state: (
                  <>
                    {STATE_WORDS[state]}
                    {refusal && <span className="cell-aside">Reden: {refusal}</span>}
                    {hasUnsent && (
                      <span className="cell-aside">U veranderde het antwoord en verstuurde dat nog niet.</span>
                    )}
                    {answeredAt && (
                      <span className="cell-aside">
                        verstuurd op <Moment of={answeredAt} />
                      </span>
                    )}
                  </>
                ),
              },
            }),
          )}
        />
      </section>
    </WorkPage>
  );
}

const STATE_WORDS: Record<AnswerState, string> = {
  none: "Nog geen antwoord",
  typed: "Bewaard, nog niet verstuurd",
  waiting: "Wacht op de griffie",
  taken: "Overgenomen in het register",
  refused: "Geweigerd door de griffie",
};
