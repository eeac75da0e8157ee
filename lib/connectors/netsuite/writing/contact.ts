import type { AddressFields, ContactFields } from '../../../domain/writes/write-fields.ts';
import type { WriteRequest } from '../../types.ts';
import type { NetsuiteClient } from '../client.ts';
import { topSubsidiary } from '../subsidiary.ts';
import { currencyId } from './currency-id.ts';
import { given, type PlannedWrite } from './plan.ts';
import { internalId, recordPaths, refusedField } from './record-type.ts';

type ContactRequest = WriteRequest<'CONTACT'>;
type EntityType = 'customer' | 'vendor';

/** The call that makes or changes a customer or a vendor. Throws ConnectorError. */
export async function planContact(
  client: NetsuiteClient,
  request: ContactRequest,
  signal: AbortSignal,
): Promise<PlannedWrite> {
  const { fields, platformId, marker } = request;
  if (platformId === null) {
    const table = typeOf(fields.contact_type ?? 'customer');
    const body = {
      externalId: marker,
      ...(await subsidiary(client, signal)),
      ...(await bodyOf(client, fields, signal)),
    };
    return { method: 'POST', path: recordPaths[table], table, body, nameOf };
  }
  const id = internalId(platformId, 'platform_id');
  const table = await typeOfEntity(client, id, signal);
  if (fields.contact_type !== undefined && typeOf(fields.contact_type) !== table) {
    throw refusedField('contact_type', `This contact is a ${table} in NetSuite and stays one`);
  }
  // Without this, lines of a list are added to those that are there.
  const query = fields.addresses === undefined ? '' : '?replace=addressBook';
  return {
    method: 'PATCH',
    path: `${recordPaths[table]}/${id}${query}`,
    table,
    body: await bodyOf(client, fields, signal),
    nameOf,
  };
}

function typeOf(type: NonNullable<ContactFields['contact_type']>): EntityType {
  if (type === 'customer' || type === 'vendor') return type;
  throw refusedField('contact_type', 'NetSuite makes a contact a customer or a vendor');
}

async function typeOfEntity(client: NetsuiteClient, id: string, signal: AbortSignal): Promise<EntityType> {
  const { rows } = await client.query(`SELECT e.id, e.type FROM entity e WHERE e.id = ${id}`, { limit: 1, signal });
  const type = rows[0]?.type;
  if (type === 'CustJob') return 'customer';
  if (type === 'Vendor') return 'vendor';
  throw refusedField('platform_id', 'NetSuite has no customer or vendor of this id');
}

/** Where the account has subsidiaries, a new customer or vendor belongs to the one at the top. */
async function subsidiary(client: NetsuiteClient, signal: AbortSignal): Promise<Record<string, unknown>> {
  const id = (await topSubsidiary(client, signal))?.id;
  return typeof id === 'string' ? { subsidiary: { id } } : {};
}

async function bodyOf(client: NetsuiteClient, fields: ContactFields, signal: AbortSignal) {
  const { currency_id: currency } = fields;
  if (currency === null) throw refusedField('currency_id', 'NetSuite has no contact without a currency');
  return given({
    companyName: fields.name,
    isPerson: fields.name === undefined ? undefined : false,
    vatRegNumber: fields.tax_number,
    isInactive: isInactive(fields.status),
    email: fields.email,
    url: fields.website,
    phone: fields.telephone,
    mobilePhone: fields.mobile,
    fax: fields.fax,
    currency: currency === undefined ? undefined : { id: await currencyId(client, currency, signal) },
    addressBook: fields.addresses && { items: fields.addresses.map(addressBody) },
  });
}

function isInactive(status: ContactFields['status']): boolean | undefined {
  if (status === undefined || status === 'active' || status === 'inactive') return status && status === 'inactive';
  throw refusedField('status', 'A contact is active or inactive in NetSuite');
}

const addressBody = (address: AddressFields) => ({
  defaultBilling: address.type === 'BILLING',
  defaultShipping: address.type === 'SHIPPING',
  addressbookAddress: given({
    addr1: address.street ?? undefined,
    addr2: address.locality ?? undefined,
    city: address.city ?? undefined,
    state: address.state ?? undefined,
    zip: address.pincode ?? undefined,
    country: address.country ? { id: address.country.toUpperCase() } : undefined,
  }),
});

const names: Readonly<Record<string, string>> = {
  companyName: 'name',
  isPerson: 'name',
  vatRegNumber: 'tax_number',
  isInactive: 'status',
  email: 'email',
  url: 'website',
  phone: 'telephone',
  mobilePhone: 'mobile',
  fax: 'fax',
  currency: 'currency_id',
};
const addressNames: Readonly<Record<string, string>> = {
  addr1: 'street',
  addr2: 'locality',
  city: 'city',
  state: 'state',
  zip: 'pincode',
  country: 'country',
};

/** What the caller calls a field of the body. */
function nameOf(path: string): string | undefined {
  const [, index, field] = /^addressBook\.items\[(\d+)\](?:\.addressbookAddress\.(\w+))?/.exec(path) ?? [];
  if (index === undefined) return names[path.split('.')[0] ?? ''];
  const name = addressNames[field ?? ''];
  return name ? `addresses.${index}.${name}` : `addresses.${index}`;
}
