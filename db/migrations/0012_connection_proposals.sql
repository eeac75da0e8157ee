CREATE TABLE "connection_proposals" (
	"company_id" bigint PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"entity_id" text NOT NULL,
	"entity_name" text NOT NULL,
	"credentials" "bytea" NOT NULL,
	"credentials_key_id" text NOT NULL,
	"variables" jsonb NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "connection_proposals" ADD CONSTRAINT "connection_proposals_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_proposals" ADD CONSTRAINT "connection_proposals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;