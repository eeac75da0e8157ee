CREATE TABLE "access_token_chains" (
	"organisation_id" bigint NOT NULL,
	"access_token_id" uuid NOT NULL,
	"chain_id" uuid NOT NULL,
	CONSTRAINT "access_token_chains_access_token_id_chain_id_pk" PRIMARY KEY("access_token_id","chain_id")
);
--> statement-breakpoint
CREATE TABLE "access_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" bigint NOT NULL,
	"dialect" text NOT NULL,
	"name" text NOT NULL,
	"client_id" uuid,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"read_only" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "access_tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "integration_clients" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "integration_clients_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "company_profiles" (
	"company_id" bigint PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"avatar_url" text,
	"description" text,
	"buyer_reference" text,
	"leitweg_id" text,
	"peppol_id" text,
	"default_document_type_id" bigint,
	"due_interval" text,
	"custom_fields" jsonb,
	"invoice_email_recipients" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"settings" jsonb,
	"projectless_budgets" boolean DEFAULT false NOT NULL,
	"external_sync" boolean DEFAULT false NOT NULL,
	"sample_data" boolean DEFAULT false NOT NULL,
	"identifier" text,
	"additional_tax_identifier" text,
	"accounting_code" text,
	"billing_code" text,
	"iata" text,
	"contact_person" text,
	"contact_information" text,
	"notes" text,
	"department" text,
	"duns_number" text,
	"credit_rating" text DEFAULT 'CreditOk' NOT NULL,
	"reference_identifier" text,
	"merge_target_id" uuid,
	"invoiceable" boolean DEFAULT true NOT NULL,
	"add_fees_to_invoices" boolean DEFAULT false NOT NULL,
	"add_tax_deducted_payment_to_invoices" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_subscribers" (
	"company_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "company_subscribers_company_id_user_id_pk" PRIMARY KEY("company_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "contact_data" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contact_data_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"name" text,
	"value" text,
	"address_id" uuid,
	"billing_address" text,
	"city" text,
	"state" text,
	"zipcode" text,
	"country" text
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "projects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "custom_fields" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "custom_fields_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_types" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "document_types_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subsidiaries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subsidiaries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tax_rates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tax_rates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"percentage" numeric(7, 4) NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invite_links" DROP CONSTRAINT "invite_links_company_id_companies_id_fk";
--> statement-breakpoint
ALTER TABLE "connections" DROP CONSTRAINT "connections_company_id_companies_id_fk";
--> statement-breakpoint
ALTER TABLE "model_configs" DROP CONSTRAINT "model_configs_company_id_companies_id_fk";
--> statement-breakpoint
ALTER TABLE "rejected_records" DROP CONSTRAINT "rejected_records_company_id_companies_id_fk";
--> statement-breakpoint
ALTER TABLE "syncs" DROP CONSTRAINT "syncs_company_id_companies_id_fk";
--> statement-breakpoint
ALTER TABLE "companies" ALTER COLUMN "company_code" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "billing_name" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "vat" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "default_currency" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "domain" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "due_days" integer;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "default_subsidiary_id" bigint;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "default_tax_rate_id" bigint;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "mother_company_id" bigint;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "tag_list" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "tag_keys" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "access_token_chains" ADD CONSTRAINT "access_token_chains_access_token_id_access_tokens_id_fk" FOREIGN KEY ("access_token_id") REFERENCES "public"."access_tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_token_chains" ADD CONSTRAINT "access_token_chains_chain_id_chains_id_fk" FOREIGN KEY ("chain_id") REFERENCES "public"."chains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_client_id_integration_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."integration_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration_clients" ADD CONSTRAINT "integration_clients_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_profiles" ADD CONSTRAINT "company_profiles_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_profiles" ADD CONSTRAINT "company_profiles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_profiles" ADD CONSTRAINT "company_profiles_default_document_type_id_document_types_id_fk" FOREIGN KEY ("default_document_type_id") REFERENCES "public"."document_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_subscribers" ADD CONSTRAINT "company_subscribers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_subscribers" ADD CONSTRAINT "company_subscribers_member" FOREIGN KEY ("organisation_id","user_id") REFERENCES "public"."members"("organisation_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_data" ADD CONSTRAINT "contact_data_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_data" ADD CONSTRAINT "contact_data_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_types" ADD CONSTRAINT "document_types_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subsidiaries" ADD CONSTRAINT "subsidiaries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_token_chains_chain" ON "access_token_chains" USING btree ("chain_id");--> statement-breakpoint
CREATE INDEX "access_tokens_organisation" ON "access_tokens" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "access_tokens_client" ON "access_tokens" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "integration_clients_organisation" ON "integration_clients" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "company_profiles_document_type" ON "company_profiles" USING btree ("default_document_type_id");--> statement-breakpoint
CREATE INDEX "company_subscribers_member" ON "company_subscribers" USING btree ("organisation_id","user_id");--> statement-breakpoint
CREATE INDEX "contact_data_company" ON "contact_data" USING btree ("company_id","kind","position");--> statement-breakpoint
CREATE INDEX "projects_organisation" ON "projects" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "projects_company" ON "projects" USING btree ("company_id","id");--> statement-breakpoint
CREATE INDEX "custom_fields_organisation" ON "custom_fields" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_types_name" ON "document_types" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "subsidiaries_name" ON "subsidiaries" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "tax_rates_name" ON "tax_rates" USING btree ("organisation_id","name");--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_default_subsidiary_id_subsidiaries_id_fk" FOREIGN KEY ("default_subsidiary_id") REFERENCES "public"."subsidiaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_default_tax_rate_id_tax_rates_id_fk" FOREIGN KEY ("default_tax_rate_id") REFERENCES "public"."tax_rates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_mother_company_id_companies_id_fk" FOREIGN KEY ("mother_company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite_links" ADD CONSTRAINT "invite_links_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_configs" ADD CONSTRAINT "model_configs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "companies_domain" ON "companies" USING btree ("organisation_id","domain") WHERE "companies"."domain" is not null;--> statement-breakpoint
CREATE INDEX "companies_organisation" ON "companies" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "companies_created" ON "companies" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "companies_updated" ON "companies" USING btree ("organisation_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "companies_last_activity" ON "companies" USING btree ("organisation_id","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "companies_archived_at" ON "companies" USING btree ("organisation_id","archived_at","id") WHERE "companies"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "companies_chain_live" ON "companies" USING btree ("chain_id","created_at","number") WHERE "companies"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "companies_chain_archived" ON "companies" USING btree ("chain_id","created_at","number") WHERE "companies"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "companies_mother" ON "companies" USING btree ("mother_company_id","id") WHERE "companies"."mother_company_id" is not null;--> statement-breakpoint
CREATE INDEX "companies_external_id" ON "companies" USING btree ("organisation_id","external_id","id") WHERE "companies"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "companies_billing_name" ON "companies" USING btree ("organisation_id","billing_name","id") WHERE "companies"."billing_name" is not null;--> statement-breakpoint
CREATE INDEX "companies_vat" ON "companies" USING btree ("organisation_id","vat","id") WHERE "companies"."vat" is not null;--> statement-breakpoint
CREATE INDEX "companies_currency" ON "companies" USING btree ("organisation_id","default_currency","id");--> statement-breakpoint
CREATE INDEX "companies_due_days" ON "companies" USING btree ("organisation_id","due_days","id");--> statement-breakpoint
CREATE INDEX "companies_subsidiary" ON "companies" USING btree ("organisation_id","default_subsidiary_id","id");--> statement-breakpoint
CREATE INDEX "companies_tax_rate" ON "companies" USING btree ("organisation_id","default_tax_rate_id","id");--> statement-breakpoint
CREATE INDEX "companies_tags" ON "companies" USING gin ("tag_keys");