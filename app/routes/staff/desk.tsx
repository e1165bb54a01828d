import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { ReminderDesk } from "#app/components/reminder-desk.tsx";
import { Tiles } from "#app/components/summary-tiles.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { daysInWords } from "#app/domain/commitment.ts";
import { filterFrom, filterToParams } from "#app/domain/filter.ts";
import { kindInWords } from "#app/domain/item-words.ts";
import { mayEver } from "#app/domain/permissions.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths, registerPath } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import { stateInWords } from "#app/server/import-words.ts";
import { work } from "#app/server/visit.ts";
import { handedTo } from "#db/commitment-acts.ts";
import { draftDebates } from "#db/debates.ts";
import { awaitedLetters, ownedBy } from "#db/desk.ts";
import { importsOf } from "#db/imports.ts";
import { draftItems } from "#db/items.ts";
import { keptDraftsOf } from "#db/kept-drafts.ts";
import { lettersToReview } from "#db/letters.ts";
import { nowOn } from "#db/moment.ts";
import { countInRegister } from "#db/public.ts";
import { listReminders } from "#db/reminder-answers.ts";

/** What a desk officer asks in the morning: each a filter of the register. */
const QUESTIONS = [
  { query: "te-laat=ja", label: "te laat", tone: "late" },
  { query: "binnen=30", label: "termijn binnen 30 dagen", tone: "plain" },
  { query: "termijn=zonder", label: "zonder termijn", tone: "plain" },
  { query: "status=openstaand&status=deels-voldaan", label: "openstaand of deels voldaan", tone: "plain" },
] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "desk");
  const { ministryId, committeeId } = actor;
  const filters = QUESTIONS.map(({ query }) => ({
    ...filterFrom(new URLSearchParams(query)),
    ministry: ministryId,
    committee: ministryId ? null : committeeId,
  }));
  const now = await nowOn(today());
  return {
    visit,
    filters,
    counts: await Promise.all(filters.map((filter) => countInRegister(filter, now))),
    letters: ministryId ? await lettersToReview(ministryId) : [],
    imports: (await importsOf(actor.accountId)).map((found) => ({
      id: found.id,
      title: found.head.title ?? found.fileName,
      words: stateInWords(found),
    })),
    awaited: await awaitedLetters(actor, today()),
    drafts: await draftDebates(actor),
    items: await draftItems(actor),
    keptDrafts: mayEver(actor, "review") ? await keptDraftsOf(actor.accountId) : [],
    handed: mayEver(actor, "own_planning") && ministryId ? await handedTo(ministryId) : [],
    reminders: await listReminders(actor, today()),
    mine: await ownedBy(actor.accountId, today()),
    mayReview: mayEver(actor, "review"),
    mayJudge: mayEver(actor, "judge"),
  };
}

export const meta = () => [{ title: pageTitle("Mijn werk") }];

