import { z } from 'zod';
import type { Book } from '../../../state/book.ts';
import type { Fields } from '../../../state/ledger.ts';
import { baseCurrency } from '../../../state/lookups.ts';
import type { Address, Contact } from '../../../state/records/contact.ts';
import { reference } from '../record-body.ts';
import { netsuiteRefusal } from '../refusal.ts';
import { subsidiaryId } from '../tables/setup.ts';
import { freeExternalId } from './external-id.ts';

const text = z.string().max(300).nullable();

/** A customer or a vendor. Null clears a field. */
export const entityBody = z.strictObject({
  externalId: z.string().min(1).max(100).optional(),
  subsidiary: reference.optional(),
  isPerson: z.boolean().optional(),
  companyName: z.string().max(83).optional(),
  email: z.email().nullable().optional(),
  url: z.url().nullable().optional(),
  phone: text.optional(),
  mobilePhone: text.optional(),
  fax: text.optional(),
  currency: reference.optional(),
  vatRegNumber: text.optional(),
  isInactive: z.boolean().optional(),
  addressBook: z
    .strictObject({
      items: z.array(
        z.strictObject({
          defaultBilling: z.boolean().optional(),
          defaultShipping: z.boolean().optional(),
          addressbookAddress: z.strictObject({
            addr1: text.optional(),
            addr2: text.optional(),
            city: text.optional(),
            state: text.optional(),
            zip: text.optional(),
            country: z
              .strictObject({ id: z.string().regex(/^[A-Z]{2}$/) })
              .nullable()
              .optional(),
          }),
        }),
      ),
    })
    .optional(),
});
type EntityBody = z.output<typeof entityBody>;

const missing = (label: string, path: string) =>
  netsuiteRefusal(400, 'USER_ERROR', `Please enter value(s) for: ${label}`, { path });

/** A new customer or vendor. Throws Refusal. */
export function newEntity(book: Book, kind: 'customer' | 'supplier', given: EntityBody): Fields<'contacts'> {
  if (!given.companyName) throw missing('Company Name', 'companyName');
  if (given.subsidiary?.id !== subsidiaryId) throw missing('Primary Subsidiary', 'subsidiary');
  if (book.tables.contacts.find((one) => one.kind === kind && one.name === given.companyName)) {
    // An entity's name is its id here, and unique.
    const message =
      'A customer record with this ID already exists. You must enter a unique customer ID for each record you create.';
    throw netsuiteRefusal(400, 'USER_ERROR', message, { path: 'companyName' });
  }
  const empty: Fields<'contacts'> = {
    externalId: freeExternalId(book, 'contacts', given.externalId),
    name: given.companyName,
    person: null,
    kind,
    status: 'active',
    currencyId: baseCurrency(book).id,
    taxNumber: null,
    registrationNumber: null,
    emails: [],
    websites: [],
    phones: [],
    addresses: [],
  };
  return { ...empty, ...entityChanges(empty, given, { replacesAddresses: true }) };
}

/** What of a customer or vendor changes. Lines of the address book are added, unless the whole list is replaced. */
export function entityChanges(
  current: Omit<Contact, 'id' | 'created' | 'modified' | 'deleted'>,
  given: EntityBody,
  { replacesAddresses }: { replacesAddresses: boolean },
): Partial<Fields<'contacts'>> {
  const addresses = given.addressBook?.items.map(addressOf);
  return {
    ...(given.companyName && { name: given.companyName }),
    ...(given.isInactive !== undefined && { status: given.isInactive ? 'inactive' : 'active' }),
    ...(given.currency && { currencyId: given.currency.id }),
    ...(given.vatRegNumber !== undefined && { taxNumber: given.vatRegNumber }),
    ...(given.email !== undefined && { emails: withFirst(current.emails, given.email) }),
    ...(given.url !== undefined && { websites: withFirst(current.websites, given.url) }),
    phones: phonesOf(current.phones, given),
    ...(addresses && { addresses: replacesAddresses ? addresses : [...current.addresses, ...addresses] }),
  };
}

const withFirst = (list: readonly string[], first: string | null): string[] =>
  first ? [first, ...list.slice(1)] : list.slice(1);

function phonesOf(current: Contact['phones'], given: EntityBody): Contact['phones'] {
  const numbers = { office: given.phone, mobile: given.mobilePhone, fax: given.fax };
  let phones = current;
  for (const kind of ['office', 'mobile', 'fax'] as const) phones = withPhone(phones, kind, numbers[kind]);
  return phones;
}

function withPhone(
  phones: Contact['phones'],
  kind: Contact['phones'][number]['kind'],
  number: string | null | undefined,
): Contact['phones'] {
  if (number === undefined) return phones;
  const index = phones.findIndex((one) => one.kind === kind);
  if (!number) return phones.filter((_, at) => at !== index);
  return index < 0 ? [...phones, { kind, number }] : phones.with(index, { kind, number });
}

type BodyAddress = NonNullable<EntityBody['addressBook']>['items'][number];

const addressOf = ({ defaultShipping, addressbookAddress: address }: BodyAddress): Address => ({
  kind: defaultShipping ? 'delivery' : 'billing',
  street: address.addr1 ?? '',
  district: address.addr2 ?? null,
  city: address.city ?? '',
  region: address.state ?? null,
  country: address.country?.id ?? '',
  postcode: address.zip ?? null,
});
