import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Empty } from "#app/components/empty.tsx";
import { DateField, ErrorSummary, FormActions, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { ItemRow, PreparedRow, type RowContext } from "#app/components/letter-preparation.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { byTopic, isAskedFor } from "#app/domain/letter-preparation.ts";
import { askedCounts, expectedInWords, notAskedInWords } from "#app/domain/letter-preparation-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { FIELDS } from "#app/server/letter-preparation-fields.ts";
import { preparedLetter } from "#app/server/letter-preparation-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "review");
  const prepared = await preparedLetter(actor, params.slug, url);
  return data({ visit, ...prepared }, { status: prepared.problems.length > 0 ? 422 : 200 });
}

export const meta = () => [{ title: pageTitle("Voortgangsbrief voorbereiden") }];

export default function PrepareLetter() {
  const { visit, standing, sentOn, typedDay, preparation, picked, problems } = useLoaderData<typeof loader>();
  const { dossier, expected, overdueDays } = standing;
  const { next, asked, notAsked, elsewhere, previous } = preparation;
  const context: RowContext = { today: visit.today, sentOn, picked: new Set(picked) };
  const answers = asked.filter(isAskedFor);
  const optional = asked.filter((one) => !isAskedFor(one));
  const items = previous?.items ?? [];
  const hasSome = items.length > 0 || asked.some(({ number }) => number !== null);
  return (
    <WorkPage
      visit={visit}
      heading="Voortgangsbrief voorbereiden"
      lead={dossier.name}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.dossier(dossier.slug), label: dossier.name },
      ]}
    >
      <ErrorSummary problems={problems} />
      <p>
        {expectedInWords(expected, overdueDays)}{" "}
        {next && `Gaat deze brief weg op ${dayInWords(sentOn)}, dan volgt de brief daarna op ${dayInWords(next)}.`}
      </p>
      <form action={paths.prepareLetter(dossier.slug)} className="form not-printed" noValidate>
        <DateField
          name={FIELDS.day}
          label="De brief gaat weg op"
          value={typedDay}
          problem={problems.find(({ field }) => field === FIELDS.day)?.message}
        />
        <FormActions>
          <SubmitButton variant="secondary">Ga van deze dag uit</SubmitButton>
        </FormActions>
      </form>
      <form action={paths.letterOutline(dossier.slug)}>
        <HiddenField name={FIELDS.day} value={sentOn} />
        <HiddenField name={FIELDS.sent} value="ja" />
        <section aria-labelledby="beantwoorden">
          <h2 id="beantwoorden">Wat de brief van {dayInWords(sentOn)} moet beantwoorden</h2>
          {answers.length === 0 ? (
            <Empty>Voor deze brief is niets beloofd, en er is niets te laat of bijna aan de beurt.</Empty>
          ) : (
            <p className="check-summary">{askedCounts(answers).join(", ")}</p>
          )}
          {hasSome && <Take checkAddress={`${paths.checkDraft}?dossier=${dossier.slug}&datum=${sentOn}`} />}
          {byTopic(answers).map(({ topic, rows }) => (
            <section key={topic ?? ""} aria-label={topic ?? "Zonder onderwerp"}>
              <h3>{topic ?? "Zonder onderwerp"}</h3>
              <ul className="check-rows">
                {rows.map((one) => (
                  <PreparedRow key={one.id} one={one} context={context} />
                ))}
              </ul>
            </section>
          ))}
        </section>
        {optional.length > 0 && (
          <section aria-labelledby="mag">
            <h2 id="mag">Mag ook: zonder termijn</h2>
            <p>Hiervoor is geen termijn gezegd. Vink aan wat u in deze brief wilt meenemen.</p>
            <ul className="check-rows">
              {optional.map((one) => (
                <PreparedRow key={one.id} one={one} context={context} />
              ))}
            </ul>
          </section>
        )}
        {previous && items.length > 0 && (
          <section aria-labelledby="verwacht">
            <h2 id="verwacht">
              Waar de <a href={paths.letter(previous.letter.id)}>brief van {dayInWords(previous.letter.date)}</a> ook
              over sprak
            </h2>
            <p>Dit zijn verwachtingen en maatregelen, geen toezeggingen. Te laat kunnen ze niet zijn.</p>
            <ul className="check-rows">
              {items.map((item) => (
                <ItemRow key={item.id} item={item} context={context} />
              ))}
            </ul>
          </section>
        )}
        {hasSome && (
          <FormActions>
            <SubmitButton>Neem de opzet mee (Word)</SubmitButton>
          </FormActions>
        )}
      </form>
      {elsewhere.length > 0 && (
        <section aria-labelledby="elders">
          <h2 id="elders">Bij een ander ministerie</h2>
          <ul className="link-list">
            {elsewhere.map(({ number, title, ministry }) => (
              <li key={number}>
                <a href={paths.commitment(number)}>
                  {number}: {title}
                </a>{" "}
                ({ministry})
              </li>
            ))}
          </ul>
        </section>
      )}
      {notAsked.length > 0 && (
        <section aria-labelledby="nu-niet">
          <h2 id="nu-niet">Hoeft niet in deze brief</h2>
          <ul className="link-list">
            {notAsked.map((one) => (
              <li key={one.id}>
                <a href={paths.workSheet(one.id)}>
                  {one.number ?? "concept"}: {one.title}
                </a>
                , {notAskedInWords(one)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </WorkPage>
  );
}

/** What to do with it: take it along, and bring the letter back before it goes. */
const Take = ({ checkAddress }: { checkAddress: string }) => (
  <>
    <p className="not-printed">
      De opzet heeft voor elke toezegging een kopje met haar nummer, wat is beloofd en wat het laatst is gemeld. Is de
      brief klaar, <a href={checkAddress}>ga hem dan na voordat hij weggaat</a>: daar ziet u of overal een antwoord
      staat.
    </p>
    <FormActions>
      <SubmitButton>Neem de opzet mee (Word)</SubmitButton>
    </FormActions>
  </>
);
