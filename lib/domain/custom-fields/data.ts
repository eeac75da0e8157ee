import { asc, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { customFields } from '../../../db/schema/reference-data.ts';
import type { Context } from '../../context.ts';
import type { CustomFieldView } from './schema.ts';

/** The organisation's custom fields, archived ones too, in the order in which they were made. */
export async function listCustomFields(ctx: Context): Promise<CustomFieldView[]> {
  return db()
    .select({
      id: customFields.id,
      name: customFields.name,
      type: customFields.type,
      options: customFields.options,
      archivedAt: customFields.archivedAt,
    })
    .from(customFields)
    .where(eq(customFields.organisationId, ctx.organisationId))
    .orderBy(asc(customFields.id));
}
