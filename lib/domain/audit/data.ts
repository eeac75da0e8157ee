import { and, desc, eq, gte } from 'drizzle-orm';
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
  /** Through which door it came: console, core-v4, jsonapi-v2, connector-v1, connect, worker, cli, demo. */
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

/**
 * What a request did, by the audit row that it left: for one whose answer was lost. Null when it did no such thing.
 * `at` keeps apart requests that a caller gave the same id.
 */
export async function findAudited(
  ctx: Context,
  input: { action: string; requestId: string; at: Date },
): Promise<{ companyId: number | null; subjectId: string | null } | null> {
  const [row] = await db()
    .select({ companyId: auditLog.companyId, subjectId: auditLog.subjectId })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.organisationId, ctx.organisationId),
        eq(auditLog.requestId, input.requestId),
        eq(auditLog.action, input.action),
        gte(auditLog.createdAt, input.at),
      ),
    )
    .orderBy(auditLog.id)
    .limit(1);
  return row ?? null;
}
