CREATE TABLE `debate_records` (
	`debate_id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`list` text NOT NULL,
	`file_name` text,
	`reading` text NOT NULL,
	`kept_by` text NOT NULL,
	`kept_at` text NOT NULL,
	FOREIGN KEY (`kept_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decision_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`account_id` text NOT NULL,
	`text` text NOT NULL,
	`source` text NOT NULL,
	`decided_on` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `record_takings` (
	`debate_id` text NOT NULL,
	`proposal` text NOT NULL,
	`commitment_id` text NOT NULL,
	PRIMARY KEY(`debate_id`, `proposal`)
);
