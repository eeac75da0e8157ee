import { and, desc, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import type { Context } from '../../context.ts';
import { inReach } from '../companies/reach.ts';

/** One line of the audit log as the console reads it. */
export interface AuditView {
  id: number;
  /** `<noun>.<past tense>`. */
  action: string;
  actorType: string;
  actorLabel: string;
  /** Through which door it came: console, core-v4, connect, worker, cli, demo. */
  door: string;
  /** The sync, key, link or member it speaks of. */
  subjectId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  createdAt: Date;
}

/** What was done to a company, newest first. Empty for a company out of reach. */
export async function listAudit(ctx: Context, input: { companyId: number; limit: number }): Promise<AuditView[]> {
  return db()
    .select({
      id: auditLog.id,
      action: auditLog.action,
      actorType: auditLog.actorType,
      actorLabel: auditLog.actorLabel,
      door: auditLog.door,
      subjectId: auditLog.subjectId,
      before: auditLog.before,
      after: auditLog.after,
      createdAt: auditLog.createdAt,
    })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.organisationId, ctx.organisationId),
        eq(auditLog.companyId, input.companyId),
        inReach(ctx, auditLog.companyId),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(input.limit);
}
