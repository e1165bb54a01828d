import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, FormActions, HiddenField, SubmitButton, TextField } from "#app/components/form.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/server/clock.ts";
import { passwordFits } from "#app/server/passwords.ts";
import { signIn } from "#app/server/session.ts";
import { visit } from "#app/server/visit.ts";
import { type Account, accountByEmail, admitAttempt, forgetAttempts } from "#db/accounts.ts";

const TRIES = 10;
const QUARTER_OF_AN_HOUR = 15 * 60_000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  return { visit: visitor, next: new URL(request.url).searchParams.get("naar") ?? "" };
}

export const meta = () => [{ title: pageTitle("Inloggen") }];

export async function action({ request }: ActionFunctionArgs) {
  await visit(request);
  const form = await request.formData();
  const email = String(form.get("email") ?? "")
    .trim()
    .slice(0, 200);
  const password = String(form.get("wachtwoord") ?? "").slice(0, 1000);
  const next = String(form.get("naar") ?? "");

  const since = new Date(Date.parse(now()) - QUARTER_OF_AN_HOUR).toISOString();
  const admitted = await admitAttempt(email.toLowerCase(), now(), since, TRIES);
  if (!admitted)
    return data(
      {
        email,
        next,
        problem:
          "Er is te vaak geprobeerd om met dit e-mailadres in te loggen. Wacht een kwartier en probeer het dan opnieuw.",
      },
      { status: 429 },
    );
  const account = await accountByEmail(email);
  const fits = await passwordFits(account?.passwordHash ?? null, password);
  if (!account || !fits)
    return data(
      { email, next, problem: "Deze combinatie van e-mailadres en wachtwoord kennen we niet." },
      { status: 422 },
    );

  await forgetAttempts(email.toLowerCase());
  return redirect(isOurs(next) ? next : homeOf(account), {
    headers: { "Set-Cookie": await signIn(request, account.id) },
  });
}

/** Where each role begins: at the desk, or at what was promised to the own member. */
function homeOf({ role, memberId }: Account): string {
  if (role === "staff" || role === "clerk") return `${paths.desk}?gedaan=ingelogd`;
  return memberId
    ? `${paths.register}?lid=${encodeURIComponent(memberId)}&gedaan=ingelogd`
    : `${paths.home}?gedaan=ingelogd`;
}

/** Only a path of our own: no other site, not even by `//` or a backslash. */
const isOurs = (next: string): boolean => /^\/[a-z0-9][a-z0-9/-]*$/i.test(next);

export default function SignIn() {
  const { visit: visitor, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PublicPage
      visit={visitor}
      heading="Inloggen"
      timeless
      lead="Voor medewerkers van ministeries, griffies en Kamerleden. Lezen kan zonder in te loggen."
    >
      <ErrorSummary problems={answer ? [{ field: "email", message: answer.problem }] : []} />
      <form method="post" className="form">
        <HiddenField name="naar" value={answer?.next ?? next} />
        <TextField
          name="email"
          label="E-mailadres"
          type="email"
          size="medium"
          autoComplete="username"
          spellCheck={false}
          value={answer?.email}
        />
        <TextField name="wachtwoord" label="Wachtwoord" type="password" size="medium" autoComplete="current-password" />
        <FormActions>
          <SubmitButton>Inloggen</SubmitButton>
        </FormActions>
      </form>
    </PublicPage>
  );
}
