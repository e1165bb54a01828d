import type { MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { Page } from "./components/page.tsx";
import { RequestContext } from "./components/request-context.tsx";
import { SendAgain } from "./components/send-again.tsx";
import { pageTitle } from "./domain/titles.ts";
import { paths } from "./paths.ts";
import { isTrouble } from "./server/outcome.ts";
import stylesheet from "./styles/main.css?url";

export const links = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** The shell. Pages ship no React: the few scripts that there are stand in `public/scripts`, and no page needs one. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** A page that could not be answered is called after what went wrong. */
export const meta: MetaFunction = ({ error }) => (error ? [{ title: pageTitle(troubleOf(error).heading) }] : []);

/** The page for whatever could not be answered. */
export function ErrorBoundary() {
  const { number, account, typed } = useContext(RequestContext);
  const { heading, sentence, isOurs } = troubleOf(useRouteError());
  return (
    <Page heading={heading} account={account}>
      <p>{sentence}</p>
      {isOurs && <p>Noem bij een melding dit nummer: {number}.</p>}
      {typed && <SendAgain {...typed} />}
      <p>
        <a href={paths.register}>Naar alle toezeggingen</a> of <a href={paths.home}>naar het begin</a>
      </p>
    </Page>
  );
}

function troubleOf(error: unknown): { heading: string; sentence: string; isOurs?: true } {
  if (isRouteErrorResponse(error)) {
    // Of a fault of ours that has words of its own, one tells the number as well.
    if (isTrouble(error.data)) return { ...error.data, ...(error.status >= 500 && { isOurs: true }) };
    if (error.status === 404)
      return { heading: "Deze pagina is er niet", sentence: "Misschien is het adres verkeerd overgenomen." };
    if (error.status === 405)
      return { heading: "Dit kan hier niet", sentence: "Dit adres neemt geen formulieren aan." };
  }
  return {
    heading: "Er ging iets mis",
    sentence:
      "Het ligt niet aan u. Wat al in het register stond, is niet veranderd. Probeer het nog eens; blijft het misgaan, meld het dan aan de beheerder.",
    isOurs: true,
  };
}
