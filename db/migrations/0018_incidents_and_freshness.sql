CREATE TABLE "connection_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connection_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"from_failure" text,
	"to_failure" text,
	"message" text,
	"sync_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_companies" (
	"organisation_id" bigint NOT NULL,
	"incident_id" uuid NOT NULL,
	"company_id" bigint NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "incident_companies_incident_id_company_id_pk" PRIMARY KEY("incident_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "incident_subscriptions" (
	"organisation_id" bigint NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incident_subscriptions_organisation_id_user_id_pk" PRIMARY KEY("organisation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"cause" text NOT NULL,
	"integration" text,
	"platform_code" text DEFAULT '' NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"quiet_since" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "model_configs" ADD COLUMN "late_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connection_changes" ADD CONSTRAINT "connection_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_changes" ADD CONSTRAINT "connection_changes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_companies" ADD CONSTRAINT "incident_companies_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_companies" ADD CONSTRAINT "incident_companies_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_subscriptions" ADD CONSTRAINT "incident_subscriptions_member" FOREIGN KEY ("organisation_id","user_id") REFERENCES "public"."members"("organisation_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_changes_company" ON "connection_changes" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "incident_companies_company" ON "incident_companies" USING btree ("company_id","since");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_open" ON "incidents" USING btree ("organisation_id","cause",coalesce("integration", ''),"platform_code") WHERE "incidents"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "incidents_organisation" ON "incidents" USING btree ("organisation_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "audit_log_company_time" ON "audit_log" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "connections_failing" ON "connections" USING btree ("organisation_id","company_id") WHERE "connections"."failure" is not null;--> statement-breakpoint
CREATE INDEX "model_configs_late" ON "model_configs" USING btree ("organisation_id","company_id") WHERE "model_configs"."late_since" is not null;--> statement-breakpoint
CREATE INDEX "sync_jobs_refused" ON "sync_jobs" USING btree ("organisation_id","company_id") WHERE "sync_jobs"."status" = 'FAILED' and "sync_jobs"."failure_class" is null and "sync_jobs"."error_response" ->> 'wouldVanish' is not null;