import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailWarnings } from "#app/components/mail-warnings.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
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
      <ul className="link-list">
        {PARTS.map(({ href, label, what }) => (
          <li key={href}>
            <a href={href}>{label}</a>: {what}
          </li>
        ))}
      </ul>
    </WorkPage>
  );
}
