/** Makes the editions that are missing in a register, up to and including a day, and says which it made. */
const [path = "", until = ""] = process.argv.slice(2);
process.env.DATABASE_PATH = path;
const { makeLateEditions } = await import("#db/late-editions.ts");
console.log(JSON.stringify(await makeLateEditions(until)));

export {};
