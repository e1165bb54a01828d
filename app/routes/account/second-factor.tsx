import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { ErrorSummary, FormActions, RadioField, SubmitButton, TextField } from "#app/components/form.tsx";
import { RecoveryCodes } from "#app/components/recovery-codes.tsx";
import { SecondFactorForm } from "#app/components/second-factor-form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import type { InputProblem } from "#app/server/debate-fields.ts";
import { bareRecoveryCode, newRecoveryCodes, newSecret } from "#app/server/one-time-code.ts";
import { notFound } from "#app/server/outcome.ts";
import { isSealing, seal } from "#app/server/seal.ts";
import { confirmSetUp, isReadable, setUpOf, WRONG_CODE } from "#app/server/second-step.ts";
import { admitCode, ownPasswordProblem } from "#app/server/sign-in-limits.ts";
import { work } from "#app/server/visit.ts";
import { accountById, needsSecondFactor } from "#db/accounts.ts";
import { dropSecondFactor, proposeSecret, renewRecoveryCodes } from "#db/second-factor.ts";

async function ownAccount({ accountId }: Actor) {
  const account = await accountById(accountId);
  if (!account) throw notFound();
  return account;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "own_account");
  const account = await ownAccount(actor);
  return {
    visit,
    name: account.name,
    isOn: account.totpSecret !== null,
    isReadable: isReadable(account),
    isSealing: isSealing(),
    mayDoWithout: !needsSecondFactor(account.role),
    setUp: setUpOf(account),
  };
}

interface Answer {
  problems: InputProblem[];
  chosen: string;
  codes: string[] | null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await work(request, "own_account");
  const account = await ownAccount(actor);
  const form = await request.formData();
  const act = String(form.get("doe") ?? "");
  const show = (answer: Partial<Answer>, status = 200) =>
    data<Answer>({ problems: [], chosen: act, codes: null, ...answer }, { status });

  if (act === "laat") {
    await proposeSecret(account.id, null);
    return redirect(paths.account);
  }
  if (act === "bevestig") {
    const admission = await admitCode(request, account.id, context.client);
    if ("refusal" in admission) return show({ problems: [{ field: "code", message: admission.refusal }] }, 429);
    const codes = await confirmSetUp(account, String(form.get("code") ?? "").slice(0, 100));
    if (!codes) return show({ problems: [{ field: "code", message: WRONG_CODE }] }, 422);
    await admission.forget();
    return show({ codes });
  }

  const wrong = await ownPasswordProblem(request, account, String(form.get("wachtwoord") ?? ""), context.client);
  const isPossible = choicesOf(account.totpSecret !== null, !needsSecondFactor(account.role)).some(
    ({ value }) => value === act,
  );
  const problems = [
    ...(isPossible ? [] : [{ field: "doe", message: "Kies wat u wilt doen." }]),
    ...(wrong ? [wrong] : []),
  ];
  if (problems.length > 0) return show({ problems }, 422);
  if (act === "uit") {
    await dropSecondFactor(account.id);
    return redirect(`${paths.account}?gedaan=tweede-stap-uit`);
  }
  if (act === "codes") {
    const codes = newRecoveryCodes();
    await renewRecoveryCodes(account.id, codes.map(bareRecoveryCode));
    return show({ codes });
  }
  await proposeSecret(account.id, seal(newSecret(), account.id));
  return redirect(paths.secondFactor);
}

/** What one may do with the second factor of one's own account. */
const choicesOf = (isOn: boolean, mayDoWithout: boolean) =>
  isOn
    ? [
        { value: "codes", label: "Nieuwe herstelcodes maken", hint: "De codes die u had, werken dan niet meer." },
        {
          value: "instellen",
          label: "Een andere telefoon of app gebruiken",
          hint: "De oude werkt tot de nieuwe het doet.",
        },
        ...(mayDoWithout ? [{ value: "uit", label: "De tweede stap uitzetten" }] : []),
      ]
    : [{ value: "instellen", label: "De tweede stap aanzetten" }];

export const meta = () => [{ title: pageTitle("Tweede stap") }];

/** The square and the codes open an account: no copy of this page is to stay anywhere. */
export const headers = () => ({ "Cache-Control": "no-store" });

export default function SecondFactor() {
  const { visit, name, isOn, isReadable, isSealing, mayDoWithout, setUp } = useLoaderData<typeof loader>();
  const { problems = [], codes = null, chosen = "" } = useActionData<typeof action>() ?? {};
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.message ?? null;
  const choices = choicesOf(isOn, mayDoWithout);
  return (
    <WorkPage
      visit={visit}
      heading="Tweede stap"
      lead="Inloggen vraagt na uw wachtwoord om een code uit een app op uw telefoon."
      breadcrumbs={[{ href: paths.account, label: "Mijn account" }]}
    >
      <ErrorSummary problems={problems} />
      {codes ? (
        <>
          <RecoveryCodes codes={codes} name={name} />
          <p className="not-printed">
            <a className="utrecht-button utrecht-button--primary-action" href={paths.account}>
              Ik heb de codes bewaard, verder
            </a>
          </p>
        </>
      ) : setUp ? (
        <>
          <SecondFactorForm setUp={setUp} problem={problemOf("code")} />
          <form method="post">
            <SubmitButton name="doe" value="laat" variant="subtle">
              Toch niet
            </SubmitButton>
          </form>
        </>
      ) : (
        <>
          {!isReadable && (
            <Alert tone="warning">
              Het register kan uw tweede stap niet meer lezen, dus codes uit uw app werken niet. Stel hem opnieuw in.
            </Alert>
          )}
          {!isSealing && (
            <Alert>
              Dit register draait zonder sleutel (REGISTER_KEY). Wie het bestand van de database kan lezen, kan ook de
              codes van de tweede stap maken.
            </Alert>
          )}
          <form method="post" className="form">
            <RadioField
              name="doe"
              label={isOn ? "De tweede stap staat aan. Wat wilt u doen?" : "De tweede stap staat uit. Wat wilt u doen?"}
              options={choices}
              value={choices.length === 1 ? choices[0]?.value : chosen}
              problem={problemOf("doe")}
            />
            <TextField
              name="wachtwoord"
              label="Uw wachtwoord"
              hint="Zo kan niemand dit doen terwijl u even weg bent."
              type="password"
              problem={problemOf("wachtwoord")}
              size="medium"
              autoComplete="current-password"
            />
            <FormActions>
              <SubmitButton>Verder</SubmitButton>
              <a href={paths.account}>Terug</a>
            </FormActions>
          </form>
        </>
      )}
    </WorkPage>
  );
}
