import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { FilterPanel } from "#app/components/filter-panel.tsx";
import { CheckboxField, ErrorSummary, FormActions, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { RegisterFilterFields } from "#app/components/register-filter.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { filterSentence } from "#app/domain/filter.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import { manyList, pickFromList } from "#app/server/many-page.ts";
import { work } from "#app/server/visit.ts";
import { nowOn } from "#db/moment.ts";
import { filterOptions, pickedNames } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "register");
  const options = await filterOptions(await nowOn(today()));
  const found = await manyList(url, actor);
  return { visit, ...found, options, names: pickedNames(found.filter, options) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  return pickFromList(request, actor);
}

export const meta = () => [{ title: pageTitle("Veel tegelijk") }];

const COLUMNS = [
  { key: "pick", label: "Kies", fit: true },
  { key: "title", label: "Toezegging", rowHeader: true },
  { key: "standing", label: "Stand" },
  { key: "deadline", label: "Termijn" },
  { key: "made", label: "Gedaan", fit: true },
];

export default function ManyList() {
  const { visit, filter, isOfDrafts, list, selectionId, picked, options, names } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isPicked = new Set(picked);
  const sentence = filterSentence(filter, names, visit.today, list.total);
  return (
    <WorkPage
      visit={visit}
      heading="Veel tegelijk"
      lead="Kies toezeggingen, en doe daarna één ding met allemaal."
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      <div className="register">
        <FilterPanel action={paths.many} keep={selectionId ? [["keuze", selectionId]] : []}>
          <CheckboxField compact name="concepten" label="Alleen mijn concepten" checked={isOfDrafts} />
          <RegisterFilterFields filter={filter} options={options} />
        </FilterPanel>
        <div className="register__list">
          <h2 className="filter-sentence">{isOfDrafts ? `Concepten. ${sentence}` : sentence}</h2>
          <p>
            {picked.length === 0 ? "U hebt nog niets gekozen." : `Gekozen: ${picked.length}.`} Wat u aanvinkt, blijft
            gekozen als u met de knoppen onder de lijst verder bladert.
          </p>
          <form method="post">
            {list.rows.map(({ id }) => (
              <HiddenField key={id} name="getoond" value={id} />
            ))}
            {list.rows.length === 0 ? (
              <Empty>Geen toezegging past bij deze keuzes.</Empty>
            ) : (
              <DataTable
                caption="Toezeggingen om uit te kiezen"
                hideCaption
                columns={COLUMNS}
                rows={list.rows.map(({ id, number, title, standing, madeOn, dossier }) => ({
                  key: id,
                  tone: standing.late ? "late" : undefined,
                  cells: {
                    pick: (
                      <input
                        className="utrecht-checkbox utrecht-checkbox--html-input"
                        type="checkbox"
                        name="kies"
                        value={id}
                        aria-label={`Kies ${title}`}
                        defaultChecked={isPicked.has(id)}
                      />
                    ),
                    title: (
                      <>
                        <a href={paths.workSheet(id)}>{title}</a>
                        <span className="cell-aside">
                          {number || "concept"} · {dossier.name}
                        </span>
                      </>
                    ),
                    standing: <StandingBadge standing={standing} />,
                    deadline: deadlineInWords(standing.deadline),
                    made: <Day of={madeOn} />,
                  },
                }))}
              />
            )}
            <FormActions>
              {list.page > 1 && (
                <SubmitButton name="doe" value={`pagina-${list.page - 1}`} variant="secondary">
                  Vorige pagina
                </SubmitButton>
              )}
              {list.pages > 1 && (
                <span>
                  Pagina {list.page} van {list.pages}
                </span>
              )}
              {list.page < list.pages && (
                <SubmitButton name="doe" value={`pagina-${list.page + 1}`} variant="secondary">
                  Volgende pagina
                </SubmitButton>
              )}
            </FormActions>
            <FormActions>
              <SubmitButton name="doe" value="verder">
                Verder met wat is gekozen
              </SubmitButton>
              {list.total > 0 && (
                <SubmitButton name="doe" value="alles" variant="secondary">
                  {`Kies alle ${list.total} die aan dit filter voldoen`}
                </SubmitButton>
              )}
              {picked.length > 0 && (
                <SubmitButton name="doe" value="leeg" variant="subtle">
                  Kies niets
                </SubmitButton>
              )}
            </FormActions>
          </form>
        </div>
      </div>
    </WorkPage>
  );
}
