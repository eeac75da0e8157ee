import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeTestCompany, type TestCompany } from '../../../db/testing/records.ts';
import { type Context, makeContext } from '../../context.ts';
import { recordTable } from './columns.ts';
import { type ListRecordsInput, listRecords, type RecordList } from './data.ts';
import { type FieldInfo, scalarFields, sortNames } from './fields.ts';
import { declarationOf, type RecordModel, recordModels } from './registry.ts';
import { quoted } from './statement.ts';

await createTestDatabase();
const sql = sqlClient();
const models = Object.keys(recordModels) as RecordModel[];

/** What another program does between two pages. `of` picks a record, `value` a sort value, which may be null. */
type Change = { kind: 'add' | 'move' | 'delete'; of: number; value: number };

const change = fc.record<Change>({
  kind: fc.constantFrom('add', 'move', 'delete'),
  of: fc.nat(40),
  value: fc.nat(5),
});

const walk = fc.record({
  model: fc.constantFrom(...models),
  sort: fc.nat(),
  direction: fc.constantFrom('ASC', 'DESC'),
  limit: fc.integer({ min: 1, max: 5 }),
  values: fc.array(fc.nat(5), { minLength: 1, maxLength: 14 }),
  there: fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }),
  back: fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }),
});

/** Few values, so that ties are common; the last one is none, where the field may have none. */
function sortValue({ kind, nullable }: FieldInfo, value: number): string | null {
  if (value === 5 && nullable) return null;
  if (kind === 'moment') return `2026-01-0${1 + (value % 5)}T00:00:00.00${value % 2}Z`;
  return `${value % 2 === 0 ? value : -value}.5`;
}

/** The records of one model, and which of them somebody touched while they were walked through. */
class Books {
  readonly live: string[] = [];
  readonly touched = new Set<string>();
  readonly company: TestCompany;
  readonly table: string;
  readonly sort: FieldInfo;
  #made = 0;

  constructor(company: TestCompany, table: string, sort: FieldInfo) {
    this.company = company;
    this.table = table;
    this.sort = sort;
  }

  async add(value: number): Promise<void> {
    const id = `r${this.#made++}`;
    const moments = ['rootfi_created_at', 'rootfi_updated_at'].filter((name) => name !== this.sort.column);
    const names = ['company_id', 'platform_id', 'data_hash', ...moments];
    const given: (string | number | null)[] = [this.company.companyId, id, '', ...moments.map(() => '2026-01-01Z')];
    if (this.sort.column !== 'rootfi_id') {
      names.push(this.sort.column);
      given.push(sortValue(this.sort, value));
    }
    await sql.unsafe(
      `insert into ${quoted(this.table)} (${names.map(quoted)}) values (${names.map((_, place) => `$${place + 1}`)})`,
      given,
    );
    this.live.push(id);
    this.touched.add(id);
  }

  async apply({ kind, of, value }: Change): Promise<void> {
    if (kind === 'add') return this.add(value);
    const id = this.live[of % this.live.length];
    if (id === undefined || (kind === 'move' && this.sort.column === 'rootfi_id')) return;
    const column = kind === 'move' ? this.sort.column : 'rootfi_deleted_at';
    const set = kind === 'move' ? sortValue(this.sort, value) : '2026-01-01Z';
    await sql.unsafe(
      `update ${quoted(this.table)} set ${quoted(column)} = $1 where company_id = $2 and platform_id = $3`,
      [set, this.company.companyId, id],
    );
    if (kind === 'delete') this.live.splice(this.live.indexOf(id), 1);
    this.touched.add(id);
  }
}

const idsOf = (page: RecordList) => page.records.map((row) => String(row.fields.platform_id));

/** Reads pages one way until there are no more, with changes in between. */
async function walkOn(
  list: (more: Partial<ListRecordsInput>) => Promise<RecordList>,
  way: 'next' | 'prev',
  page: RecordList,
  between: readonly (readonly Change[])[],
  books: Books,
): Promise<{ ids: string[]; last: RecordList }> {
  const ids: string[] = [];
  let last = page;
  for (let step = 0; last[way] !== null; step++) {
    for (const one of between[step] ?? []) await books.apply(one);
    last = await list({ [way]: last[way] });
    if (way === 'next') ids.push(...idsOf(last));
    else ids.unshift(...idsOf(last));
  }
  return { ids, last };
}

/** Of what nobody touched, every record once and in the order of a plain query. */
async function expectUntouched(seen: readonly string[], books: Books, direction: string): Promise<void> {
  const nulls = direction === 'ASC' ? 'nulls last' : 'nulls first';
  const rows = await sql.unsafe<{ platform_id: string }[]>(
    `select platform_id from ${quoted(books.table)} where company_id = $1 and rootfi_deleted_at is null
    order by ${quoted(books.sort.column)} ${direction} ${nulls}, rootfi_id ${direction}`,
    [books.company.companyId],
  );
  const untouched = (id: string) => !books.touched.has(id);
  expect(seen.filter(untouched)).toEqual(rows.map((row) => row.platform_id).filter(untouched));
}

test('whatever is added, changed or deleted meanwhile, a walk there and back skips and repeats no other record', async () => {
  const company = await makeTestCompany(sql);
  const actor = { type: 'system', id: 'test', label: 'test' } as const;
  const { organisationId } = company;
  const ctx: Context = makeContext({ organisationId, actor, requestId: 'r', now: new Date(), door: 'test' });
  await fc.assert(
    fc.asyncProperty(walk, async ({ model, sort, direction, limit, values, there, back }) => {
      const declaration = declarationOf(model);
      const names = sortNames(declaration);
      const field = scalarFields(declaration).find((one) => one.name === names[sort % names.length]);
      if (!field) throw new Error('a sort is a field');
      const books = new Books(company, recordTable(declaration.table).name, field);
      await sql.unsafe(`delete from ${quoted(books.table)} where company_id = $1`, [company.companyId]);
      for (const value of values) await books.add(value);

      const list = (more: Partial<ListRecordsInput>) =>
        listRecords(ctx, {
          companyId: company.companyId,
          model,
          limit,
          sort: { field: field.name, direction },
          ...more,
        });
      books.touched.clear();
      const first = await list({});
      expect(first.prev).toBeNull();
      const forth = await walkOn(list, 'next', first, there, books);
      await expectUntouched([...idsOf(first), ...forth.ids], books, direction);

      books.touched.clear();
      const turned = idsOf(forth.last);
      const backwards = await walkOn(list, 'prev', forth.last, back, books);
      await expectUntouched([...backwards.ids, ...turned], books, direction);
    }),
    { numRuns: 150 },
  );
});
