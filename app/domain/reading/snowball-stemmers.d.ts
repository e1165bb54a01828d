/** The package ships no types; this is the part that we use. */
declare module "snowball-stemmers" {
  interface Stemmer {
    stem(word: string): string;
  }
  const factory: { newStemmer(algorithm: "dutch"): Stemmer };
  export default factory;
}
