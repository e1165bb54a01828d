/** The name of the register and how a page is called. */
const REGISTER_NAME = "Toezeggingenregister";

/** The title of a page starts with its heading. */
export const pageTitle = (heading: string): string => `${heading} - ${REGISTER_NAME}`;
