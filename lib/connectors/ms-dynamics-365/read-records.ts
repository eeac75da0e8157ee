import type { Row } from './client.ts';
import type { OpenCompany } from './company.ts';
import type { BusinessCentralModel } from './mapper.ts';
import { inChunks, oneOf, pathWith, quoted } from './odata.ts';
import { completed } from './pull.ts';
import { type Source, sources } from './queries.ts';

const isGuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Records by their ids, raw as `pull` yields them; those that are not there are left out. Throws ConnectorError. */
export async function readRecords(
  company: OpenCompany,
  model: BusinessCentralModel,
  platformIds: readonly string[],
  signal: AbortSignal,
): Promise<Row[]> {
  const records: Row[] = [];
  for (const source of sources[model]) {
    for (const chunk of inChunks(platformIds)) {
      const rows = await readSome(company, source, chunk, signal);
      records.push(...(await completed(company, source, rows, signal)));
    }
  }
  return records;
}

async function readSome(
  company: OpenCompany,
  source: Source,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const { client, path } = company;
  const address = `${path}/${source.entity}`;
  if (source.entity === 'companyInformation') {
    const { rows } = await client.list(address, 1, signal);
    return rows.filter(({ currencyCode }) => ids.includes(String(currencyCode)));
  }
  const isByCode = source.entity === 'currencies';
  // What is no GUID is no id of this platform, and would spoil the whole filter.
  const literals = isByCode ? ids.map(quoted) : ids.filter(isGuid);
  if (literals.length === 0) return [];
  const query = { $filter: oneOf(isByCode ? 'code' : 'id', literals), $expand: source.expand };
  return (await client.list(pathWith(address, query), literals.length, signal)).rows;
}
