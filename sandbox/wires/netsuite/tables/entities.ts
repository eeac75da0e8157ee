import type { Book } from '../../../state/book.ts';
import type { Address, Contact } from '../../../state/records/contact.ts';
import type { Table } from '../suiteql/scope.ts';
import { wallTime } from '../zone.ts';
import { live } from './live.ts';
import { flag } from './values.ts';

/** Somebody who is customer and supplier is both here too, under one internal id. */
export const isCustomer = ({ kind }: Contact) => kind !== 'supplier';
export const isVendor = ({ kind }: Contact) => kind !== 'customer';

const phone = (kind: Contact['phones'][number]['kind']) => (row: Contact) =>
  row.phones.find((one) => one.kind === kind)?.number ?? null;

const columns = {
  id: (row: Contact) => row.id,
  entityid: (row: Contact) => row.name,
  companyname: (row: Contact) => row.name,
  isperson: () => 'F',
  firstname: () => null,
  lastname: () => null,
  email: (row: Contact) => row.emails[0] ?? null,
  url: (row: Contact) => row.websites[0] ?? null,
  phone: phone('office'),
  mobilephone: phone('mobile'),
  fax: phone('fax'),
  currency: (row: Contact) => row.currencyId,
  vatregnumber: (row: Contact) => row.taxNumber,
  externalid: (row: Contact) => row.externalId,
  isinactive: (row: Contact) => flag(row.status !== 'active'),
  lastmodifieddate: (row: Contact) => wallTime(row.modified),
};

export const customerTable = (book: Book): Table => ({
  rows: () => live(book, 'contacts').filter(isCustomer),
  columns,
});
export const vendorTable = (book: Book): Table => ({ rows: () => live(book, 'contacts').filter(isVendor), columns });

export const entityTable = (book: Book): Table => ({
  rows: () => live(book, 'contacts'),
  columns: {
    id: columns.id,
    entityid: columns.entityid,
    externalid: columns.externalid,
    type: (row: Contact) => (isCustomer(row) ? 'CustJob' : 'Vendor'),
  },
});

interface AddressRow {
  contact: Contact;
  address: Address;
  index: number;
}

const addressRows = (fits: (contact: Contact) => boolean) => (book: Book) => () =>
  live(book, 'contacts')
    .filter(fits)
    .flatMap((contact) => contact.addresses.map((address, index): AddressRow => ({ contact, address, index })));

const nameOf = ({ contact, index }: AddressRow) => contact.id * 100 + index;
const isFirst = (kind: Address['kind']) => (row: AddressRow) =>
  flag(row.contact.addresses.findIndex((one) => one.kind === kind) === row.index);

const addressBook =
  (fits: (contact: Contact) => boolean) =>
  (book: Book): Table => ({
    rows: addressRows(fits)(book),
    columns: {
      entity: (row: AddressRow) => row.contact.id,
      internalid: nameOf,
      addressbookaddress: nameOf,
      defaultbilling: isFirst('billing'),
      defaultshipping: isFirst('delivery'),
    },
  });

const addresses =
  (fits: (contact: Contact) => boolean) =>
  (book: Book): Table => ({
    rows: addressRows(fits)(book),
    columns: {
      nkey: nameOf,
      addr1: (row: AddressRow) => row.address.street,
      addr2: (row: AddressRow) => row.address.district,
      city: (row: AddressRow) => row.address.city,
      state: (row: AddressRow) => row.address.region,
      zip: (row: AddressRow) => row.address.postcode,
      country: (row: AddressRow) => row.address.country,
    },
  });

export const customerAddressBook = addressBook(isCustomer);
export const customerAddresses = addresses(isCustomer);
export const vendorAddressBook = addressBook(isVendor);
export const vendorAddresses = addresses(isVendor);
