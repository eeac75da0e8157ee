import { sqlClient } from '../../../db/client.ts';
import { arrayLiteral } from './array-literal.ts';
import { recordTable } from './columns.ts';
import type { ModelDeclaration } from './declaration.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { quoted } from './statement.ts';

/** Another record that one names, as people know it. */
export interface Reference {
  model: RecordModel;
  rootfiId: number;
  title: string;
}

/** The model that a column with platform ids speaks of. */
const referred: Readonly<Record<string, RecordModel>> = {
  account_id: 'ACCOUNT',
  from_account_id: 'ACCOUNT',
  to_account_id: 'ACCOUNT',
  parent_account_id: 'ACCOUNT',
  contact_id: 'CONTACT',
  currency_id: 'CURRENCY',
  invoice_id: 'INVOICE',
  bill_id: 'BILL',
  item_id: 'ITEM',
  tax_id: 'TAX_RATE',
  parent_category_id: 'TRACKING_CATEGORY',
};

/** A credit note that a payment names is one of the side that is paid. */
const creditNotesOf: Partial<Record<RecordModel, RecordModel>> = {
  INVOICE_PAYMENT: 'INVOICE_CREDIT_NOTE',
  BILL_PAYMENT: 'BILL_CREDIT_NOTE',
};

type Named = Readonly<Record<string, unknown>>;

/** The references of one row, by column: those that are stored. */
export type ReferencesOf = (row: Named) => Record<string, Reference>;

/**
 * What some rows of a model, or children of it, refer to: one query a model, however many rows. Deleted records are named
 * too. The caller has checked that the company is the organisation's.
 */
export async function namedReferences(
  companyId: number,
  model: RecordModel,
  rows: readonly Named[],
): Promise<ReferencesOf> {
  const wanted = new Map<RecordModel, Set<string>>();
  const targetOf = (column: string) => (column === 'credit_note_id' ? creditNotesOf[model] : referred[column]);
  for (const row of rows) {
    for (const [column, id] of Object.entries(row)) {
      const target = targetOf(column);
      if (!target || typeof id !== 'string' || id === '') continue;
      wanted.set(target, (wanted.get(target) ?? new Set()).add(id));
    }
  }
  const found = new Map<string, Reference>();
  await Promise.all(
    [...wanted].map(async ([target, ids]) => {
      for (const { id, ...reference } of await readTitles(companyId, target, [...ids])) {
        found.set(`${target} ${id}`, reference);
      }
    }),
  );
  return (row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([column, id]) => {
        const reference = found.get(`${targetOf(column)} ${id}`);
        return reference ? [[column, reference]] : [];
      }),
    );
}

async function readTitles(
  companyId: number,
  model: RecordModel,
  ids: string[],
): Promise<(Reference & { id: string })[]> {
  const declaration = declarationOf(model);
  // Some platforms name a currency by its id, some by its code; an id goes before a code.
  const keys = model === 'CURRENCY' ? ['code', 'platform_id'] : ['platform_id'];
  const parts = keys.map(
    (key) => `select r.${quoted(key)} as id, r.rootfi_id::float8 as "rootfiId", ${titleSql(declaration)} as title
      from ${quoted(recordTable(declaration.table).name)} r
      where r.company_id = $1::bigint and r.${quoted(key)} = any($2::text[])`,
  );
  const rows = await sqlClient().unsafe<{ id: string; rootfiId: number; title: string }[]>(
    parts.join(' union all '),
    [companyId, arrayLiteral(ids)],
    { prepare: true },
  );
  return rows.map(({ id, rootfiId, title }) => ({ id, model, rootfiId, title }));
}

/** What a record is known by; its platform id where nothing is filled. */
const titleSql = ({ knownBy }: ModelDeclaration) =>
  `coalesce(${[...knownBy.map((column) => `nullif(r.${quoted(column)}, '')`), 'r.platform_id'].join(', ')})`;
