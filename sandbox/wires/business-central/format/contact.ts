import type { Book } from '../../../state/book.ts';
import type { Contact } from '../../../state/records/contact.ts';
import { Decimal } from '../decimal.ts';
import { guidOf } from '../guids.ts';
import type { WireRow } from '../wire-row.ts';
import { currencyFields } from './setup.ts';

export const customerNumber = (contactId: number) => `C${String(contactId).padStart(5, '0')}`;
export const vendorNumber = (contactId: number) => `V${String(contactId).padStart(5, '0')}`;

/** A contact that is both is a customer and a vendor, two records that know nothing of each other. */
export const customer = (book: Book, one: Contact): WireRow => ({
  id: guidOf(book, 'customer', one.id),
  number: customerNumber(one.id),
  ...party(book, one),
  blocked: one.status === 'active' ? '_x0020_' : 'All',
  balanceDue: new Decimal('0'),
  creditLimit: new Decimal('0'),
  lastModifiedDateTime: one.modified,
});

export const vendor = (book: Book, one: Contact): WireRow => ({
  id: guidOf(book, 'vendor', one.id),
  number: vendorNumber(one.id),
  ...party(book, one),
  blocked: one.status === 'active' ? '_x0020_' : 'All',
  balance: new Decimal('0'),
  lastModifiedDateTime: one.modified,
});

/** Text that is not there is empty on this wire, never null. Of several addresses and numbers it has the first. */
function party(book: Book, one: Contact) {
  const [address] = one.addresses;
  return {
    displayName: one.name,
    addressLine1: address?.street ?? '',
    addressLine2: address?.district ?? '',
    city: address?.city ?? '',
    state: address?.region ?? '',
    country: address?.country ?? '',
    postalCode: address?.postcode ?? '',
    phoneNumber: one.phones[0]?.number ?? '',
    email: one.emails[0] ?? '',
    website: one.websites[0] ?? '',
    taxRegistrationNumber: one.taxNumber ?? '',
    ...currencyFields(book, one.currencyId),
  };
}
