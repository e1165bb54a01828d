import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Facts } from "#app/components/facts.tsx";
import { FormActions, SubmitButton } from "#app/components/form.tsx";
import { Moment } from "#app/components/moment.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { MAIL_STATE_WORDS } from "#app/domain/mail.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/server/clock.ts";
import { notFound } from "#app/server/outcome.ts";
import { work } from "#app/server/visit.ts";
import { tryMailAgain } from "#db/mail-queue.ts";
import { mailById } from "#db/outgoing-mail.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit } = await work(request, "administer");
  const mail = await mailById(params.id ?? "");
  if (!mail) throw notFound();
  return { visit, mail };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "administer");
  const mail = await mailById(params.id ?? "");
  if (!mail) throw notFound();
  const isOffered = await tryMailAgain(mail.id, actor.accountId, now());
  return redirect(`${paths.oneMail(mail.id)}?gedaan=${isOffered ? "post-opnieuw" : "post-al-weg"}`);
}

export const meta = ({ data }: MetaArgs<typeof loader>) => [{ title: pageTitle(data?.mail.subject ?? "Bericht") }];

export default function OutgoingMailMessage() {
  const { visit, mail } = useLoaderData<typeof loader>();
  const { text, files } = mail;
  return (
    <WorkPage
      visit={visit}
      heading={mail.subject}
      breadcrumbs={[
        { href: paths.administration, label: "Beheer" },
        { href: paths.outgoingMail, label: "Post" },
      ]}
    >
      {mail.problem && <Alert tone={mail.state === "given_up" ? "error" : "warning"}>{mail.problem}</Alert>}
      <Facts
        items={[
          { term: "Aan", value: mail.to ?? "vergeten" },
          { term: "Stand", value: MAIL_STATE_WORDS[mail.state] },
          { term: "Klaargezet", value: <Moment of={mail.queuedAt} /> },
          { term: "Keer geprobeerd", value: mail.tries },
          ...(mail.state === "waiting" && mail.nextTryAt
            ? [{ term: "Volgende poging", value: <Moment of={mail.nextTryAt} /> }]
            : []),
          ...(mail.settledAt
            ? [{ term: mail.state === "sent" ? "Verstuurd" : "Opgegeven", value: <Moment of={mail.settledAt} /> }]
            : []),
          ...(files.length > 0 ? [{ term: "Bijlagen", value: files.join(", ") }] : []),
        ]}
      />
      {text !== null && (mail.state === "given_up" || (mail.state === "waiting" && mail.tries > 0)) && (
        <form method="post" className="form not-printed">
          <FormActions>
            <SubmitButton variant="secondary">Probeer opnieuw</SubmitButton>
          </FormActions>
        </form>
      )}
      <h2>Bericht</h2>
      {text === null ? (
        <p>De tekst is vergeten.{mail.opens && " Er stond een adres in dat maar één keer werkt."}</p>
      ) : (
        <pre className="message-text">{text}</pre>
      )}
    </WorkPage>
  );
}
