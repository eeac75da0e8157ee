CREATE TABLE "connection_tokens" (
	"company_id" bigint PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"token" "bytea",
	"token_key_id" text,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "connection_tokens" ADD CONSTRAINT "connection_tokens_company_id_connections_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."connections"("company_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_tokens" ADD CONSTRAINT "connection_tokens_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;