-- One index for everything that a part of a text is searched in; a query may use any of its columns.
CREATE INDEX "companies_search" ON "companies" USING gin (
  "name_key" gin_trgm_ops, lower("company_code") gin_trgm_ops, lower("billing_name") gin_trgm_ops, lower("vat") gin_trgm_ops
);
--> statement-breakpoint
DROP INDEX "companies_name_search";
