import type { AddressFields, ContactFields } from '../../../domain/writes/write-fields.ts';
import { ConnectorError, RecordRejected } from '../../errors.ts';
import type { NetsuiteClient } from '../client.ts';
import { mapContact } from '../mapping/contact.ts';
import { currencyId } from './currency-id.ts';

/** Whether a contact has everything that a change sets. Throws ConnectorError. */
export async function showsChange(
  client: NetsuiteClient,
  fields: ContactFields,
  raw: unknown,
  signal: AbortSignal,
): Promise<boolean> {
  const { fields: now, children } = readable(raw);
  const linkOf = (type: string) => children.external_links.find((one) => one.type === type)?.link ?? null;
  const numberOf = (type: string) => children.phone_numbers.find((one) => one.type === type)?.number ?? null;
  const currency = fields.currency_id && (await currencyId(client, fields.currency_id, signal));
  const pairs: readonly (readonly [given: unknown, held: unknown])[] = [
    [fields.name, now.name],
    [fields.tax_number, now.tax_number],
    [fields.status, now.status],
    [currency, now.currency_id],
    [fields.email, linkOf('EMAIL')],
    [fields.website, linkOf('WEBSITE')],
    [fields.telephone, numberOf('TELEPHONE')],
    [fields.mobile, numberOf('MOBILE')],
    [fields.fax, numberOf('FAX')],
    [fields.addresses?.map(comparable).join('\n'), children.addresses.map(comparable).join('\n')],
  ];
  return pairs.every(([given, held]) => given === undefined || (given || null) === (held || null));
}

function readable(raw: unknown): ReturnType<typeof mapContact> {
  try {
    return mapContact(raw);
  } catch (error) {
    if (!(error instanceof RecordRejected)) throw error;
    throw new ConnectorError('platform-down', 'NetSuite answered with a contact that can’t be read', { cause: error });
  }
}

/** Without its type: of several of one kind the account keeps one as the default. */
const comparable = (address: AddressFields): string =>
  [address.street, address.locality, address.city, address.state, address.pincode, address.country?.toUpperCase()]
    .map((part) => part ?? '')
    .join('\t');
