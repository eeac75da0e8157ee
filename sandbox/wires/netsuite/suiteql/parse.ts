import { parseCondition, parseValue } from './parse-condition.ts';
import { Reader } from './reader.ts';
import { type Join, type Query, SuiteqlError, type TableUse } from './syntax.ts';

/**
 * Reads the part of SuiteQL that is spoken here: SELECT of columns and TO_CHAR, FROM, INNER and LEFT JOIN, WHERE, ORDER BY.
 * Throws SuiteqlError for all else, what the vendor would take as well.
 */
export function parseQuery(sql: string): Query {
  const reader = new Reader(sql);
  const query = parseSelect(reader);
  reader.end();
  return query;
}

function parseSelect(reader: Reader): Query {
  reader.expect('SELECT');
  const select = listOf(reader, () => parseColumn(reader));
  reader.expect('FROM');
  const from = parseTable(reader);
  const joins: Join[] = [];
  for (let join = parseJoin(reader); join !== null; join = parseJoin(reader)) joins.push(join);
  const where = reader.accept('WHERE') ? parseCondition(reader, parseSelect) : null;
  const order = parseOrder(reader);
  return { select, from, joins, where, order };
}

function parseColumn(reader: Reader): Query['select'][number] {
  const value = parseValue(reader);
  if (reader.accept('AS')) return { value, name: reader.word().toLowerCase() };
  if (value.kind === 'column') return { value, name: value.name };
  throw new SuiteqlError('What is computed needs a name: AS');
}

const clauses = ['INNER', 'LEFT', 'JOIN', 'ON', 'WHERE', 'ORDER', 'GROUP', 'UNION', 'FETCH', 'HAVING'];

function parseTable(reader: Reader): TableUse {
  const table = reader.word().toLowerCase();
  const isNamed = reader.accept('AS') || !clauses.some((clause) => reader.sees(clause));
  const alias = isNamed ? reader.take('word')?.toLowerCase() : undefined;
  return { table, alias: alias ?? table };
}

function parseJoin(reader: Reader): Join | null {
  const isOuter = reader.accept('LEFT');
  if (!isOuter && !reader.accept('INNER')) return null;
  if (isOuter) reader.accept('OUTER');
  reader.expect('JOIN');
  const use = parseTable(reader);
  reader.expect('ON');
  return { ...use, isOuter, on: parseCondition(reader, parseSelect) };
}

function parseOrder(reader: Reader): Query['order'] {
  if (!reader.accept('ORDER')) return [];
  reader.expect('BY');
  return listOf(reader, () => {
    const value = parseValue(reader);
    const isDescending = reader.accept('DESC');
    if (!isDescending) reader.accept('ASC');
    return { value, isDescending };
  });
}

function listOf<T>(reader: Reader, one: () => T): T[] {
  const list = [one()];
  while (reader.accept(',')) list.push(one());
  return list;
}
