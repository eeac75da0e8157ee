import { ConnectorError } from '../errors.ts';
import type { FoundWrite, PlannedCall, PlatformWriter, WriteRequest, WriteResult } from '../types.ts';
import { type CompanyItem, companyItem } from './api-types.ts';
import { companiesPath, type MewsClient } from './client.ts';
import { changesOf, isToBeDeleted, newCompany } from './company-fields.ts';

/** Writes companies. One that is made carries the marker as its external identifier, by which it is found again. */
export function mewsWriter(client: MewsClient): PlatformWriter {
  return {
    plan: async (request, signal) => {
      const { platformId, fields, marker } = contactOf(request);
      const planned = (operation: string, body: object): PlannedCall => ({
        method: 'POST',
        path: `${companiesPath}/${operation}`,
        body,
      });
      if (platformId === null) {
        const added = planned('add', newCompany(fields, marker));
        return isToBeDeleted(fields, true) ? [added, planned('delete', { CompanyIds: [] })] : [added];
      }
      const company = await present(client, platformId, signal);
      const changes = changesOf(fields, company);
      return [
        ...(Object.keys(changes).length > 0 ? [planned('update', { CompanyId: platformId, ...changes })] : []),
        ...(isToBeDeleted(fields, company.IsActive) ? [planned('delete', { CompanyIds: [platformId] })] : []),
      ];
    },
    push: async (request, signal) => {
      const { platformId, fields, marker } = contactOf(request);
      const isUpdate = platformId !== null;
      const company = isUpdate
        ? await present(client, platformId, signal)
        : ((await marked(client, marker, signal)) ?? (await client.add(newCompany(fields, marker), signal)));
      // Asked first, so that a change that can't be made whole is not begun.
      const isDeleted = isToBeDeleted(fields, company.IsActive);
      const changes = isUpdate ? changesOf(fields, company) : {};
      if (Object.keys(changes).length > 0) await client.update(company.Id, changes, signal);
      if (isDeleted) await client.delete(company.Id, signal);
      return resultOf(company.Id);
    },
    find: (request, signal) => findWrite(client, contactOf(request), signal),
    read: async (_model, ids, signal) => {
      if (ids.length === 0) return [];
      return (await client.getAll({ Ids: ids, Limitation: { Count: ids.length } }, signal)).Companies;
    },
  };
}

function contactOf(request: WriteRequest): WriteRequest<'CONTACT'> {
  if (request.model !== 'CONTACT') throw new ConnectorError('bad-request', 'Mews takes companies alone');
  return request as WriteRequest<'CONTACT'>;
}

const resultOf = (platformId: string): WriteResult => ({ platformId, related: [] });

async function findWrite(
  client: MewsClient,
  { platformId, fields, marker }: WriteRequest<'CONTACT'>,
  signal: AbortSignal,
): Promise<FoundWrite> {
  const evidence = { method: 'POST', path: `${companiesPath}/getAll` };
  const isUpdate = platformId !== null;
  const company = isUpdate ? await present(client, platformId, signal) : await marked(client, marker, signal);
  if (!company) return { state: 'absent', evidence };
  const isDone =
    !isToBeDeleted(fields, company.IsActive) && (!isUpdate || Object.keys(changesOf(fields, company)).length === 0);
  return isDone ? { state: 'confirmed', result: resultOf(company.Id), evidence } : { state: 'absent', evidence };
}

async function present(client: MewsClient, id: string, signal: AbortSignal): Promise<CompanyItem> {
  const company = await one(client, { Ids: [id] }, signal);
  if (company) return company;
  throw new ConnectorError('record-refused', 'Mews has no such company any more.');
}

const marked = (client: MewsClient, marker: string, signal: AbortSignal) =>
  one(client, { ExternalIdentifiers: [marker] }, signal);

async function one(client: MewsClient, filter: object, signal: AbortSignal): Promise<CompanyItem | null> {
  const { Companies } = await client.getAll({ ...filter, Limitation: { Count: 1 } }, signal);
  return companyItem.safeParse(Companies[0]).data ?? null;
}
