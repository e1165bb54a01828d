/** Where the database is: a setting, with a default for who tries the program. */
export const databasePath = (): string => process.env.DATABASE_PATH || "data/register.db";
