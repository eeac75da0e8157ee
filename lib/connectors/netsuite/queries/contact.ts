import { type ModelQuery, momentColumn, ownChanges, type PartQuery } from './query.ts';

const columnsOf = (alias: string) => [
  ...['id', 'entityid', 'companyname', 'isperson', 'firstname', 'lastname', 'email', 'url', 'phone', 'mobilephone']
    .concat('fax', 'currency', 'vatregnumber', 'isinactive')
    .map((column) => `${alias}.${column}`),
  momentColumn(`${alias}.lastmodifieddate`, 'lastmodifieddate'),
];

const addressesOf = (type: 'customer' | 'vendor') => ({
  name: 'addresses',
  from: `${type}addressbook b INNER JOIN ${type}addressbookentityaddress a ON a.nkey = b.addressbookaddress`,
  columns: [
    ...['b.entity', 'b.internalid', 'b.defaultbilling', 'b.defaultshipping'],
    ...['a.addr1', 'a.addr2', 'a.city', 'a.state', 'a.zip', 'a.country'],
  ],
  parent: { sql: 'b.entity', name: 'entity' },
  key: { sql: 'b.internalid', name: 'internalid' },
  scope: [],
});

/**
 * Customers, then the vendors that are no customers: somebody who is both has one id, comes with the customers, and
 * `vendorid` says so.
 */
const customers: PartQuery = {
  from: 'customer c LEFT JOIN vendor v ON v.id = c.id',
  alias: 'c',
  columns: [...columnsOf('c'), 'v.id AS vendorid'],
  scope: [],
  constants: { recordtype: 'customer' },
  changes: ownChanges('customer', 'c'),
  children: [addressesOf('customer')],
};
const vendors: PartQuery = {
  from: 'vendor v LEFT JOIN customer c ON c.id = v.id',
  alias: 'v',
  columns: columnsOf('v'),
  scope: ['c.id IS NULL'],
  constants: { recordtype: 'vendor' },
  changes: ownChanges('vendor', 'v'),
  children: [addressesOf('vendor')],
};

export const contactQuery: ModelQuery = { parts: [customers, vendors] };
