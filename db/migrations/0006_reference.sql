CREATE TABLE `merge_moves` (
	`event_id` text NOT NULL,
	`what` text NOT NULL,
	`row_id` text NOT NULL,
	PRIMARY KEY(`event_id`, `what`, `row_id`)
);
--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`into_id` text NOT NULL,
	`event_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reference_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`thing_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`from_day` text NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `changes_of_thing` ON `reference_changes` (`thing_id`,`field`,`from_day`);--> statement-breakpoint
ALTER TABLE `ministries` ADD `abbreviation` text;