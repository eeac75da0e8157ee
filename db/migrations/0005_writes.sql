CREATE TABLE "writes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"integration" text NOT NULL,
	"sync_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"data_model" text NOT NULL,
	"operation" text NOT NULL,
	"platform_id" text,
	"fields" jsonb NOT NULL,
	"raw_data" jsonb NOT NULL,
	"marker" text NOT NULL,
	"state" text NOT NULL,
	"claim" uuid,
	"claim_until" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"stumbles" integer DEFAULT 0 NOT NULL,
	"result" jsonb,
	"evidence" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"failure" jsonb,
	"request_id" text NOT NULL,
	"idempotency_key" text,
	"rootfi_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "writes" ADD CONSTRAINT "writes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "writes_company" ON "writes" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "writes_sync" ON "writes" USING btree ("sync_id");--> statement-breakpoint
CREATE INDEX "writes_key" ON "writes" USING btree ("organisation_id","idempotency_key") WHERE "writes"."idempotency_key" is not null;--> statement-breakpoint
CREATE INDEX "writes_open" ON "writes" USING btree ("company_id","state") WHERE "writes"."state" not in ('CONFIRMED', 'FAILED');--> statement-breakpoint
CREATE INDEX "audit_log_request" ON "audit_log" USING btree ("request_id");