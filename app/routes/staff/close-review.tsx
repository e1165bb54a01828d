import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Empty } from "#app/components/empty.tsx";
import { FormActions, SubmitButton } from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { openInWords } from "#app/server/review-input.ts";
import { allow, work } from "#app/server/visit.ts";
import { letterById } from "#db/letters.ts";
import { closeReview, decisionsOn, lateByClosing, proposalsOf } from "#db/review.ts";

async function ownLetter(actor: Actor, id: string | undefined) {
  const letter = await letterById(id ?? "");
  if (!letter) throw notFound();
  allow(actor, "review", letter);
  return letter;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  const letter = await ownLetter(actor, params.id);
  const decided = await decisionsOn(letter.id);
  return {
    visit,
    letter: {
      id: letter.id,
      title: letter.title,
      date: letter.date,
      day: letter.day,
      reviewClosed: letter.reviewClosed,
    },
    open: (await proposalsOf(letter.id)).filter(({ id }) => !decided.has(id)).length,
    late: letter.reviewClosed
      ? []
      : (await lateByClosing(letter)).map((commitment) => ({
          number: commitment.number,
          label: openInWords(commitment),
        })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const letter = await ownLetter(actor, params.id);
  await closeReview(actor.accountId, letter.id);
  return redirect(`${paths.review(letter.id)}?gedaan=afgesloten`);
}

export const meta = () => [{ title: pageTitle("Brief afsluiten") }];

export default function CloseReview() {
  const { visit, letter, open, late } = useLoaderData<typeof loader>();
  return (
    <WorkPage
      visit={visit}
      heading="Brief afsluiten"
      lead={`${letter.title}, ${dayInWords(letter.date)}`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.review(letter.id), label: "Brief nagaan" },
      ]}
    >
      {letter.reviewClosed && <Alert tone="ok">Deze brief is al afgesloten.</Alert>}
      {open > 0 && (
        <Alert tone="warning">
          {open === 1 ? "Eén passage is" : `${open} passages zijn`} nog niet beoordeeld.{" "}
          <a href={paths.review(letter.id)}>Terug naar de brief</a>
        </Alert>
      )}
      <section aria-labelledby="te-laat">
        <h2 id="te-laat">Wat te laat wordt door het afsluiten</h2>
        {late.length === 0 ? (
          <Empty>Er wordt niets te laat: alles wat voor deze brief was beloofd, is erin beantwoord.</Empty>
        ) : (
          <>
            <p>
              Dit was voor deze brief beloofd en komt er niet in terug. Vanaf {dayInWords(addDays(letter.day, 1))} staat
              er: niet teruggekomen in de brief van {dayInWords(letter.date)}.
            </p>
            <ul className="link-list">
              {late.map(({ number, label }) => (
                <li key={number}>
                  <a href={paths.commitment(number)}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {!letter.reviewClosed && (
        <form method="post">
          <FormActions>
            <SubmitButton>Sluit de brief af</SubmitButton>
            <a href={paths.review(letter.id)}>Nog niet</a>
          </FormActions>
        </form>
      )}
    </WorkPage>
  );
}
