CREATE TABLE `reminder_answers` (
	`reminder_id` text NOT NULL,
	`commitment_id` text NOT NULL,
	`typed` text NOT NULL,
	`typed_by` text NOT NULL,
	`typed_at` text NOT NULL,
	`sent` text,
	`sent_at` text,
	`sent_seq` integer,
	`outcome` text,
	`refusal` text,
	`decided_by` text,
	`decided_at` text,
	PRIMARY KEY(`reminder_id`, `commitment_id`),
	FOREIGN KEY (`reminder_id`) REFERENCES `reminders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`typed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`committee_id` text NOT NULL,
	`ministry_id` text NOT NULL,
	`edition` text NOT NULL,
	`head_seq` integer NOT NULL,
	`mailed_to` integer NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` text NOT NULL,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ministry_id`) REFERENCES `ministries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_number_unique` ON `reminders` (`number`);--> statement-breakpoint
CREATE TRIGGER `reminders_refuse_update` BEFORE UPDATE ON `reminders` BEGIN SELECT RAISE(ABORT, 'a reminder stays as it was sent'); END;
--> statement-breakpoint
CREATE TRIGGER `reminders_refuse_delete` BEFORE DELETE ON `reminders` BEGIN SELECT RAISE(ABORT, 'a reminder stays as it was sent'); END;
