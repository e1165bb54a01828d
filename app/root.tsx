import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { Page } from "./components/page.tsx";
import { isTrouble } from "./server/outcome.ts";
import stylesheet from "./styles/main.css?url";

export const links = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** The shell. A page ships no script unless it exports `handle = { hydrate: true }`. */
export function Layout({ children }: { children: ReactNode }) {
  const hydrates = useMatches().some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrates && <Scripts />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** The page for whatever could not be answered. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { heading, sentence } = troubleOf(error);
  return (
    <>
      <title>{`${heading} - Toezeggingenregister`}</title>
      <Page heading={heading} account={null}>
        <p className="utrecht-paragraph">{sentence}</p>
        <p className="utrecht-paragraph">
          <a href="/">Naar het begin van het register</a>
        </p>
      </Page>
    </>
  );
}

function troubleOf(error: unknown): { heading: string; sentence: string } {
  if (isRouteErrorResponse(error)) {
    if (isTrouble(error.data)) return error.data;
    if (error.status === 404)
      return { heading: "Deze pagina is er niet", sentence: "Misschien is het adres verkeerd overgenomen." };
    if (error.status === 405)
      return { heading: "Dit kan hier niet", sentence: "Dit adres neemt geen formulieren aan." };
  }
  return {
    heading: "Er ging iets mis",
    sentence:
      "Het ligt niet aan u. Wat al in het register stond, is niet veranderd. Probeer het nog eens; blijft het misgaan, meld het dan aan de beheerder met het tijdstip erbij.",
  };
}
