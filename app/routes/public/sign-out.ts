import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { signOut } from "#app/server/session.ts";
import { visit } from "#app/server/visit.ts";

/** Somebody who types this address: nothing is ended by a GET. */
export async function loader({ request }: LoaderFunctionArgs) {
  await visit(request);
  return redirect(paths.home);
}

export async function action({ request }: ActionFunctionArgs) {
  await visit(request);
  return redirect(`${paths.home}?gedaan=uitgelogd`, { headers: { "Set-Cookie": await signOut(request) } });
}
