import type { Book } from '../../../state/book.ts';
import type { Bill, Invoice, TradeLine } from '../../../state/records/trade.ts';
import { Decimal } from '../decimal.ts';
import { guidOf, noGuid } from '../guids.ts';
import type { WireRow } from '../wire-row.ts';
import { customerNumber, vendorNumber } from './contact.ts';
import { currencyFields } from './setup.ts';

const statuses = {
  draft: 'Draft',
  issued: 'Open',
  part_paid: 'Open',
  overdue: 'Open',
  settled: 'Paid',
  cancelled: 'Canceled',
} as const;

export const salesInvoice = (book: Book, one: Invoice): WireRow => ({
  id: guidOf(book, 'salesInvoice', one.id),
  number: one.number,
  externalDocumentNumber: '',
  customerId: guidOf(book, 'customer', one.contactId),
  customerNumber: customerNumber(one.contactId),
  customerName: book.tables.contacts.get(one.contactId)?.name ?? '',
  ...document(book, one),
  remainingAmount: new Decimal(one.balance),
});

/** Has no field for what is left to pay, as the vendor's has none. */
export const purchaseInvoice = (book: Book, one: Bill): WireRow => ({
  id: guidOf(book, 'purchaseInvoice', one.id),
  number: one.number,
  vendorInvoiceNumber: '',
  vendorId: guidOf(book, 'vendor', one.contactId),
  vendorNumber: vendorNumber(one.contactId),
  vendorName: book.tables.contacts.get(one.contactId)?.name ?? '',
  ...document(book, one),
});

const document = (book: Book, one: Invoice | Bill) => ({
  invoiceDate: one.issuedOn,
  postingDate: one.issuedOn,
  dueDate: one.dueOn,
  ...currencyFields(book, one.currencyId),
  pricesIncludeTax: false,
  discountAmount: new Decimal(one.discount),
  discountAppliedBeforeTax: true,
  totalAmountExcludingTax: new Decimal(one.subtotal),
  totalTaxAmount: new Decimal(one.tax),
  totalAmountIncludingTax: new Decimal(one.total),
  status: statuses[one.status],
  lastModifiedDateTime: one.modified,
});

export const salesInvoiceLines = (book: Book, one: Invoice) =>
  one.lines.map((line, index) => ({
    id: guidOf(book, 'salesInvoiceLine', one.id, index + 1),
    documentId: guidOf(book, 'salesInvoice', one.id),
    ...lineFields(book, line, index),
    unitPrice: new Decimal(line.unitPrice),
  }));

export const purchaseInvoiceLines = (book: Book, one: Bill) =>
  one.lines.map((line, index) => ({
    id: guidOf(book, 'purchaseInvoiceLine', one.id, index + 1),
    documentId: guidOf(book, 'purchaseInvoice', one.id),
    ...lineFields(book, line, index),
    unitCost: new Decimal(line.unitPrice),
  }));

const lineFields = (book: Book, line: TradeLine, index: number) => ({
  sequence: (index + 1) * 10_000,
  itemId: line.itemId === null ? noGuid : guidOf(book, 'item', line.itemId),
  accountId: line.itemId === null ? guidOf(book, 'account', line.accountId) : noGuid,
  lineType: line.itemId === null ? 'Account' : 'Item',
  lineObjectNumber:
    line.itemId === null
      ? (book.tables.accounts.get(line.accountId)?.code ?? '')
      : (book.tables.items.get(line.itemId)?.code ?? ''),
  description: line.description,
  quantity: new Decimal(line.quantity),
  discountAmount: new Decimal(line.discount),
  discountPercent: new Decimal('0'),
  taxCode: '',
  taxPercent: new Decimal(line.taxRate),
  amountExcludingTax: new Decimal(line.net),
  totalTaxAmount: new Decimal(line.tax),
  amountIncludingTax: new Decimal(line.total),
  netAmount: new Decimal(line.net),
  netTaxAmount: new Decimal(line.tax),
  netAmountIncludingTax: new Decimal(line.total),
});
