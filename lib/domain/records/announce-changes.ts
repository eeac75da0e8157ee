import type postgres from 'postgres';
import { runnerOf } from '../../../db/runner.ts';
import { eventStatement } from '../webhooks/outbox.ts';
import { arrayLiteral } from './array-literal.ts';
import { recordTable } from './columns.ts';
import { declarationOf, type RecordModel } from './registry.ts';

/** A stored record by our id and its platform's. */
export interface RecordIds {
  rootfiId: string;
  platformId: string;
}

/** What happened to records of one model; of new ones the store does not know our id. */
export interface RecordChanges {
  created?: readonly { platformId: string }[];
  updated?: readonly RecordIds[];
  deleted?: readonly RecordIds[];
}

/** Where and when records changed. `syncId` is the sync that brought the change. */
export interface ChangePlace {
  companyId: number;
  organisationId: number;
  syncId: string;
  model: RecordModel;
  now: Date;
}

/** Ids that one event carries at most. */
const idsAnEvent = 1_000;

/**
 * Tells receivers which records of a model changed, in the transaction of the change: an event a page and model, not one
 * a record. The one place for it, whoever writes records. To be called only where a receiver listens: it asks for ids.
 */
export async function announceChanges(
  tx: postgres.TransactionSql,
  place: ChangePlace,
  changes: RecordChanges,
): Promise<void> {
  const created = await newIds(tx, place, changes.created ?? []);
  const { updated = [], deleted = [] } = changes;
  const all = [
    ...created.map((ids) => ({ kind: 'created', ids })),
    ...updated.map((ids) => ({ kind: 'updated', ids })),
    ...deleted.map((ids) => ({ kind: 'deleted', ids })),
  ];
  for (let from = 0; from < all.length; from += idsAnEvent) {
    const part = all.slice(from, from + idsAnEvent);
    const of = (kind: string) => part.filter((one) => one.kind === kind).map((one) => wireIds(one.ids));
    await runnerOf(tx).execute(
      eventStatement({
        organisationId: place.organisationId,
        companyId: place.companyId,
        webhookType: 'DATA_MODEL_CHANGES',
        topics: [place.model],
        syncId: place.syncId,
        data: {
          data_model: place.model,
          sync_id: place.syncId,
          created: of('created'),
          updated: of('updated'),
          deleted: of('deleted'),
        },
        now: place.now,
      }),
    );
  }
}

const wireIds = ({ rootfiId, platformId }: RecordIds) => ({ rootfi_id: Number(rootfiId), platform_id: platformId });

async function newIds(
  tx: postgres.TransactionSql,
  { companyId, model }: ChangePlace,
  rows: readonly { platformId: string }[],
): Promise<RecordIds[]> {
  if (rows.length === 0) return [];
  const { name } = recordTable(declarationOf(model).table);
  const wanted = arrayLiteral(rows.map((row) => row.platformId));
  return tx<RecordIds[]>`
    select rootfi_id as "rootfiId", platform_id as "platformId" from ${tx(name)}
    where company_id = ${companyId} and platform_id = any(${wanted}::text[]) order by rootfi_id`;
}
