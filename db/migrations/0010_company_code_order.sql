-- With the id at hand, a page far into the order of codes is reached without touching the rows before it.
CREATE UNIQUE INDEX "companies_code_with_id" ON "companies" USING btree ("organisation_id", "company_code") INCLUDE ("id");
--> statement-breakpoint
DROP INDEX "companies_code";
--> statement-breakpoint
ALTER INDEX "companies_code_with_id" RENAME TO "companies_code";
