import type { Book } from '../../../state/book.ts';
import { baseCurrency, currencyOf } from '../../../state/lookups.ts';
import type { Company } from '../../../state/records/contact.ts';
import type { Account, Currency, Item } from '../../../state/records/setup.ts';
import { Decimal } from '../decimal.ts';
import { guidOf, noGuid } from '../guids.ts';
import type { WireRow } from '../wire-row.ts';

/** A book's company, as the list of companies names it. */
export const company = (book: Book, one: Company): WireRow => ({
  id: guidOf(book, 'company', 1),
  systemVersion: '27.0.0.0',
  name: book.name,
  displayName: book.name,
  businessProfileId: '',
  lastModifiedDateTime: one.modified,
});

export const companyInformation = (book: Book, one: Company): WireRow => ({
  id: guidOf(book, 'company', one.id),
  displayName: one.legalName,
  addressLine1: one.addresses[0]?.street ?? '',
  addressLine2: one.addresses[0]?.district ?? '',
  city: one.addresses[0]?.city ?? '',
  state: one.addresses[0]?.region ?? '',
  country: one.addresses[0]?.country ?? '',
  postalCode: one.addresses[0]?.postcode ?? '',
  phoneNumber: one.phones[0]?.number ?? '',
  email: one.emails[0] ?? '',
  website: one.websites[0] ?? '',
  taxRegistrationNumber: one.taxNumber ?? '',
  currencyCode: one.baseCurrency,
  currentFiscalYearStartDate: one.yearStartsOn,
  lastModifiedDateTime: one.modified,
});

export const currency = (book: Book, one: Currency): WireRow => ({
  id: guidOf(book, 'currency', one.id),
  code: one.code,
  displayName: one.name,
  symbol: one.symbol,
  amountDecimalPlaces: `${one.decimals}:${one.decimals}`,
  amountRoundingPrecision: new Decimal(one.decimals === 0 ? '1' : `0.${'1'.padStart(one.decimals, '0')}`),
  lastModifiedDateTime: one.modified,
});

const categories = {
  asset: 'Assets',
  bank: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expense',
} as const;

/** The chart has no sums and headings, and no account above another. */
export const account = (book: Book, one: Account): WireRow => ({
  id: guidOf(book, 'account', one.id),
  number: one.code,
  displayName: one.name,
  category: one.group === 'cost_of_sales' ? 'Cost_x0020_of_x0020_Goods_x0020_Sold' : categories[one.class],
  subCategory: one.group.replaceAll('_', ' '),
  blocked: !one.active,
  accountType: 'Posting',
  directPosting: one.class !== 'bank',
  netChange: new Decimal(one.balance),
  lastModifiedDateTime: one.modified,
});

const itemTypes = { stock: 'Inventory', service: 'Service', non_stock: 'Non_x002D_Inventory' } as const;

export const item = (book: Book, one: Item): WireRow => ({
  id: guidOf(book, 'item', one.id),
  number: one.code,
  displayName: one.name,
  displayName2: '',
  type: itemTypes[one.kind],
  blocked: !one.active,
  gtin: '',
  inventory: new Decimal(one.onHand ?? '0'),
  unitPrice: new Decimal(one.sale?.unitPrice ?? '0'),
  priceIncludesTax: false,
  unitCost: new Decimal(one.purchase?.unitPrice ?? '0'),
  baseUnitOfMeasureCode: 'PCS',
  lastModifiedDateTime: one.modified,
});

/** A currency as documents name it: that of the books has no id, but its code. */
export function currencyFields(book: Book, currencyId: number) {
  const { id, code } = currencyOf(book, currencyId);
  const isLocal = id === baseCurrency(book).id;
  return { currencyId: isLocal ? noGuid : guidOf(book, 'currency', id), currencyCode: code };
}
