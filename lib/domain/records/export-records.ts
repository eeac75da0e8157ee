import { sqlClient } from '../../../db/client.ts';
import { recordTable } from './columns.ts';
import { expandRows } from './expand.ts';
import { selectNames } from './fields.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { type RecordRow, readColumns, toRecordRow } from './rows.ts';
import { quoted } from './statement.ts';

/** Rows that are in memory at once. */
const pageSize = 500;

/**
 * Every record of a model that is stored of a company, deleted ones too, with what comes inside it and its raw data, a
 * page at a time in the order in which they came. The caller has checked that the company is the organisation's.
 */
export async function* everyRecord(input: { companyId: number; model: RecordModel }): AsyncGenerator<RecordRow[]> {
  const { companyId, model } = input;
  const declaration = declarationOf(model);
  const statement = `select ${readColumns(declaration, selectNames)}
    from ${quoted(recordTable(declaration.table).name)} r
    where r.company_id = $1::bigint and r.rootfi_id > $2::bigint order by r.rootfi_id limit $3::int`;
  let after = 0;
  for (;;) {
    const found = await sqlClient().unsafe(statement, [companyId, after, pageSize], { prepare: true });
    const rows = found.map((row) => toRecordRow(model, row));
    await expandRows(declaration, rows, { companyId, expand: Object.keys(declaration.children), includeDeleted: true });
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    after = Number(rows.at(-1)?.fields.rootfi_id);
  }
}
