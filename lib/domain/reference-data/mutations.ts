import { and, count, eq, ne } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { requireSettings } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, notFound } from '../../errors.ts';
import { formatCount } from '../../format/number.ts';
import { recordAudit } from '../audit/mutations.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import {
  type CreateReferenceInput,
  createReferenceInput,
  type DeleteReferenceInput,
  deleteReferenceInput,
  type ReferenceKind,
  type UpdateReferenceInput,
  updateReferenceInput,
} from './schema.ts';
import { referenceTables } from './tables.ts';

/** Adds an entry to a list that companies refer to. Throws invalid, also for a name that the list has. */
export async function createReference(ctx: Context, given: CreateReferenceInput): Promise<{ id: number }> {
  requireSettings(ctx);
  const { kind, ...values } = checkedInput(createReferenceInput, given);
  const { table } = referenceTables[kind];
  return db().transaction(async (tx) => {
    await refuseTakenName(tx, ctx, kind, values.name);
    const stored = { ...values, organisationId: ctx.organisationId, createdAt: ctx.now };
    // The tables differ in one column, which the schema of the input has checked.
    const [made] = await tx
      .insert(table as typeof referenceTables.subsidiary.table)
      .values(stored)
      .returning({ id: table.id });
    if (!made) throw new Error(`The ${kind} was not stored`);
    await recordAudit(tx, ctx, { action: `${kind}.created`, subjectId: String(made.id), after: values });
    return made;
  });
}

/** Changes an entry; companies that refer to it go on doing so. Throws not-found, invalid. */
export async function updateReference(ctx: Context, given: UpdateReferenceInput): Promise<void> {
  requireSettings(ctx);
  const { kind, id, ...values } = checkedInput(updateReferenceInput, given);
  const { table } = referenceTables[kind];
  await db().transaction(async (tx) => {
    const before = await lockReference(tx, ctx, kind, id);
    await refuseTakenName(tx, ctx, kind, values.name, id);
    await tx
      .update(table as typeof referenceTables.subsidiary.table)
      .set(values)
      .where(eq(table.id, id));
    const { name } = before;
    await recordAudit(tx, ctx, { action: `${kind}.changed`, subjectId: String(id), before: { name }, after: values });
  });
}

/** Removes an entry that no company refers to. Throws not-found, and conflict saying how many do. */
export async function deleteReference(ctx: Context, given: DeleteReferenceInput): Promise<void> {
  requireSettings(ctx);
  const { kind, id } = checkedInput(deleteReferenceInput, given);
  const { table, of, referring } = referenceTables[kind];
  await db().transaction(async (tx) => {
    const { name } = await lockReference(tx, ctx, kind, id);
    const [used] = await tx
      .select({ companies: count() })
      .from(of)
      .where(and(eq(of.organisationId, ctx.organisationId), eq(referring, id)));
    if (used && used.companies > 0) {
      const many = formatCount(used.companies, 'company', 'companies');
      throw conflict(`It is the default of ${many}, archived ones included; choose another one there first`);
    }
    await tx.delete(table).where(eq(table.id, id));
    await recordAudit(tx, ctx, { action: `${kind}.deleted`, subjectId: String(id), before: { name } });
  });
}

async function lockReference(tx: Tx, ctx: Context, kind: ReferenceKind, id: number): Promise<{ name: string }> {
  const { table, noun } = referenceTables[kind];
  const [found] = await tx
    .select({ name: table.name })
    .from(table)
    .where(and(eq(table.organisationId, ctx.organisationId), eq(table.id, id)))
    .for('update');
  if (!found) throw notFound(noun);
  return found;
}

async function refuseTakenName(tx: Tx, ctx: Context, kind: ReferenceKind, name: string, except?: number) {
  const { table } = referenceTables[kind];
  const [taken] = await tx
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.organisationId, ctx.organisationId),
        eq(table.name, name),
        except === undefined ? undefined : ne(table.id, except),
      ),
    );
  if (taken) throw invalid({ path: 'name', message: 'has already been taken' });
}
