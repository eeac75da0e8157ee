DROP INDEX "companies_currency";--> statement-breakpoint
DROP INDEX "companies_due_days";--> statement-breakpoint
DROP INDEX "companies_subsidiary";--> statement-breakpoint
DROP INDEX "companies_tax_rate";--> statement-breakpoint
CREATE INDEX "companies_currency" ON "companies" USING btree ("organisation_id","default_currency","id","archived_at");--> statement-breakpoint
CREATE INDEX "companies_due_days" ON "companies" USING btree ("organisation_id","due_days","id","archived_at");--> statement-breakpoint
CREATE INDEX "companies_subsidiary" ON "companies" USING btree ("organisation_id","default_subsidiary_id","id","archived_at");--> statement-breakpoint
CREATE INDEX "companies_tax_rate" ON "companies" USING btree ("organisation_id","default_tax_rate_id","id","archived_at");