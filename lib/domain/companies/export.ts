import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { auditListItems } from '../audit/audit-list.ts';
import { everyRecord } from '../records/export-records.ts';
import { selectNames } from '../records/fields.ts';
import { type RecordModel, recordModels } from '../records/registry.ts';
import { toWire } from '../records/wire.ts';
import { listModelConfigs } from '../sync-config/data.ts';
import { listOrganisationSyncs } from '../syncs/data.ts';
import { listWrites } from '../writes/data.ts';
import { getCompany } from './data.ts';
import { getCompanyProfile } from './profiles.ts';

/** One thing of a company: what it is, and it. Records have the name of their model. */
export interface ExportedLine {
  type: string;
  data: unknown;
}

/**
 * All that is stored of a company, archived or not, but what was sealed: itself, its settings, every record with what came
 * with it, its syncs, writes and audit log. The last line counts the others, so that a file that broke off is known by its
 * end. For admins and owners. Throws not-found.
 */
export async function* companyExport(ctx: Context, input: { companyId: number }): AsyncGenerator<ExportedLine[]> {
  requirePermission(ctx, 'company.export');
  const { companyId } = input;
  const { inviteLink, connection } = await getCompany(ctx, { companyId, includeArchived: true });
  const [profile, configs] = await Promise.all([
    getCompanyProfile(ctx, { companyId }),
    listModelConfigs(ctx, { companyIds: [companyId] }),
  ]);
  const counts: Record<string, number> = {};
  for (const lines of [
    ofType('company', [profile]),
    ofType('connection', connection ? [connection] : []),
    ofType('invite_link', inviteLink ? [inviteLink] : []),
    ofType('model_config', configs.get(companyId) ?? []),
  ]) {
    yield counted(counts, lines);
  }
  for (const model of Object.keys(recordModels) as RecordModel[]) {
    for await (const rows of everyRecord({ companyId, model })) {
      const records = rows.map((row) => toWire(row, { select: [...selectNames], includeDeleted: true }));
      yield counted(counts, ofType(model, records));
    }
  }
  for await (const page of history(ctx, companyId)) yield counted(counts, page);
  yield ofType('end', [{ exportedAt: ctx.now, counts }]);
}

const pageSize = 100;

/** What was done: syncs, writes and the audit log, each newest first. */
async function* history(ctx: Context, companyId: number): AsyncGenerator<ExportedLine[]> {
  yield* paged('sync', async (cursor) => {
    const { syncs, next } = await listOrganisationSyncs(ctx, { companyId, limit: pageSize, cursor });
    return { rows: syncs, next };
  });
  yield* paged('write', async (cursor) => {
    const { writes, next } = await listWrites(ctx, { companyId, limit: pageSize, cursor });
    return { rows: writes, next };
  });
  const ofCompany = new URLSearchParams({ company: String(companyId) });
  yield* paged('audit', (cursor) => auditListItems(ctx, ofCompany, { after: cursor ?? null, limit: pageSize }));
}

async function* paged(
  type: string,
  read: (cursor: string | undefined) => Promise<{ rows: readonly unknown[]; next: string | null }>,
): AsyncGenerator<ExportedLine[]> {
  let cursor: string | undefined;
  do {
    const { rows, next }: { rows: readonly unknown[]; next: string | null } = await read(cursor);
    if (rows.length > 0) yield ofType(type, rows);
    cursor = next ?? undefined;
  } while (cursor);
}

const ofType = (type: string, things: readonly unknown[]): ExportedLine[] => things.map((data) => ({ type, data }));

function counted(counts: Record<string, number>, lines: ExportedLine[]): ExportedLine[] {
  for (const { type } of lines) counts[type] = (counts[type] ?? 0) + 1;
  return lines;
}
