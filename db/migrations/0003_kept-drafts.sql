CREATE TABLE `kept_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`title` text NOT NULL,
	`sent_on` text NOT NULL,
	`dossier_id` text,
	`chamber` text NOT NULL,
	`written_on` text,
	`passages` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
