/** Every URL of app/routes.ts as a pattern: `/werk/brieven/:id`. */
import routes from "#app/routes.ts";

export const ROUTES: string[] = routes.map(({ path }) => `/${path ?? ""}`);
