CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`ministry_id` text,
	`committee_id` text,
	`member_id` text,
	`password_hash` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`ministry_id`) REFERENCES `ministries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_unique` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `addressees` (
	`commitment_id` text NOT NULL,
	`kind` text NOT NULL,
	`addressee_id` text NOT NULL,
	PRIMARY KEY(`commitment_id`, `kind`, `addressee_id`)
);
--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`quote` text,
	`chamber` text NOT NULL,
	`made_on` text NOT NULL,
	`origin_kind` text NOT NULL,
	`origin_id` text NOT NULL,
	`origin_passage` text,
	`office_id` text NOT NULL,
	`office_holder_id` text,
	`committee_id` text,
	`dossier_id` text NOT NULL,
	`topic_id` text,
	`source` text,
	`recurring_per_year` integer,
	`published_on` text,
	`seq` integer NOT NULL,
	`changed_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commitments_number_unique` ON `commitments` (`number`);--> statement-breakpoint
CREATE INDEX `commitments_of_dossier` ON `commitments` (`dossier_id`);--> statement-breakpoint
CREATE INDEX `commitments_of_origin` ON `commitments` (`origin_kind`,`origin_id`);--> statement-breakpoint
CREATE TABLE `committees` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`chamber` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `debates` (
	`id` text PRIMARY KEY NOT NULL,
	`debate_kind` text NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`chamber` text NOT NULL,
	`committee_id` text,
	`dossier_id` text NOT NULL,
	`paper` text,
	`ministry_id` text,
	`office_holder_ids` text NOT NULL,
	`published_on` text
);
--> statement-breakpoint
CREATE TABLE `dossiers` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`ministry_id` text,
	`committee_id` text,
	`shows_help` integer NOT NULL,
	`is_invented` integer NOT NULL,
	FOREIGN KEY (`ministry_id`) REFERENCES `ministries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossiers_slug_unique` ON `dossiers` (`slug`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`kind` text NOT NULL,
	`effective_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`payload` text NOT NULL,
	`payload_salt` text NOT NULL,
	`recorder_salt` text NOT NULL,
	`payload_digest` text NOT NULL,
	`recorder_digest` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_id_unique` ON `events` (`id`);--> statement-breakpoint
CREATE INDEX `events_of_subject` ON `events` (`subject`,`subject_id`,`seq`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`original_sha256` text NOT NULL,
	`text` text NOT NULL,
	`decoded_from` text,
	`head` text NOT NULL,
	`dossier_id` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_sha256`) REFERENCES `originals`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`item_kind` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`dossier_id` text NOT NULL,
	`topic_id` text,
	`origin` text,
	`by_whom` text,
	`deadline` text,
	`source` text,
	`evidence` text,
	`effective_on` text NOT NULL,
	`published_on` text
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`day` text NOT NULL,
	`letter_kind` text NOT NULL,
	`chamber` text NOT NULL,
	`sender` text,
	`ministry_id` text,
	`dossier_id` text NOT NULL,
	`paper` text,
	`original_sha256` text,
	`passages` text NOT NULL,
	`review_begun` integer NOT NULL,
	`review_closed` integer NOT NULL,
	`remarks` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `letters_of_dossier` ON `letters` (`dossier_id`,`day`);--> statement-breakpoint
CREATE INDEX `letters_by_original` ON `letters` (`original_sha256`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`group_id` text,
	`chamber` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ministries` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tooi` text
);
--> statement-breakpoint
CREATE TABLE `office_holders` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`name` text NOT NULL,
	`from_day` text,
	`until_day` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`ministry_id` text NOT NULL,
	FOREIGN KEY (`ministry_id`) REFERENCES `ministries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `originals` (
	`sha256` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`bytes` blob NOT NULL,
	`received_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ownerships` (
	`commitment_id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`internal_date` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `periods` (
	`commitment_id` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`status` text NOT NULL,
	`ministry_id` text NOT NULL,
	`latest` text,
	`due_on` text,
	`late_from` text,
	`expected_on` text,
	`without_term` integer NOT NULL,
	`counts_as_open` integer NOT NULL,
	`frozen_on` text,
	`state` text NOT NULL,
	PRIMARY KEY(`commitment_id`, `from_day`)
);
--> statement-breakpoint
CREATE INDEX `periods_by_day` ON `periods` (`from_day`,`until_day`);--> statement-breakpoint
CREATE INDEX `periods_by_lateness` ON `periods` (`late_from`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`position` integer NOT NULL,
	`anchor` text NOT NULL,
	`kind` text NOT NULL,
	`quote` text NOT NULL,
	`who` text,
	`addressee` text,
	`deadline` text,
	`verdict` text,
	`why` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `proposals_of_letter` ON `proposals` (`letter_id`,`position`);--> statement-breakpoint
CREATE TABLE `recesses` (
	`id` text PRIMARY KEY NOT NULL,
	`chamber` text NOT NULL,
	`name` text NOT NULL,
	`start_day` text NOT NULL,
	`end_day` text NOT NULL,
	`basis` text NOT NULL,
	`source` text,
	`verified` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `register_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`head_seq` integer NOT NULL,
	`head_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_by_key` ON `sign_in_attempts` (`key`,`at`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`dossier_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_by_slug` ON `topics` (`slug`);--> statement-breakpoint
CREATE TRIGGER `events_refuse_update` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_refuse_delete` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE INDEX `events_by_letter` ON `events` (json_extract(`payload`, '$.passage.letterId'));
--> statement-breakpoint
INSERT INTO `register_state` (`id`, `revision`, `head_seq`, `head_hash`) VALUES (1, 0, 0, '');
--> statement-breakpoint
CREATE TRIGGER `events_refuse_replace` BEFORE INSERT ON `events` WHEN EXISTS (SELECT 1 FROM `events` WHERE `seq` = NEW.`seq` OR `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
