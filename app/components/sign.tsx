/** Small drawn signs that stand beside a word, so that no meaning hangs on colour. Hidden from screen readers. */
const SIGNS = {
  open: <circle cx="8" cy="8" r="6" />,
  half: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  check: <path d="m2 8.5 4 4L14 3.5" />,
  struck: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m4 12 8-8" />
    </>
  ),
  dashed: <circle cx="8" cy="8" r="6" strokeDasharray="2.6 2.2" />,
  warning: <path d="M8 2 1.5 14h13zM8 6.5v3.2m0 1.6v.9" />,
  hourglass: <path d="M3.5 2h9l-9 12h9z" />,
  unseen: (
    <>
      <circle cx="7" cy="7" r="5" />
      <path d="m10.8 10.8 3.7 3.7" />
    </>
  ),
  seek: <path d="M11.5 7A4.5 4.5 0 1 1 2.5 7a4.5 4.5 0 0 1 9 0zM10.3 10.3l3.9 3.9" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 7.2v4.3M8 4.4v1" />
    </>
  ),
  calendar: <path d="M2 3.5h12v10.5H2zM2 7h12M5 1.5v3.5m6-3.5v3.5" />,
} as const;

export type SignName = keyof typeof SIGNS;

export function Sign({ name }: { name: SignName }) {
  return (
    <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SIGNS[name]}
    </svg>
  );
}
