CREATE TABLE `selections` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`commitment_ids` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `periods` ADD `disagreed` integer DEFAULT false NOT NULL;