CREATE TABLE `search_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_texts` (
	`place` integer PRIMARY KEY NOT NULL,
	`thing_id` text NOT NULL,
	`anchor` text
);
--> statement-breakpoint
CREATE INDEX `texts_of_thing` ON `search_texts` (`thing_id`);--> statement-breakpoint
CREATE TABLE `search_words` (
	`word` text PRIMARY KEY NOT NULL,
	`stem` text NOT NULL,
	`tail` text NOT NULL,
	`texts` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `words_by_stem` ON `search_words` (`stem`);--> statement-breakpoint
CREATE INDEX `words_by_tail` ON `search_words` (`tail`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_text` USING fts5(`title`, `body`, `refs`, tokenize = 'unicode61 remove_diacritics 0', columnsize = 0);--> statement-breakpoint
INSERT INTO `search_state` (`id`, `version`) SELECT 1, 1 WHERE NOT EXISTS (SELECT 1 FROM `events`);
