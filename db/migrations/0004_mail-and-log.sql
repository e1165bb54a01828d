CREATE TABLE `acts` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by_account` text,
	`kind` text NOT NULL,
	`thing_kind` text,
	`thing_id` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `acts_by_moment` ON `acts` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `log_numbers` (
	`number` integer PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_numbers_account_id_unique` ON `log_numbers` (`account_id`);--> statement-breakpoint
CREATE TABLE `mail_attachments` (
	`mail_id` text NOT NULL,
	`position` integer NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`mail_id`, `position`),
	FOREIGN KEY (`mail_id`) REFERENCES `mails`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`to_address` text,
	`subject` text NOT NULL,
	`text` text,
	`opens` integer NOT NULL,
	`state` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`queued_at` text NOT NULL,
	`first_tried_at` text,
	`next_try_at` text,
	`claim` text,
	`settled_at` text,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `mails_to_send` ON `mails` (`state`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `events_by_recorder` ON `events` (`recorded_by`,`seq`);--> statement-breakpoint
CREATE TRIGGER `acts_refuse_update` BEFORE UPDATE ON `acts` BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `acts_refuse_delete` BEFORE DELETE ON `acts` BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;
