CREATE TABLE "platform_calls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform_calls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"sync_id" uuid,
	"job_id" uuid,
	"request_id" text NOT NULL,
	"method" text NOT NULL,
	"host" text NOT NULL,
	"path" text NOT NULL,
	"status" integer,
	"failure" text,
	"duration_ms" integer NOT NULL,
	"request_body" text,
	"request_bytes" integer NOT NULL,
	"response_body" text,
	"response_bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "paused_door" text;--> statement-breakpoint
ALTER TABLE "model_configs" ADD COLUMN "default_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "model_configs" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "model_configs" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "model_configs" ADD COLUMN "paused_door" text;--> statement-breakpoint
ALTER TABLE "organisation_model_configs" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_jobs" ADD COLUMN "start_cursor" jsonb;--> statement-breakpoint
ALTER TABLE "sync_jobs" ADD COLUMN "is_reread" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_jobs" ADD COLUMN "deletions_confirmed" integer;--> statement-breakpoint
ALTER TABLE "platform_calls" ADD CONSTRAINT "platform_calls_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "platform_calls_company" ON "platform_calls" USING btree ("company_id","id");--> statement-breakpoint
CREATE INDEX "platform_calls_sync" ON "platform_calls" USING btree ("sync_id","id") WHERE "platform_calls"."sync_id" is not null;--> statement-breakpoint
CREATE INDEX "platform_calls_request" ON "platform_calls" USING btree ("organisation_id","request_id","id");--> statement-breakpoint
CREATE INDEX "platform_calls_age" ON "platform_calls" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "model_configs_default" ON "model_configs" USING btree ("organisation_id","data_model","default_version","company_id");--> statement-breakpoint
CREATE INDEX "sync_jobs_parent" ON "sync_jobs" USING btree ("parent_job_id") WHERE "sync_jobs"."parent_job_id" is not null;--> statement-breakpoint
CREATE INDEX "syncs_request" ON "syncs" USING btree ("organisation_id","request_id");