/** Links that belong together in one line: `Meenemen: CSV · Excel · agenda`. */
export function LinkRow({ label, items }: { label: string; items: { href: string; label: string }[] }) {
  return (
    <div className="link-row">
      <span className="link-row__label">{label}:</span>
      <ul className="link-row__links">
        {items.map(({ href, label: text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
