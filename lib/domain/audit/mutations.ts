import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import type { Context } from '../../context.ts';
import { announceAfter } from '../../events/announce.ts';

export interface AuditEntry {
  /** `<noun>.<past tense>`: company.renamed, connection.disconnected. */
  action: string;
  companyId?: number;
  /** The sync, key, link or member it speaks of. */
  subjectId?: string;
  /** Only what changed; never a secret. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Who did it, and by which request: what of a Context every audit row says. */
export interface AuditAuthor {
  organisationId: number;
  actorType: string;
  actorId: string;
  actorLabel: string;
  door: string;
  requestId: string;
}

export const auditAuthor = (ctx: Context): AuditAuthor => ({
  organisationId: ctx.organisationId,
  actorType: ctx.actor.type,
  actorId: ctx.actor.id,
  actorLabel: ctx.actor.label,
  door: ctx.door,
  requestId: ctx.requestId,
});

/**
 * Writes an audit row in the transaction of the change it speaks of, has those who look at it told, and answers its id.
 */
export async function recordAudit(tx: Tx, ctx: Context, entry: AuditEntry): Promise<number> {
  const row = {
    ...auditAuthor(ctx),
    companyId: entry.companyId ?? null,
    action: entry.action,
    subjectId: entry.subjectId ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    createdAt: ctx.now,
  };
  announceChange(tx, ctx.organisationId, entry.companyId);
  const [written] = await tx.insert(auditLog).values(row).returning({ id: auditLog.id });
  if (!written) throw new Error('An audit row was not written');
  return written.id;
}

/** Writes the rows of one change of some companies, in its transaction; those of several share a batch id. */
export async function recordCompanyAudits(
  tx: Tx,
  author: AuditAuthor,
  action: string,
  entries: readonly (Pick<AuditEntry, 'before' | 'after'> & { companyId: number })[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  const batchId = entries.length > 1 ? randomUUID() : null;
  await tx.insert(auditLog).values(entries.map((entry) => ({ ...author, ...entry, action, batchId, createdAt: now })));
  for (const { companyId } of entries) announceChange(tx, author.organisationId, companyId);
}

const announceChange = (tx: Tx, organisationId: number, companyId: number | undefined) =>
  announceAfter(tx, { organisationId, topic: companyId === undefined ? 'organisation' : 'company', companyId });
