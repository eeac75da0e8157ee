import type { Tx } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import type { Context } from '../../context.ts';

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

/** Writes an audit row in the transaction of the change it speaks of. */
export async function recordAudit(tx: Tx, ctx: Context, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({
    organisationId: ctx.organisationId,
    companyId: entry.companyId ?? null,
    action: entry.action,
    actorType: ctx.actor.type,
    actorId: ctx.actor.id,
    actorLabel: ctx.actor.label,
    door: ctx.door,
    requestId: ctx.requestId,
    subjectId: entry.subjectId ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    createdAt: ctx.now,
  });
}
