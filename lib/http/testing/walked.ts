import { pagesOf } from '../csv-route.ts';

/** Every row of a list that is read by cursor, page after page. */
export async function walked<Row>(read: Parameters<typeof pagesOf<Row>>[0]): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pagesOf(read)) rows.push(...page);
  return rows;
}
