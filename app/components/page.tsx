import type { ReactNode } from "react";
import { type Linker, paths } from "#app/paths.ts";
import { Alert } from "./alert.tsx";
import { AsOfForm, AsOfLine, type AsOfProps } from "./as-of.tsx";
import { Help } from "./help.tsx";
import { SearchBox } from "./search-box.tsx";

export interface Account {
  name: string;
  role: "staff" | "clerk" | "aide" | "admin";
  /** The role in Dutch, with the team: "ministerie van Justitie en Veiligheid". */
  roleLabel: string;
}

const SECTIONS = [
  { href: paths.register, label: "Toezeggingen" },
  { href: paths.letters, label: "Brieven" },
  { href: paths.debates, label: "Debatten" },
  { href: paths.dossiers, label: "Dossiers" },
  { href: paths.explanation, label: "Uitleg" },
];

const DESK = [{ href: paths.desk, label: "Mijn werk" }];

/** What each role has beside what everybody reads; always of today. */
const OWN_SECTIONS: Record<Account["role"], { href: string; label: string }[]> = {
  aide: [{ href: paths.ownMember, label: "Mijn Kamerlid" }],
  staff: DESK,
  clerk: DESK,
  admin: [{ href: paths.administration, label: "Beheer" }],
};

export interface PageProps {
  /** The one `h1`. */
  heading: string;
  lead?: ReactNode;
  /** From the home page down to the page above this one. */
  breadcrumbs?: { href: string; label: string }[];
  asOf?: AsOfProps;
  /** Stands above the heading: what kind of page this is. */
  above?: ReactNode;
  account: Account | null;
  /** `werk`: behind the login, where the page is as wide as the screen allows. */
  area?: "public" | "werk";
  /** Answers what the visitor just did: "De brief is opgeslagen." */
  notice?: string | null;
  /** The path of this page, to mark its section in the navigation. */
  current?: string;
  /** From when until when what is shown was followed, in a sentence. */
  covers?: ReactNode;
  /** Ends the page with where to get help and where to report. */
  help?: boolean;
  wide?: boolean;
  /** What the search box holds; only where that is what the page answers. */
  searched?: string;
  /** Writes the links of the frame, so that they keep the day that the visitor is looking at. */
  link?: Linker;
  children: ReactNode;
}

/** The frame of every page. */
export function Page(props: PageProps) {
  const {
    heading,
    lead,
    breadcrumbs = [],
    asOf,
    above,
    account,
    area = "public",
    notice,
    current,
    covers,
    help,
    searched,
    link = (path) => path,
    children,
  } = props;
  const wide = props.wide || area === "werk";
  return (
    <div className={`utrecht-document page page--${area}${wide ? " page--wide" : ""}`}>
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
        Naar de inhoud
      </a>
      <Masthead account={account} current={current} searched={searched} link={link} />
      {(breadcrumbs.length > 0 || asOf) && (
        <div className="context">
          {breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
          {asOf && (
            <section className="context__as-of" aria-label="Peildatum">
              <AsOfForm {...asOf} />
            </section>
          )}
        </div>
      )}
      <main id="inhoud" className="main" tabIndex={-1}>
        {asOf && <AsOfLine {...asOf} />}
        {above}
        {notice && (
          <Alert tone="ok" role="status">
            {notice}
          </Alert>
        )}
        <h1 className="utrecht-heading-1">{heading}</h1>
        {lead && <div className="lead">{lead}</div>}
        {covers && <p className="covers">{covers}</p>}
        {children}
        {help && <Help />}
      </main>
      <Footer link={link} />
    </div>
  );
}

function Masthead({
  account,
  current,
  searched,
  link,
}: Pick<PageProps, "account" | "current" | "searched"> & { link: Linker }) {
  const sections = account?.role ? [...SECTIONS, ...OWN_SECTIONS[account.role]] : SECTIONS;
  return (
    <header className="masthead">
      <div className="masthead__bar">
        <a className="wordmark" href={link(paths.home)}>
          <Mark />
          <span>
            <span className="wordmark__name">Toezeggingenregister</span>{" "}
            <span className="wordmark__tagline">Wat een bewindspersoon toezegde, en wat ervan kwam</span>
          </span>
        </a>
        <SearchBox searched={searched} link={link} />
        <p className="masthead__own">
          <a href={link(paths.keptList)}>Mijn lijst</a>
          {!account && <a href={paths.signIn}>Inloggen</a>}
        </p>
        {account && <SignedIn {...account} />}
      </div>
      <nav className="main-nav" aria-label="Hoofdmenu">
        <ul className="main-nav__list">
          {sections.map(({ href, label }) => (
            <li key={href}>
              <a
                href={SECTIONS.some((section) => section.href === href) ? link(href) : href}
                aria-current={current === href ? "page" : current?.startsWith(`${href}/`) ? "true" : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** A page of a ledger with its last line ticked off. */
const Mark = () => (
  <svg className="wordmark__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="3" fill="currentColor" />
    <path d="M8 8.5h16M8 14.5h8" stroke="#fff" strokeWidth="2.5" fill="none" />
    <path d="m8 21 4.5 4.5L24 14" stroke="#fff" strokeWidth="3" fill="none" />
  </svg>
);

const SignedIn = ({ name, roleLabel }: Account) => (
  <div className="account">
    <span>
      <a className="account__name" href={paths.account}>
        {name}
      </a>{" "}
      <span className="account__role">{roleLabel}</span>
    </span>
    <form action={paths.signOut} method="post">
      <button className="link-button" type="submit">
        Uitloggen
      </button>
    </form>
  </div>
);

const Breadcrumbs = ({ items }: { items: { href: string; label: string }[] }) => (
  <nav className="utrecht-breadcrumb-nav" aria-label="Kruimelpad">
    <ol className="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
      {items.map(({ href, label }, i) => (
        <li className="utrecht-breadcrumb-nav__item" key={href}>
          {i > 0 && (
            <span className="utrecht-breadcrumb-nav__separator" aria-hidden="true">
              ›
            </span>
          )}
          <a className="utrecht-breadcrumb-nav__link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

const Footer = ({ link }: { link: Linker }) => (
  <footer className="footer">
    <div className="footer__inner">
      <p>
        Het register laat zien wat een bewindspersoon aan de Kamer toezegde, voor wanneer, en wat ervan kwam. De
        officiële publicatie waar een regel naar verwijst, gaat altijd voor.
      </p>
      <ul className="footer__links">
        <li>
          <a href={link(paths.explanation)}>Uitleg bij het register</a>
        </li>
        <li>
          <a href={link(paths.late)}>Wat is te laat?</a>
        </li>
        <li>
          <a href={link(paths.figures)}>Toezeggingen in cijfers</a>
        </li>
        <li>
          <a href={link(paths.compare)}>Twee dagen vergelijken</a>
        </li>
        <li>
          <a href={link(paths.debatePack)}>Debatpakket</a>
        </li>
        <li>
          <a href={link(paths.chain)}>Keten nagaan</a>
        </li>
        <li>
          <a href={link(paths.corrections)}>Correcties en intrekkingen</a>
        </li>
        <li>
          <a href={link(paths.api)}>API voor programma&rsquo;s</a>
        </li>
        <li>
          <a href={link(paths.accessibility)}>Toegankelijkheid</a>
        </li>
      </ul>
    </div>
  </footer>
);
