import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Empty } from "#app/components/empty.tsx";
import { FormActions, RadioField, SelectField, SubmitButton } from "#app/components/form.tsx";
import { ItemForm } from "#app/components/item-form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { ITEM_EXPLAINED, ITEM_KINDS, KIND_IN_URL, kindFromUrl, kindInWords } from "#app/domain/item-words.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { blankItem } from "#app/server/item-input.ts";
import { handleItemForm, itemFormData } from "#app/server/item-page.ts";
import { unprocessable } from "#app/server/outcome.ts";
import { work } from "#app/server/visit.ts";
import { referenceLists } from "#db/reference.ts";

/** The kind and the dossier stand in the address: the form then shows only what belongs to them. */
async function chosen(actor: Actor, url: URL) {
  const { dossiers } = await referenceLists();
  const own = dossiers.filter((dossier) => may(actor, "register", dossier));
  const kind = kindFromUrl(url.searchParams.get("soort"));
  const asked = url.searchParams.get("dossier");
  return { own, kind, dossier: own.find(({ slug }) => slug === asked) ?? null };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "register");
  const { own, kind, dossier } = await chosen(actor, url);
  return {
    visit,
    kind,
    dossier,
    own: own.map(({ slug, name }) => ({ slug, name })),
    form: kind && dossier ? await itemFormData({ input: blankItem(kind, dossier.id) }) : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, url } = await work(request, "register");
  const { kind, dossier } = await chosen(actor, url);
  if (!kind || !dossier)
    throw unprocessable(
      "Kies eerst een soort en een dossier",
      "Ga terug en kies wat u wilt vastleggen, en in welk dossier.",
    );
  return handleItemForm(await request.formData(), actor, kind, dossier.id, null);
}

export const meta = () => [{ title: pageTitle("Iets anders vastleggen") }];

export default function NewItem() {
  const { visit, kind, dossier, own, form: blank } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>() ?? blank;
  return (
    <WorkPage
      visit={visit}
      heading={"Iets anders vastleggen"}
      lead={
        kind && dossier
          ? `${kindInWords(kind)} in het dossier ${dossier.name}. ${ITEM_EXPLAINED[kind]}`
          : "Wat een dossier ook volgt, naast de toezeggingen. Het telt nooit mee als toezegging."
      }
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      {own.length === 0 && (
        <Empty>U hebt nog geen eigen dossier. Leg eerst een debat vast: daarmee begint een dossier.</Empty>
      )}
      {own.length > 0 && !form && (
        <form method="get" className="form">
          <RadioField
            name="soort"
            label="Wat wilt u vastleggen?"
            value={kind ? KIND_IN_URL[kind] : KIND_IN_URL.expectation}
            options={ITEM_KINDS.map((one) => ({
              value: KIND_IN_URL[one],
              label: kindInWords(one),
              hint: ITEM_EXPLAINED[one],
            }))}
          />
          <SelectField
            name="dossier"
            label="In welk dossier?"
            size="medium"
            value={dossier?.slug ?? own[0]?.slug}
            options={own.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <FormActions>
            <SubmitButton>Verder</SubmitButton>
          </FormActions>
        </form>
      )}
      {form && (
        <>
          <p>
            <a href={paths.newItem}>Kies een andere soort of een ander dossier</a>
          </p>
          <ItemForm {...form} isDraft={false} />
        </>
      )}
    </WorkPage>
  );
}
