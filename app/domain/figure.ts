/** A count as people read it: `12.345`. */
export const figure = (count: number): string =>
  count < 1000 ? String(count) : String(count).replace(/\B(?=(?:\d{3})+$)/g, ".");
