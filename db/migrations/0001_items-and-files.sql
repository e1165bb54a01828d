CREATE TABLE `item_links` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`target_kind` text NOT NULL,
	`target_id` text NOT NULL,
	`relation` text,
	`passage` text,
	`note` text,
	`effective_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `links_of_item` ON `item_links` (`item_id`);--> statement-breakpoint
CREATE INDEX `links_to_target` ON `item_links` (`target_kind`,`target_id`);--> statement-breakpoint
ALTER TABLE `imports` ADD `state` text DEFAULT 'read' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `progress` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `refusal` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `letter` text;--> statement-breakpoint
ALTER TABLE `items` ADD `number` text;--> statement-breakpoint
ALTER TABLE `items` ADD `measure` text;--> statement-breakpoint
ALTER TABLE `items` ADD `figure` text;--> statement-breakpoint
ALTER TABLE `items` ADD `seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `items_number_unique` ON `items` (`number`);--> statement-breakpoint
UPDATE `items` SET `seq` = coalesce((SELECT min(`seq`) FROM `events` WHERE `subject` = 'item' AND `subject_id` = `items`.`id` AND `kind` = 'registered'), 0);
