-- Links that were used before their steps were kept: as far as the connection of their company tells.
UPDATE "invite_links" AS i
SET "first_opened_at" = coalesce(i."first_opened_at", c."created_at"),
	"platform_chosen_at" = c."created_at",
	"authorised_at" = c."created_at",
	"first_record_at" = c."last_synced_at"
FROM "connections" AS c
WHERE c."company_id" = i."company_id" AND i."status" = 'CONNECTED';
