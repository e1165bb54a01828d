/** Loads the demo into a database that is not there yet, and says the password of its accounts. */
const [path = ""] = process.argv.slice(2);
process.env.DATABASE_PATH = path;
process.env.LOG_LEVEL = "silent";
const { migrate } = await import("#db/migrate.ts");
migrate(path);
const { loadDemo } = await import("#app/cli/demo-data.ts");
console.log((await loadDemo(`${path}-wachtwoord`)).password);

export {};
