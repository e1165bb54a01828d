import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailWarnings } from "#app/components/mail-warnings.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { LISTS, type ListPath } from "#app/domain/reference-fields.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { wayOfMail } from "#app/server/mail.ts";
import { work } from "#app/server/visit.ts";
import { mailCounts } from "#db/outgoing-mail.ts";

/** Where an administrator begins: each part of the work with what it is for. */
const PARTS = [
  { href: paths.accounts, label: "Accounts", what: "wie het register bijhoudt, met welke rol" },
  { href: paths.outgoingMail, label: "Post", what: "berichten die het register verstuurt, en wat niet is aangekomen" },
  { href: paths.log, label: "Logboek", what: "wie wat wanneer deed" },
];

/** What commitments are kept by: names and days that others add to and only the administrator changes. */
const REFERENCE = [
  ...Object.entries(LISTS).map(([path, { title, what }]) => ({
    href: paths.referenceList(path as ListPath),
    label: title,
    what,
  })),
  { href: paths.recesses, label: "Recessen", what: "wanneer de Kamers niet vergaderen" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit } = await work(request, "administer");
  return { visit, way: wayOfMail(), counts: await mailCounts() };
}

export const meta = () => [{ title: pageTitle("Beheer") }];

export default function Administration() {
  const { visit, way, counts } = useLoaderData<typeof loader>();
  return (
    <WorkPage visit={visit} heading="Beheer">
      <MailWarnings way={way} counts={counts} />
      <Parts of={PARTS} />
      <section aria-labelledby="lijsten">
        <h2 id="lijsten">Lijsten</h2>
        <Parts of={REFERENCE} />
      </section>
    </WorkPage>
  );
}

const Parts = ({ of }: { of: { href: string; label: string; what: string }[] }) => (
  <ul className="link-list">
    {of.map(({ href, label, what }) => (
      <li key={href}>
        <a href={href}>{label}</a>: {what}
      </li>
    ))}
  </ul>
);
