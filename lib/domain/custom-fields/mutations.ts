import { randomBytes } from 'node:crypto';
import { and, count, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { companyProfiles } from '../../../db/schema/company-profiles.ts';
import { type CustomFieldOption, customFields } from '../../../db/schema/reference-data.ts';
import { requireSettings } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { formatCount } from '../../format/number.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type ArchiveCustomFieldInput,
  archiveCustomFieldInput,
  type CreateCustomFieldInput,
  createCustomFieldInput,
  type DeleteCustomFieldInput,
  deleteCustomFieldInput,
  hasOptions,
  type UpdateCustomFieldInput,
  updateCustomFieldInput,
} from './schema.ts';

/** Adds a field to the organisation's companies. Throws invalid. */
export async function createCustomField(ctx: Context, given: CreateCustomFieldInput): Promise<{ id: number }> {
  requireSettings(ctx);
  const { name, type, options } = checkedInput(createCustomFieldInput, given);
  return db().transaction(async (tx) => {
    const [made] = await tx
      .insert(customFields)
      .values({
        organisationId: ctx.organisationId,
        name,
        type,
        options: options.map((option) => ({ id: newOptionId(), name: option.name })),
        createdAt: ctx.now,
      })
      .returning({ id: customFields.id });
    if (!made) throw new Error('The custom field was not stored');
    const subjectId = String(made.id);
    await recordAudit(tx, ctx, { action: 'custom-field.created', subjectId, after: { name, type } });
    return made;
  });
}

const newOptionId = (): string => randomBytes(6).toString('base64url');

/**
 * Renames a field or changes its options. An option that is left out is offered no more; companies that have it keep it
 * until they are given another one. Throws not-found, invalid.
 */
export async function updateCustomField(ctx: Context, given: UpdateCustomFieldInput): Promise<void> {
  requireSettings(ctx);
  const input = checkedInput(updateCustomFieldInput, given);
  await db().transaction(async (tx) => {
    const before = await lockField(tx, ctx, input.customFieldId);
    if (input.options && hasOptions(before.type) !== input.options.length > 0) {
      throw invalid({ path: 'options', message: 'are needed for a select field, and for no other one' });
    }
    const name = input.name ?? before.name;
    const options = input.options ? withIds(before.options, input.options) : before.options;
    await tx.update(customFields).set({ name, options }).where(eq(customFields.id, before.id));
    await recordAudit(tx, ctx, {
      action: 'custom-field.changed',
      subjectId: String(before.id),
      before: { name: before.name, options: before.options },
      after: { name, options },
    });
  });
}

/** Options that name a known id keep it; the others get one. */
function withIds(known: readonly CustomFieldOption[], given: readonly { id?: string; name: string }[]) {
  const free = new Set(known.map(({ id }) => id));
  return given.map(({ id, name }) => ({ id: id && free.delete(id) ? id : newOptionId(), name }));
}

/** Takes a field out of use, or back into it; values that companies have are kept. Throws not-found. */
export async function archiveCustomField(ctx: Context, given: ArchiveCustomFieldInput): Promise<void> {
  requireSettings(ctx);
  const { customFieldId, archived } = checkedInput(archiveCustomFieldInput, given);
  await db().transaction(async (tx) => {
    const field = await lockField(tx, ctx, customFieldId);
    if ((field.archivedAt !== null) === archived) return;
    await tx
      .update(customFields)
      .set({ archivedAt: archived ? ctx.now : null })
      .where(eq(customFields.id, field.id));
    await recordAudit(tx, ctx, {
      action: archived ? 'custom-field.archived' : 'custom-field.restored',
      subjectId: String(field.id),
      before: { name: field.name },
    });
  });
}

/** Removes a field that no company has a value of. Throws not-found, and conflict saying how many have one. */
export async function deleteCustomField(ctx: Context, given: DeleteCustomFieldInput): Promise<void> {
  requireSettings(ctx);
  const { customFieldId } = checkedInput(deleteCustomFieldInput, given);
  await db().transaction(async (tx) => {
    const { id, name, type } = await lockField(tx, ctx, customFieldId);
    const [used] = await tx
      .select({ companies: count() })
      .from(companyProfiles)
      .where(
        and(
          eq(companyProfiles.organisationId, ctx.organisationId),
          sql`jsonb_exists(${companyProfiles.customFields}, ${String(id)})`,
        ),
      );
    if (used?.companies) {
      const many = formatCount(used.companies, 'company has', 'companies have');
      throw conflict(`${many} a value of it, archived ones included; archive the field instead, and the values stay`);
    }
    await tx.delete(customFields).where(eq(customFields.id, id));
    const subjectId = String(id);
    await recordAudit(tx, ctx, { action: 'custom-field.deleted', subjectId, before: { name, type } });
  });
}

async function lockField(tx: Tx, ctx: Context, customFieldId: number) {
  const [field] = await tx
    .select()
    .from(customFields)
    .where(and(eq(customFields.organisationId, ctx.organisationId), eq(customFields.id, customFieldId)))
    .for('update');
  if (!field) throw notFound('Custom field');
  return field;
}
