CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"read_only" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"organisation_id" bigint NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"request_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_organisation_id_key_pk" PRIMARY KEY("organisation_id","key")
);
--> statement-breakpoint
CREATE TABLE "rate_limit_buckets" (
	"key" text PRIMARY KEY NOT NULL,
	"tokens" integer NOT NULL,
	"refilled_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"company_id" bigint,
	"action" text NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_label" text NOT NULL,
	"door" text NOT NULL,
	"request_id" text NOT NULL,
	"subject_id" text,
	"before" jsonb,
	"after" jsonb,
	"batch_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "companies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uuid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" bigint NOT NULL,
	"chain_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"company_code" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"integration" text,
	"integration_category" text,
	"sync_from" timestamp (3) with time zone,
	"connection_status" text,
	"sync_state" text,
	"last_synced_at" timestamp (3) with time zone,
	"models_enabled" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "companies_uuid_unique" UNIQUE("uuid")
);
--> statement-breakpoint
CREATE TABLE "company_counts" (
	"organisation_id" bigint NOT NULL,
	"archived" boolean NOT NULL,
	"slot" smallint NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "company_counts_organisation_id_archived_slot_pk" PRIMARY KEY("organisation_id","archived","slot")
);
--> statement-breakpoint
CREATE TABLE "invite_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"integration" text,
	"integration_category" text NOT NULL,
	"sync_from" timestamp (3) with time zone,
	"sync_config" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"redirect_url" text,
	"expires_at" timestamp (3) with time zone,
	"status" text NOT NULL,
	"revoked_by_archive" boolean DEFAULT false NOT NULL,
	"opened_count" integer DEFAULT 0 NOT NULL,
	"first_opened_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"company_id" bigint PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"integration" text NOT NULL,
	"category" text NOT NULL,
	"entity_id" text,
	"entity_name" text,
	"status" text NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"sync_state" text NOT NULL,
	"sync_resume_at" timestamp (3) with time zone,
	"last_synced_at" timestamp (3) with time zone,
	"failure" jsonb,
	"failure_since" timestamp (3) with time zone,
	"credentials" "bytea",
	"credentials_key_id" text,
	"variables" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_configs" (
	"company_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"data_model" text NOT NULL,
	"enabled" boolean,
	"frequency" text,
	"interval" integer,
	"scope_access" text[],
	"sync_from" timestamp (3) with time zone,
	"cursor" jsonb,
	"last_synced_at" timestamp (3) with time zone,
	"last_full_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "model_configs_company_id_data_model_pk" PRIMARY KEY("company_id","data_model")
);
--> statement-breakpoint
CREATE TABLE "organisation_model_configs" (
	"organisation_id" bigint NOT NULL,
	"integration" text NOT NULL,
	"data_model" text NOT NULL,
	"enabled" boolean,
	"frequency" text,
	"interval" integer,
	"scope_access" text[],
	"sync_from" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisation_model_configs_organisation_id_integration_data_model_pk" PRIMARY KEY("organisation_id","integration","data_model")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"organisation_id" bigint NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_organisation_id_user_id_pk" PRIMARY KEY("organisation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" bigint,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp (3) with time zone NOT NULL,
	"blocked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "chains" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"last_number" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_code_counters" (
	"organisation_id" bigint NOT NULL,
	"prefix" text NOT NULL,
	"last_number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rejected_records" (
	"company_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"data_model" text NOT NULL,
	"platform_id" text NOT NULL,
	"sync_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"field" text,
	"raw_data" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rejected_records_company_id_data_model_platform_id_pk" PRIMARY KEY("company_id","data_model","platform_id")
);
--> statement-breakpoint
CREATE TABLE "sync_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sync_id" uuid NOT NULL,
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"data_model" text NOT NULL,
	"job_type" text NOT NULL,
	"status" text NOT NULL,
	"position" integer NOT NULL,
	"sync_from" timestamp (3) with time zone,
	"checkpoint" jsonb,
	"pages" integer DEFAULT 0 NOT NULL,
	"records_created" integer DEFAULT 0 NOT NULL,
	"records_updated" integer DEFAULT 0 NOT NULL,
	"records_unchanged" integer DEFAULT 0 NOT NULL,
	"records_deleted" integer DEFAULT 0 NOT NULL,
	"records_failed" integer DEFAULT 0 NOT NULL,
	"retry_count" integer DEFAULT 0 NOT NULL,
	"parent_job_id" uuid,
	"failure_class" text,
	"error_code" text,
	"error_message" text,
	"error_response" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"start_time" timestamp (3) with time zone,
	"end_time" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sync_seen" (
	"company_id" bigint NOT NULL,
	"job_id" uuid NOT NULL,
	"platform_id" text NOT NULL,
	CONSTRAINT "sync_seen_company_id_job_id_platform_id_pk" PRIMARY KEY("company_id","job_id","platform_id")
);
--> statement-breakpoint
CREATE TABLE "syncs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"integration" text NOT NULL,
	"job_type" text NOT NULL,
	"sync_type" text NOT NULL,
	"config_mode" text NOT NULL,
	"full_sync" boolean NOT NULL,
	"status" text NOT NULL,
	"data_models" text[] NOT NULL,
	"failure_class" text,
	"failure_message" text,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"resume_at" timestamp (3) with time zone,
	"claim" uuid,
	"heartbeat_at" timestamp (3) with time zone,
	"requested_by" text NOT NULL,
	"request_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"start_time" timestamp (3) with time zone,
	"end_time" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "record_accounts" (
	"company_id" bigint NOT NULL,
	"rootfi_id" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "record_accounts_rootfi_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rootfi_created_at" timestamp(3) with time zone NOT NULL,
	"rootfi_updated_at" timestamp(3) with time zone NOT NULL,
	"rootfi_deleted_at" timestamp(3) with time zone,
	"platform_id" text NOT NULL,
	"platform_unique_id" text,
	"data_hash" char(40) NOT NULL,
	"raw_data" jsonb,
	"updated_at" timestamp(3) with time zone,
	"name" text,
	"description" text,
	"nominal_code" text,
	"category" text,
	"sub_category" text,
	"status" text,
	"current_balance" numeric,
	"currency_id" text,
	"parent_account_id" text,
	CONSTRAINT "record_accounts_company_id_rootfi_id_pk" PRIMARY KEY("company_id","rootfi_id")
);
--> statement-breakpoint
CREATE TABLE "record_addresses" (
	"company_id" bigint NOT NULL,
	"parent_model" text NOT NULL,
	"parent_platform_id" text NOT NULL,
	"position" integer NOT NULL,
	"platform_id" text,
	"updated_at" timestamp(3) with time zone,
	"type" text,
	"street" text,
	"locality" text,
	"city" text,
	"state" text,
	"country" text,
	"pincode" text,
	CONSTRAINT "record_addresses_company_id_parent_model_parent_platform_id_position_pk" PRIMARY KEY("company_id","parent_model","parent_platform_id","position")
);
--> statement-breakpoint
CREATE TABLE "record_contacts" (
	"company_id" bigint NOT NULL,
	"rootfi_id" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "record_contacts_rootfi_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rootfi_created_at" timestamp(3) with time zone NOT NULL,
	"rootfi_updated_at" timestamp(3) with time zone NOT NULL,
	"rootfi_deleted_at" timestamp(3) with time zone,
	"platform_id" text NOT NULL,
	"platform_unique_id" text,
	"data_hash" char(40) NOT NULL,
	"raw_data" jsonb,
	"updated_at" timestamp(3) with time zone,
	"name" text,
	"contact_name" text,
	"contact_type" text,
	"currency_id" text,
	"tax_number" text,
	"registration_number" text,
	"status" text,
	CONSTRAINT "record_contacts_company_id_rootfi_id_pk" PRIMARY KEY("company_id","rootfi_id")
);
--> statement-breakpoint
CREATE TABLE "record_currencies" (
	"company_id" bigint NOT NULL,
	"rootfi_id" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "record_currencies_rootfi_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rootfi_created_at" timestamp(3) with time zone NOT NULL,
	"rootfi_updated_at" timestamp(3) with time zone NOT NULL,
	"rootfi_deleted_at" timestamp(3) with time zone,
	"platform_id" text NOT NULL,
	"platform_unique_id" text,
	"data_hash" char(40) NOT NULL,
	"raw_data" jsonb,
	"updated_at" timestamp(3) with time zone,
	"name" text,
	"code" text,
	"symbol" text,
	"is_base_currency" boolean,
	"exchange_rate" numeric,
	CONSTRAINT "record_currencies_company_id_rootfi_id_pk" PRIMARY KEY("company_id","rootfi_id")
);
--> statement-breakpoint
CREATE TABLE "record_external_links" (
	"company_id" bigint NOT NULL,
	"parent_model" text NOT NULL,
	"parent_platform_id" text NOT NULL,
	"position" integer NOT NULL,
	"platform_id" text,
	"updated_at" timestamp(3) with time zone,
	"link" text,
	"type" text,
	CONSTRAINT "record_external_links_company_id_parent_model_parent_platform_id_position_pk" PRIMARY KEY("company_id","parent_model","parent_platform_id","position")
);
--> statement-breakpoint
CREATE TABLE "record_invoice_payments" (
	"company_id" bigint NOT NULL,
	"rootfi_id" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "record_invoice_payments_rootfi_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rootfi_created_at" timestamp(3) with time zone NOT NULL,
	"rootfi_updated_at" timestamp(3) with time zone NOT NULL,
	"rootfi_deleted_at" timestamp(3) with time zone,
	"platform_id" text NOT NULL,
	"platform_unique_id" text,
	"data_hash" char(40) NOT NULL,
	"raw_data" jsonb,
	"updated_at" timestamp(3) with time zone,
	"invoice_id" text,
	"account_id" text,
	"credit_note_id" text,
	"amount" numeric,
	"payment_mode" text,
	"currency_id" text,
	"currency_rate" numeric,
	"memo" text,
	"payment_date" timestamp(3) with time zone,
	"contact_id" text,
	"document_number" text,
	CONSTRAINT "record_invoice_payments_company_id_rootfi_id_pk" PRIMARY KEY("company_id","rootfi_id")
);
--> statement-breakpoint
CREATE TABLE "record_invoices" (
	"company_id" bigint NOT NULL,
	"rootfi_id" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "record_invoices_rootfi_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rootfi_created_at" timestamp(3) with time zone NOT NULL,
	"rootfi_updated_at" timestamp(3) with time zone NOT NULL,
	"rootfi_deleted_at" timestamp(3) with time zone,
	"platform_id" text NOT NULL,
	"platform_unique_id" text,
	"data_hash" char(40) NOT NULL,
	"raw_data" jsonb,
	"updated_at" timestamp(3) with time zone,
	"document_number" text,
	"status" text,
	"contact_id" text,
	"currency_id" text,
	"currency_rate" numeric,
	"posted_date" timestamp(3) with time zone,
	"due_date" timestamp(3) with time zone,
	"sub_total" numeric,
	"total_discount" numeric,
	"tax_amount" numeric,
	"total_amount" numeric,
	"amount_due" numeric,
	"memo" text,
	CONSTRAINT "record_invoices_company_id_rootfi_id_pk" PRIMARY KEY("company_id","rootfi_id")
);
--> statement-breakpoint
CREATE TABLE "record_line_items" (
	"company_id" bigint NOT NULL,
	"parent_model" text NOT NULL,
	"parent_platform_id" text NOT NULL,
	"position" integer NOT NULL,
	"platform_id" text,
	"updated_at" timestamp(3) with time zone,
	"item_id" text,
	"account_id" text,
	"description" text,
	"quantity" numeric,
	"unit_amount" numeric,
	"sub_total" numeric,
	"discount_amount" numeric,
	"tax_id" text,
	"tax_amount" numeric,
	"total_amount" numeric,
	CONSTRAINT "record_line_items_company_id_parent_model_parent_platform_id_position_pk" PRIMARY KEY("company_id","parent_model","parent_platform_id","position")
);
--> statement-breakpoint
CREATE TABLE "record_phone_numbers" (
	"company_id" bigint NOT NULL,
	"parent_model" text NOT NULL,
	"parent_platform_id" text NOT NULL,
	"position" integer NOT NULL,
	"platform_id" text,
	"updated_at" timestamp(3) with time zone,
	"number" text,
	"type" text,
	CONSTRAINT "record_phone_numbers_company_id_parent_model_parent_platform_id_position_pk" PRIMARY KEY("company_id","parent_model","parent_platform_id","position")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_chain_id_chains_id_fk" FOREIGN KEY ("chain_id") REFERENCES "public"."chains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite_links" ADD CONSTRAINT "invite_links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite_links" ADD CONSTRAINT "invite_links_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_configs" ADD CONSTRAINT "model_configs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_configs" ADD CONSTRAINT "model_configs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_model_configs" ADD CONSTRAINT "organisation_model_configs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_code_counters" ADD CONSTRAINT "company_code_counters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_records" ADD CONSTRAINT "rejected_records_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_jobs" ADD CONSTRAINT "sync_jobs_sync_id_syncs_id_fk" FOREIGN KEY ("sync_id") REFERENCES "public"."syncs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "syncs" ADD CONSTRAINT "syncs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "syncs" ADD CONSTRAINT "syncs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_organisation" ON "api_keys" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_log_organisation" ON "audit_log" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_company" ON "audit_log" USING btree ("company_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_number" ON "companies" USING btree ("chain_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_code" ON "companies" USING btree ("organisation_id","company_code");--> statement-breakpoint
CREATE INDEX "companies_live" ON "companies" USING btree ("organisation_id","id") WHERE "companies"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "companies_archived" ON "companies" USING btree ("organisation_id","id") WHERE "companies"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "companies_name" ON "companies" USING btree ("organisation_id","name_key","id");--> statement-breakpoint
CREATE INDEX "companies_status" ON "companies" USING btree ("organisation_id","connection_status","id");--> statement-breakpoint
CREATE INDEX "companies_integration" ON "companies" USING btree ("organisation_id","integration","id");--> statement-breakpoint
CREATE INDEX "companies_category" ON "companies" USING btree ("organisation_id","integration_category","id");--> statement-breakpoint
CREATE INDEX "companies_sync_state" ON "companies" USING btree ("organisation_id","sync_state","id");--> statement-breakpoint
CREATE INDEX "companies_last_synced" ON "companies" USING btree ("organisation_id","last_synced_at","id");--> statement-breakpoint
CREATE INDEX "invite_links_organisation" ON "invite_links" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invite_links_company" ON "invite_links" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invite_links_one_live" ON "invite_links" USING btree ("company_id") WHERE "invite_links"."status" <> 'REVOKED';--> statement-breakpoint
CREATE INDEX "connections_organisation" ON "connections" USING btree ("organisation_id","status");--> statement-breakpoint
CREATE INDEX "connections_sleeping" ON "connections" USING btree ("sync_resume_at") WHERE "connections"."sync_state" = 'SLEEPING';--> statement-breakpoint
CREATE INDEX "model_configs_due" ON "model_configs" USING btree ("due_at") WHERE "model_configs"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "chains_organisation" ON "chains" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chains_one_default" ON "chains" USING btree ("organisation_id") WHERE "chains"."is_default";--> statement-breakpoint
CREATE UNIQUE INDEX "company_code_counters_key" ON "company_code_counters" USING btree ("organisation_id","prefix");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_jobs_sync" ON "sync_jobs" USING btree ("sync_id","position");--> statement-breakpoint
CREATE INDEX "sync_jobs_company" ON "sync_jobs" USING btree ("company_id","data_model","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "syncs_one_active_pull" ON "syncs" USING btree ("company_id") WHERE "syncs"."job_type" = 'PULL' and "syncs"."status" in ('QUEUED', 'RUNNING');--> statement-breakpoint
CREATE INDEX "syncs_company" ON "syncs" USING btree ("company_id","job_type","created_at","id");--> statement-breakpoint
CREATE INDEX "syncs_organisation" ON "syncs" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "syncs_active" ON "syncs" USING btree ("heartbeat_at") WHERE "syncs"."status" in ('QUEUED', 'RUNNING');--> statement-breakpoint
CREATE UNIQUE INDEX "record_accounts_platform" ON "record_accounts" USING btree ("company_id","platform_id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_contacts_platform" ON "record_contacts" USING btree ("company_id","platform_id");--> statement-breakpoint
CREATE INDEX "record_contacts_updated" ON "record_contacts" USING btree ("company_id","rootfi_updated_at","rootfi_id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_currencies_platform" ON "record_currencies" USING btree ("company_id","platform_id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_invoice_payments_platform" ON "record_invoice_payments" USING btree ("company_id","platform_id");--> statement-breakpoint
CREATE INDEX "record_invoice_payments_invoice" ON "record_invoice_payments" USING btree ("company_id","invoice_id");--> statement-breakpoint
CREATE INDEX "record_invoice_payments_contact" ON "record_invoice_payments" USING btree ("company_id","contact_id");--> statement-breakpoint
CREATE INDEX "record_invoice_payments_date" ON "record_invoice_payments" USING btree ("company_id","payment_date","rootfi_id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_invoices_platform" ON "record_invoices" USING btree ("company_id","platform_id");--> statement-breakpoint
CREATE INDEX "record_invoices_contact" ON "record_invoices" USING btree ("company_id","contact_id");--> statement-breakpoint
CREATE INDEX "record_invoices_posted" ON "record_invoices" USING btree ("company_id","posted_date","rootfi_id");