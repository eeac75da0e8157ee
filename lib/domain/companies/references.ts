import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { members } from '../../../db/schema/members.ts';
import { documentTypes, subsidiaries, taxRates } from '../../../db/schema/reference-data.ts';
import type { Context } from '../../context.ts';
import type { Issue } from '../../errors.ts';
import type { CheckedChanges } from './profile-input.ts';
import { isUuid } from './uuid.ts';

const tables = {
  defaultSubsidiaryId: subsidiaries,
  defaultTaxRateId: taxRates,
  defaultDocumentTypeId: documentTypes,
} as const;

/** Problems with references of a change that lead nowhere in the organisation. What they lead to is held meanwhile. */
export async function referenceIssues(tx: Tx, ctx: Context, changes: CheckedChanges): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const [path, table] of Object.entries(tables)) {
    const id = changes[path as keyof typeof tables];
    if (id === undefined || id === null) continue;
    const [found] = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.organisationId, ctx.organisationId), eq(table.id, id)))
      .for('key share');
    if (!found) issues.push({ path, message: 'must exist' });
  }
  if (changes.subscribers && !(await areMembers(tx, ctx, changes.subscribers))) {
    issues.push({ path: 'subscribers', message: 'must exist' });
  }
  return issues;
}

async function areMembers(tx: Tx, ctx: Context, userIds: readonly string[]): Promise<boolean> {
  const wanted = new Set(userIds.map((id) => id.toLowerCase()));
  if (![...wanted].every(isUuid)) return false;
  if (wanted.size === 0) return true;
  const found = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.organisationId, ctx.organisationId), inArray(members.userId, [...wanted])))
    .for('key share');
  return found.length === wanted.size;
}
