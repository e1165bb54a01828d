CREATE TABLE `late_editions` (
	`day` text PRIMARY KEY NOT NULL,
	`edition` text NOT NULL,
	`counts` text NOT NULL,
	`head_seq` integer NOT NULL,
	`made_at` text NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER `late_editions_refuse_update` BEFORE UPDATE ON `late_editions` BEGIN SELECT RAISE(ABORT, 'an edition stays as it was made'); END;
--> statement-breakpoint
CREATE TRIGGER `late_editions_refuse_delete` BEFORE DELETE ON `late_editions` BEGIN SELECT RAISE(ABORT, 'an edition stays as it was made'); END;
