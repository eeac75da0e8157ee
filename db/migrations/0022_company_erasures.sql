CREATE TABLE "company_erasures" (
	"company_id" bigint PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_label" text NOT NULL,
	"door" text NOT NULL,
	"request_id" text NOT NULL,
	"rows_found" integer NOT NULL,
	"erased" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "company_erasures" ADD CONSTRAINT "company_erasures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_erasures_organisation" ON "company_erasures" USING btree ("organisation_id","created_at");