DROP INDEX "companies_status";--> statement-breakpoint
DROP INDEX "companies_integration";--> statement-breakpoint
DROP INDEX "companies_category";--> statement-breakpoint
DROP INDEX "companies_sync_state";--> statement-breakpoint
CREATE INDEX "companies_status" ON "companies" USING btree ("organisation_id","connection_status","id","archived_at");--> statement-breakpoint
CREATE INDEX "companies_integration" ON "companies" USING btree ("organisation_id","integration","id","archived_at");--> statement-breakpoint
CREATE INDEX "companies_category" ON "companies" USING btree ("organisation_id","integration_category","id","archived_at");--> statement-breakpoint
CREATE INDEX "companies_sync_state" ON "companies" USING btree ("organisation_id","sync_state","id","archived_at");