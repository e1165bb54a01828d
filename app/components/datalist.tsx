/** Suggestions for a field that also takes what is not in the list. */
export const Datalist = ({ id, names }: { id: string; names: readonly string[] }) => (
  <datalist id={id}>
    {[...new Set(names)].map((name) => (
      <option key={name} value={name} />
    ))}
  </datalist>
);
