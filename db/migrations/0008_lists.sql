CREATE TABLE `list_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`ministry_id` text NOT NULL,
	`original_sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`progress` text,
	`refusal` text,
	`list_date` text NOT NULL,
	`form` text,
	`decoded_from` text,
	`sheets` text NOT NULL,
	`sheet` text,
	`header_row` integer,
	`layout` text,
	`compared_seq` integer,
	`summary` text,
	`publish` integer DEFAULT false NOT NULL,
	`notice` text,
	`created_at` text NOT NULL,
	`taken_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ministry_id`) REFERENCES `ministries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_sha256`) REFERENCES `originals`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `list_layouts` (
	`ministry_id` text NOT NULL,
	`headers` text NOT NULL,
	`memory` text NOT NULL,
	`remembered_at` text NOT NULL,
	PRIMARY KEY(`ministry_id`, `headers`)
);
--> statement-breakpoint
CREATE TABLE `list_rows` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`cells` text NOT NULL,
	`outcome` text,
	`proposal` text,
	`list_first` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `list_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `list_rows_by_outcome` ON `list_rows` (`import_id`,`outcome`);--> statement-breakpoint
CREATE TABLE `list_takings` (
	`ministry_id` text NOT NULL,
	`key` text NOT NULL,
	`commitment_id` text NOT NULL,
	`listed` text NOT NULL,
	`list_date` text NOT NULL,
	`taken_at` text NOT NULL,
	PRIMARY KEY(`ministry_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `takings_of_commitment` ON `list_takings` (`commitment_id`);