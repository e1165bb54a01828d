/** Sentences that say of a promise no more than that they go on about the one that was just named. */

const POINTS_BACK =
  /(?<![\p{L}])(?:hiermee|daarmee|hieraan|daaraan|hiervoor|daarvoor|deze toezegging|die toezegging)(?![\p{L}])/iu;

/** "Hiermee is deze toezegging nagekomen." */
export const pointsBack = (sentence: string): boolean => POINTS_BACK.test(sentence);

/** Why such a sentence is taken to be about what was named last under its heading. */
export const GOES_ON = "de zin gaat verder op de toezegging die erboven wordt genoemd";