export default function Desk() {
  const data = useLoaderData<typeof loader>();
  const { visit, filters, counts, letters, imports, awaited, drafts, items, keptDrafts, mine, mayReview, mayJudge } =
    data;
  const link = linker(visit);
  const withText = letters.filter(({ passages }) => passages.length > 0);
  const withoutText = letters.filter(({ passages }) => passages.length === 0);
  return (
    <WorkPage visit={visit} heading="Mijn werk" lead={<Day of={visit.today} />}>
      <Tiles
        items={QUESTIONS.map(({ label, tone }, i) => ({
          count: counts[i] ?? 0,
          label,
          tone: counts[i] === 0 ? "plain" : tone,
          href: registerPath(link, filters[i] ?? filterFrom(new URLSearchParams())),
        }))}
      />
      <ul className="actions">
        <li>
          <a className="utrecht-button utrecht-button--primary-action" href={paths.logDebate}>
            Debat vastleggen
          </a>
        </li>
        <li>
          <a className="utrecht-button utrecht-button--secondary-action" href={paths.newItem}>
            Iets anders vastleggen
          </a>
        </li>
        <li>
          <a
            className="utrecht-button utrecht-button--secondary-action"
            href={link(paths.many, filterToParams(filters[3] ?? filterFrom(new URLSearchParams())))}
          >
            Veel tegelijk
          </a>
        </li>
        {mayReview && (
          <>
            <li>
              <a className="utrecht-button utrecht-button--secondary-action" href={paths.importLetter}>
                Brief inlezen
              </a>
            </li>
            <li>
              <a className="utrecht-button utrecht-button--secondary-action" href={paths.checkDraft}>
                Concept nagaan
              </a>
            </li>
            <li>
              <a className="utrecht-button utrecht-button--secondary-action" href={paths.lists}>
                Lijst innemen
              </a>
            </li>
          </>
        )}
        {mayJudge && (
          <>
            <li>
              <a className="utrecht-button utrecht-button--secondary-action" href={paths.committeeDecisions}>
                Besluiten van de commissie
              </a>
            </li>
            <li>
              <a className="utrecht-button utrecht-button--secondary-action" href={paths.newReminder}>
                Nieuw rappel
              </a>
            </li>
          </>
        )}
        <li>
          <a className="utrecht-button utrecht-button--secondary-action" href={paths.annex}>
            Bijlage bij de begroting
          </a>
        </li>
        <li>
          <a className="utrecht-button utrecht-button--secondary-action" href={paths.debatePack}>
            Debatpakket
          </a>
        </li>
        <li>
          <a className="utrecht-button utrecht-button--secondary-action" href={paths.referenceList("leden")}>
            Lijsten en recessen
          </a>
        </li>
      </ul>
      {data.handed.length > 0 && (
        <section aria-labelledby="overgedragen">
          <h2 id="overgedragen">Aan u overgedragen</h2>
          <ul className="link-list">
            {data.handed.map(({ id, number, title, on }) => (
              <li key={id}>
                <a href={paths.commitment(number)}>
                  {number}: {title}
                </a>
                , op <Day of={on} /> ·{" "}
                <a href={paths.act(id, "aanvaarden")}>
                  Aanvaard<span className="visually-hidden"> {title}</span>
                </a>{" "}
                ·{" "}
                <a href={paths.act(id, "weigeren")}>
                  Weiger<span className="visually-hidden"> {title}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReminderDesk reminders={data.reminders} isClerk={mayJudge} />
      {mayReview && (
        <section aria-labelledby="na-te-gaan">
          <h2 id="na-te-gaan">Brieven die nog niet zijn nagegaan</h2>
          {withText.length + imports.length === 0 && (
            <Empty>Alle brieven waarvan het register de tekst heeft, zijn nagegaan.</Empty>
          )}
          <ul className="link-list">
            {imports.map(({ id, title, words }) => (
              <li key={id}>
                <a href={paths.checkImport(id)}>{title}</a> ({words})
              </li>
            ))}
            {withText.map(({ id, title, day }) => (
              <li key={id}>
                <a href={paths.review(id)}>{title}</a>, <Day of={day} />
              </li>
            ))}
          </ul>
          {withoutText.length > 0 && (
            <details className="fold-plain">
              <summary>Brieven waarvan het register de tekst niet heeft ({withoutText.length})</summary>
              <ul className="link-list">
                {withoutText.map(({ id, title, day }) => (
                  <li key={id}>
                    <a href={paths.letter(id)}>{title}</a>, <Day of={day} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
      <section aria-labelledby="verwacht">
        <h2 id="verwacht">Voortgangsbrieven die eraan komen</h2>
        {awaited.length === 0 && <Empty>Er wordt geen voortgangsbrief verwacht.</Empty>}
        <ul className="link-list">
          {awaited.map(({ dossier, expected, overdueDays }) => (
            <li key={dossier.id}>
              <a href={paths.dossier(dossier.slug)}>{dossier.name}</a>: verwacht op <Day of={expected.day} />
              {expected.basis === "told" ? " (zo gemeld aan de Kamer)" : " (volgens het ritme)"}
              {overdueDays > 0 && <strong>, {daysInWords(overdueDays)} te laat</strong>}
              {mayReview && (
                <>
                  {" "}
                  ·{" "}
                  <a href={paths.prepareLetter(dossier.slug)}>
                    Voorbereiden<span className="visually-hidden"> {dossier.name}</span>
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="concepten">
        <h2 id="concepten">Concepten</h2>
        {drafts.length + items.length + keptDrafts.length === 0 && <Empty>Er zijn geen concepten.</Empty>}
        <ul className="link-list">
          {drafts.map(({ debate, drafts: count }) => (
            <li key={debate.id}>
              <a href={paths.draftDebate(debate.id)}>{debate.title}</a> (
              {count === 1 ? "1 concept" : `${count} concepten`}) ·{" "}
              <a href={paths.debateRecord(debate.id)}>
                Verslag lezen<span className="visually-hidden"> van {debate.title}</span>
              </a>
            </li>
          ))}
          {items.map(({ id, title, itemKind }) => (
            <li key={id}>
              <a href={paths.editItem(id)}>{title}</a> ({kindInWords(itemKind).toLowerCase()}, geen toezegging)
            </li>
          ))}
          {keptDrafts.map(({ id, title, sentOn }) => (
            <li key={id}>
              <a href={paths.keptDraft(id)}>{title}</a> (conceptbrief, te verzenden op <Day of={sentOn} />)
            </li>
          ))}
        </ul>
      </section>
      {mayReview && (
        <section aria-labelledby="mijn">
          <h2 id="mijn">Mijn toezeggingen</h2>
          {mine.length === 0 ? (
            <Empty>
              U bent nog van geen toezegging dossierhouder. Dat kunt u worden op het werkblad van een toezegging.
            </Empty>
          ) : (
            <DataTable
              caption="Toezeggingen waarvan u dossierhouder bent"
              hideCaption
              columns={[
                { key: "title", label: "Toezegging", rowHeader: true },
                { key: "standing", label: "Stand" },
                { key: "deadline", label: "Termijn" },
                { key: "internal", label: "Eigen datum", fit: true },
              ]}
              rows={mine.map(({ commitment, internalDate }) => ({
                key: commitment.id,
                tone: commitment.standing.late ? "late" : undefined,
                cells: {
                  title: (
                    <>
                      <a href={paths.workSheet(commitment.id)}>{commitment.title}</a>
                      <span className="cell-aside">{commitment.number}</span>
                    </>
                  ),
                  standing: <StandingBadge standing={commitment.standing} />,
                  deadline: deadlineInWords(commitment.standing.deadline),
                  internal: internalDate && <Day of={internalDate} />,
                },
              }))}
            />
          )}
        </section>
      )}
    </WorkPage>
  );
}
