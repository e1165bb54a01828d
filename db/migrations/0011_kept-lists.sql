CREATE TABLE `kept_lists` (
	`account_id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`since` text NOT NULL,
	`looked_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
