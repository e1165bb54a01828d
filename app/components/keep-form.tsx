import { type KeptList, keptField } from "#app/domain/kept-list.ts";
import { type Linker, paths } from "#app/paths.ts";
import { HiddenField, SubmitButton } from "./form.tsx";

/** The fields that name everything in a list. */
export const KeptFields = ({ list }: { list: KeptList }) =>
  (Object.keys(list) as (keyof KeptList)[]).flatMap((kind) =>
    list[kind].map((value) => <HiddenField key={`${kind} ${value}`} {...keptField(kind, value)} />),
  );

/** Keeps one thing in the reader's own list. The same for everybody: whether it is in there, this page does not know. */
export const KeepForm = ({ kind, value, link }: { kind: keyof KeptList; value: string; link: Linker }) => (
  <form method="post" action={link(paths.keptList)} className="keep not-printed">
    <HiddenField {...keptField(kind, value)} />
    <SubmitButton name="doe" value="bewaar" variant="secondary" compact>
      {kind === "filters" ? "Bewaar dit filter in mijn lijst" : "Bewaar in mijn lijst"}
    </SubmitButton>
  </form>
);
