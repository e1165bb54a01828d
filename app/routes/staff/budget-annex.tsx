import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { AnnexTable, DifferenceTable } from "#app/components/annex-table.tsx";
import { Empty } from "#app/components/empty.tsx";
import {
  CheckboxField,
  DateField,
  ErrorSummary,
  FieldRow,
  FormActions,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { ANNEX_TABLES, type AnnexRow } from "#app/domain/annex.ts";
import {
  type AnnexQuestion,
  annexLead,
  annexRules,
  annexTitle,
  differencesInWords,
  groupsOf,
} from "#app/domain/annex-words.ts";
import { dayInWords } from "#app/domain/calendar.ts";
import { isInventedNotice } from "#app/domain/commitment.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { isInvented } from "#app/formats/budget-annex.ts";
import { paths } from "#app/paths.ts";
import { annexAsked, unknownMinistry } from "#app/server/annex-input.ts";
import { today } from "#app/server/clock.ts";
import { work } from "#app/server/visit.ts";
import { annexMinistries, type BudgetAnnex, budgetAnnex } from "#db/budget-annex.ts";
import { nowOn } from "#db/moment.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "desk");
  const { typed, problems, question } = annexAsked(url.searchParams, actor, today());
  const annex = question && (await budgetAnnex(question));
  const found = question && !annex ? [...problems, unknownMinistry] : problems;
  const answer = {
    visit,
    typed,
    problems: found,
    ministries: await annexMinistries(await nowOn(today())),
    shown: question && annex ? { question, annex, query: String(url.searchParams) } : null,
  };
  return data(answer, { status: found.length > 0 ? 422 : 200 });
}

const HEADING = "Bijlage bij de begroting";

export const meta = () => [{ title: pageTitle(HEADING) }];

export default function BudgetAnnexPage() {
  const { visit, typed, problems, ministries, shown } = useLoaderData<typeof loader>();
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <WorkPage
      visit={visit}
      heading={HEADING}
      lead="De gepubliceerde toezeggingen van een ministerie op een peildatum, in de twee tabellen van de begroting."
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <ErrorSummary problems={problems} />
      <form method="get" className="form not-printed" noValidate>
        <FieldRow>
          <TextField
            name="hoofdstuk"
            label="Hoofdstuk"
            value={typed.chapter}
            problem={problemOf("hoofdstuk")}
            size="short"
            maxLength={10}
            optional
          />
          <SelectField
            name="ministerie"
            label="Ministerie"
            emptyLabel="Kies een ministerie"
            value={typed.ministry}
            problem={problemOf("ministerie")}
            options={ministries.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FieldRow>
        <FieldRow>
          <DateField name="peildatum" label="Peildatum" value={typed.cutOff} problem={problemOf("peildatum")} />
          <DateField name="eerder" label="Vergelijk met" value={typed.since} problem={problemOf("eerder")} optional />
          <SelectField
            name="weten"
            label="Uitgaan van"
            value={typed.asThen ? "toen" : "nu"}
            options={[
              { value: "nu", label: "wat nu bekend is" },
              { value: "toen", label: "wat op de peildatum in het register stond" },
            ]}
          />
        </FieldRow>
        <CheckboxField
          name="afgerond"
          value="sinds"
          label="Onder Afgerond alleen wat sinds de eerdere peildatum is afgerond"
          checked={typed.onlySince}
        />
        <FormActions>
          <SubmitButton>Maak de bijlage</SubmitButton>
        </FormActions>
      </form>
      {shown && <Shown {...shown} />}
    </WorkPage>
  );
}

function Shown({ question, annex, query }: { question: AnnexQuestion; annex: BudgetAnnex; query: string }) {
  const { cutOff, since } = question;
  const isEmpty = annex.inHand.length + annex.done.length === 0 && !annex.differences?.length;
  return (
    <section className="annex" aria-labelledby="bijlage">
      <h2 id="bijlage">{annexTitle(question)}</h2>
      <p className="annex__lead">{annexLead(question, annex.ministry)}</p>
      {isInvented(annex) && <Alert tone="warning">{isInventedNotice}</Alert>}
      {isEmpty ? (
        <Empty>Op {dayInWords(cutOff)} had dit ministerie in het register geen toezeggingen.</Empty>
      ) : (
        <ul className="actions not-printed">
          <li>
            <a className="utrecht-button utrecht-button--primary-action" href={`${paths.annexDocument}?${query}`}>
              Download als Word
            </a>
          </li>
          <li>
            <a className="utrecht-button utrecht-button--secondary-action" href={`${paths.annexWorkbook}?${query}`}>
              Download als Excel
            </a>
          </li>
        </ul>
      )}
      <p>{annexRules(question)}</p>
      <Half id="in-behandeling" heading={ANNEX_TABLES.inHand} rows={annex.inHand} />
      <Half id="afgerond-tabel" heading={ANNEX_TABLES.done} rows={annex.done} />
      {since && annex.differences && (
        <section aria-labelledby="verschillen">
          <h2 id="verschillen">Verschillen met {dayInWords(since)}</h2>
          <p>{differencesInWords(annex.differences)}</p>
          {groupsOf(annex.differences).map(({ heading, rows }) => (
            <section key={heading}>
              <h3>
                {heading} ({rows.length})
              </h3>
              <DifferenceTable caption={`Verschillen: ${heading}`} rows={rows} since={since} cutOff={cutOff} />
            </section>
          ))}
        </section>
      )}
    </section>
  );
}

const Half = ({ id, heading, rows }: { id: string; heading: string; rows: AnnexRow[] }) => (
  <section aria-labelledby={id}>
    <h3 id={id}>
      {heading} ({rows.length})
    </h3>
    {rows.length === 0 ? <p>Geen toezeggingen.</p> : <AnnexTable caption={heading} rows={rows} />}
  </section>
);
