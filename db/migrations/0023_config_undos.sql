CREATE TABLE "config_undos" (
	"audit_id" bigint PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"models" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "config_undos" ADD CONSTRAINT "config_undos_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "config_undos" ADD CONSTRAINT "config_undos_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "config_undos_company" ON "config_undos" USING btree ("company_id","audit_id");