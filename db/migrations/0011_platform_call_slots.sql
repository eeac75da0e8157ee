CREATE TABLE "platform_call_slots" (
	"company_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"slot" integer NOT NULL,
	"holder" uuid NOT NULL,
	"held_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "platform_call_slots_company_id_slot_pk" PRIMARY KEY("company_id","slot")
);
--> statement-breakpoint
ALTER TABLE "platform_call_slots" ADD CONSTRAINT "platform_call_slots_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_call_slots" ADD CONSTRAINT "platform_call_slots_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "platform_calls_use" ON "platform_calls" USING btree ("company_id","created_at");