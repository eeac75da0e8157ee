CREATE TABLE "bulk_action_rows" (
	"bulk_action_id" uuid NOT NULL,
	"company_id" bigint NOT NULL,
	"company_name" text NOT NULL,
	"status" text NOT NULL,
	"message" text,
	"input" jsonb,
	"undo" jsonb,
	CONSTRAINT "bulk_action_rows_bulk_action_id_company_id_pk" PRIMARY KEY("bulk_action_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"undo_of" uuid,
	"user_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"role" text NOT NULL,
	"request_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" bigint NOT NULL,
	"user_id" uuid NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bulk_action_rows" ADD CONSTRAINT "bulk_action_rows_bulk_action_id_bulk_actions_id_fk" FOREIGN KEY ("bulk_action_id") REFERENCES "public"."bulk_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_actions" ADD CONSTRAINT "bulk_actions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_action_rows_status" ON "bulk_action_rows" USING btree ("bulk_action_id","status","company_id");--> statement-breakpoint
CREATE INDEX "bulk_actions_organisation" ON "bulk_actions" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bulk_actions_active" ON "bulk_actions" USING btree ("moved_at") WHERE "bulk_actions"."status" in ('QUEUED', 'RUNNING');--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_actions_undone_once" ON "bulk_actions" USING btree ("undo_of") WHERE "bulk_actions"."undo_of" is not null;--> statement-breakpoint
CREATE INDEX "saved_views_list" ON "saved_views" USING btree ("organisation_id","list");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_own_name" ON "saved_views" USING btree ("organisation_id","user_id","list",lower("name")) WHERE not "saved_views"."is_shared";--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_shared_name" ON "saved_views" USING btree ("organisation_id","list",lower("name")) WHERE "saved_views"."is_shared";