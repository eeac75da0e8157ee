import { ConnectorError } from '../../errors.ts';
import type { FoundWrite, WriteRequest, WriteResult } from '../../types.ts';
import type { BusinessCentralWrite, Row } from '../client.ts';
import type { OpenCompany } from '../company.ts';
import { isStale } from '../failures.ts';
import { pathWith, quoted } from '../odata.ts';
import { blankBody, contactBody } from './contact-body.ts';
import { beforeSending, refused } from './refusal.ts';

type Entity = 'customers' | 'vendors';

/** How often a record that others change at the same moment is read again. */
const maxAttempts = 4;

/** The call that makes or changes a contact; a change holds only for the state that was read. Throws ConnectorError. */
export async function planContact(
  company: OpenCompany,
  request: WriteRequest<'CONTACT'>,
  signal: AbortSignal,
): Promise<BusinessCentralWrite> {
  const { fields, platformId } = request;
  if (platformId === null) {
    return { method: 'POST', path: `${company.path}/${entityOf(request)}`, body: contactBody(fields) };
  }
  const held = await findHeld(company, platformId, signal);
  if (!held) throw refused('platform_id', 'Business Central has no contact of this id');
  requireSameType(held.entity, fields.contact_type);
  const etag = held.row['@odata.etag'];
  return {
    method: 'PATCH',
    path: `${company.path}/${held.entity}(${platformId})`,
    body: contactBody(fields),
    ifMatch: typeof etag === 'string' ? etag : '*',
  };
}

export async function pushContact(
  company: OpenCompany,
  request: WriteRequest<'CONTACT'>,
  signal: AbortSignal,
): Promise<WriteResult> {
  for (let attempt = 1; ; attempt++) {
    const call = await beforeSending(signal, () => planContact(company, request, signal));
    try {
      const row = await company.client.write(call, signal);
      const id = typeof row?.id === 'string' ? row.id.toLowerCase() : request.platformId;
      if (id !== null) return { platformId: id, related: [] };
      throw new ConnectorError('unknown', 'Business Central did not say which contact it made');
    } catch (error) {
      if (!isStale(error) || attempt === maxAttempts) throw error;
    }
  }
}

/**
 * A change that was made shows in the record, and one that was not can be sent again. A record that is made has no place
 * for a name of ours: it is told by having every value that was given, and none that was not.
 */
export async function findContact(
  company: OpenCompany,
  request: WriteRequest<'CONTACT'>,
  signal: AbortSignal,
): Promise<FoundWrite> {
  const body = contactBody(request.fields);
  const shows = (row: Row, wanted: Readonly<Record<string, string>>) =>
    Object.entries(wanted).every(([field, value]) => row[field] === value);
  if (request.platformId !== null) {
    const held = await findHeld(company, request.platformId, signal);
    const evidence = { method: 'GET', path: `${company.path}/${held?.entity ?? 'customers'}(${request.platformId})` };
    if (!held || !shows(held.row, body)) return { state: 'absent', evidence };
    return { state: 'confirmed', result: { platformId: request.platformId, related: [] }, evidence };
  }
  const filter = `displayName eq ${quoted(body.displayName ?? '')}`;
  const path = pathWith(`${company.path}/${entityOf(request)}`, { $filter: filter });
  const { rows } = await company.client.list(path, 1000, signal);
  const evidence = { method: 'GET', path, status: 200 };
  const ids = rows.filter((row) => shows(row, { ...blankBody, ...body })).map(({ id }) => String(id).toLowerCase());
  const [id] = ids;
  if (id === undefined) return { state: 'absent', evidence };
  return ids.length > 1
    ? { state: 'unclear', evidence }
    : { state: 'confirmed', result: { platformId: id, related: [] }, evidence };
}

function entityOf({ fields }: WriteRequest<'CONTACT'>): Entity {
  const { contact_type: type = 'customer' } = fields;
  if (type === 'customer') return 'customers';
  if (type === 'vendor') return 'vendors';
  throw refused('contact_type', 'A contact of Business Central is a customer or a vendor');
}

function requireSameType(entity: Entity, type: string | undefined): void {
  if (type === undefined || type === (entity === 'customers' ? 'customer' : 'vendor')) return;
  throw refused('contact_type', 'A customer of Business Central can’t become a vendor, nor a vendor a customer');
}

/** The record of an id, which is a customer's or a vendor's. */
async function findHeld(
  company: OpenCompany,
  id: string,
  signal: AbortSignal,
): Promise<{ entity: Entity; row: Row } | null> {
  if (!/^[\da-f-]{36}$/i.test(id)) return null;
  for (const entity of ['customers', 'vendors'] as const) {
    const row = await company.client.get(`${company.path}/${entity}(${id})`, signal);
    if (row) return { entity, row };
  }
  return null;
}
