CREATE TABLE "brandings" (
	"organisation_id" bigint PRIMARY KEY NOT NULL,
	"accent" text,
	"contact" text,
	"logo" "bytea",
	"logo_id" text,
	"logo_type" text,
	"logo_width" integer,
	"logo_height" integer,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invite_links" ADD COLUMN "platform_chosen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invite_links" ADD COLUMN "authorised_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invite_links" ADD COLUMN "first_record_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invite_links" ADD COLUMN "refused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invite_links" ADD COLUMN "refused_integration" text;--> statement-breakpoint
ALTER TABLE "invite_links" ADD COLUMN "refusal_class" text;--> statement-breakpoint
ALTER TABLE "brandings" ADD CONSTRAINT "brandings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "brandings_logo" ON "brandings" USING btree ("logo_id");