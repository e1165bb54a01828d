/** XML has no place for control characters, but a line may end within a text. */
export const xmlText = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ");
