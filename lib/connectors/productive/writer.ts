import { ConnectorError } from '../errors.ts';
import type { FoundWrite, PlannedCall, PlatformWriter, WriteRequest, WriteResult } from '../types.ts';
import { type CompanyResource, companyResource } from './api-types.ts';
import { companiesPath, type ProductiveClient } from './client.ts';
import { type CompanyChanges, changesOf } from './company-changes.ts';

/** Newest companies that are looked through for one that a write made. */
const lookedThrough = { pages: 10, pageSize: 200 };

/** Writes companies. One that is made carries the marker as its external id; a change is compared with what is there. */
export function productiveWriter(client: ProductiveClient): PlatformWriter {
  return {
    plan: async (request, signal) => {
      const contact = contactOf(request);
      const { platformId, marker } = contact;
      if (platformId === null) return plannedCreation(contact.fields, marker);
      const company = await present(client, platformId, signal);
      return plannedChanges(platformId, changesOf(contact.fields, company));
    },
    push: async (request, signal) => {
      const contact = contactOf(request);
      const { platformId, fields, marker } = contact;
      if (platformId !== null) {
        const company = await present(client, platformId, signal);
        return carryOut(client, platformId, changesOf(fields, company), signal);
      }
      const { attributes } = changesOf(fields, null);
      // An earlier try may have made it and died before the rest.
      const made =
        (await findMarked(client, marker, signal)).company ??
        (await client.create({ ...attributes, external_id: marker }, signal));
      return carryOut(client, made.id, { attributes: {}, move: changesOf(fields, made).move }, signal);
    },
    find: (request, signal) => findWrite(client, contactOf(request), signal),
    read: async (_model, ids, signal) => {
      const read = [];
      for (const id of ids) read.push(await client.company(id, signal));
      return read.filter((company) => company !== null);
    },
  };
}

function contactOf(request: WriteRequest): WriteRequest<'CONTACT'> {
  if (request.model !== 'CONTACT') throw new ConnectorError('bad-request', 'Productive takes companies alone');
  return request as WriteRequest<'CONTACT'>;
}

async function present(client: ProductiveClient, id: string, signal: AbortSignal): Promise<CompanyResource> {
  const company = await client.company(id, signal);
  if (company) return company;
  throw new ConnectorError('record-refused', 'Productive has no such company any more.');
}

async function carryOut(
  client: ProductiveClient,
  id: string,
  { attributes, move }: CompanyChanges,
  signal: AbortSignal,
): Promise<WriteResult> {
  if (Object.keys(attributes).length > 0) await client.update(id, attributes, signal);
  if (move) await client.move(id, move, signal);
  return resultOf(id);
}

const resultOf = (platformId: string): WriteResult => ({ platformId, related: [] });

function plannedCreation(fields: WriteRequest<'CONTACT'>['fields'], marker: string): PlannedCall[] {
  const { attributes, move } = changesOf(fields, null);
  const body = { data: { type: 'companies', attributes: { ...attributes, external_id: marker } } };
  const made = { method: 'POST', path: companiesPath, body };
  return move ? [made, { method: 'PATCH', path: `${companiesPath}/{id}/${move}` }] : [made];
}

function plannedChanges(id: string, { attributes, move }: CompanyChanges): PlannedCall[] {
  const path = `${companiesPath}/${id}`;
  const change = { method: 'PATCH', path, body: { data: { type: 'companies', attributes } } };
  return [
    ...(Object.keys(attributes).length > 0 ? [change] : []),
    ...(move ? [{ method: 'PATCH', path: `${path}/${move}` }] : []),
  ];
}

async function findWrite(
  client: ProductiveClient,
  { platformId, fields, marker }: WriteRequest<'CONTACT'>,
  signal: AbortSignal,
): Promise<FoundWrite> {
  const evidence = { method: 'GET', path: companiesPath };
  const found =
    platformId === null
      ? await findMarked(client, marker, signal)
      : { company: await present(client, platformId, signal), isSure: true };
  if (!found.company) return { state: found.isSure ? 'absent' : 'unclear', evidence };
  const { attributes, move } = changesOf(fields, found.company);
  const isDone = move === null && (platformId === null || Object.keys(attributes).length === 0);
  return isDone ? { state: 'confirmed', result: resultOf(found.company.id), evidence } : { state: 'absent', evidence };
}

/** Looks for a marker among the newest companies, since none can be asked for by its external id. */
async function findMarked(client: ProductiveClient, marker: string, signal: AbortSignal) {
  for (let page = 1; page <= lookedThrough.pages; page++) {
    const query = new URLSearchParams({
      sort: '-created_at',
      'page[number]': String(page),
      'page[size]': String(lookedThrough.pageSize),
    });
    const { data, meta } = await client.page(query, signal);
    for (const raw of data) {
      const company = companyResource.safeParse(raw).data;
      if (company?.attributes.external_id === marker) return { company, isSure: true };
    }
    if (page >= meta.total_pages) return { company: null, isSure: true };
  }
  return { company: null, isSure: false };
}
