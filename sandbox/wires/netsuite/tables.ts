import type { Book } from '../../state/book.ts';
import type { Tables } from './suiteql/scope.ts';
import {
  customerAddressBook,
  customerAddresses,
  customerTable,
  entityTable,
  vendorAddressBook,
  vendorAddresses,
  vendorTable,
} from './tables/entities.ts';
import { accountingLineTable, transactionLineTable } from './tables/lines.ts';
import { accountTable, currencyTable, itemTable, pricingTable, subsidiaryTable } from './tables/setup.ts';
import { previousLinkTable, transactionTable } from './tables/transactions.ts';

/** A book as SuiteQL sees it. */
export const tablesOf = (book: Book): Tables => ({
  subsidiary: subsidiaryTable(book),
  currency: currencyTable(book),
  account: accountTable(book),
  item: itemTable(book),
  pricing: pricingTable(book),
  entity: entityTable(book),
  customer: customerTable(book),
  customeraddressbook: customerAddressBook(book),
  customeraddressbookentityaddress: customerAddresses(book),
  vendor: vendorTable(book),
  vendoraddressbook: vendorAddressBook(book),
  vendoraddressbookentityaddress: vendorAddresses(book),
  transaction: transactionTable(book),
  transactionline: transactionLineTable(book),
  transactionaccountingline: accountingLineTable(book),
  previoustransactionlinelink: previousLinkTable(book),
});
