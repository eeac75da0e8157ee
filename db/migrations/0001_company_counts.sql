CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX "companies_name_search" ON "companies" USING gin ("name_key" gin_trgm_ops);
--> statement-breakpoint
CREATE FUNCTION ledgerline_count_companies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Sixteen slots an organisation, chosen by the writing backend, so that writers rarely wait for one another.
  IF TG_OP = 'UPDATE' AND (OLD.archived_at IS NULL) = (NEW.archived_at IS NULL) THEN
    RETURN NULL;
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    INSERT INTO company_counts AS c (organisation_id, archived, slot, count)
    VALUES (NEW.organisation_id, NEW.archived_at IS NOT NULL, pg_backend_pid() % 16, 1)
    ON CONFLICT (organisation_id, archived, slot) DO UPDATE SET count = c.count + 1;
  END IF;
  IF TG_OP IN ('DELETE', 'UPDATE') THEN
    INSERT INTO company_counts AS c (organisation_id, archived, slot, count)
    VALUES (OLD.organisation_id, OLD.archived_at IS NOT NULL, pg_backend_pid() % 16, -1)
    ON CONFLICT (organisation_id, archived, slot) DO UPDATE SET count = c.count - 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER companies_counted AFTER INSERT OR DELETE OR UPDATE OF archived_at ON companies
FOR EACH ROW EXECUTE FUNCTION ledgerline_count_companies();
