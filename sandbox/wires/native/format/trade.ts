import type { Model } from '../../../state/book.ts';
import type {
  Bill,
  CreditNote,
  Invoice,
  Order,
  SupplierCredit,
  TradeDocument,
  TradeLine,
} from '../../../state/records/trade.ts';
import { wireId } from '../ids.ts';
import { idOrNull } from './references.ts';

export const invoice = (one: Invoice) => document('invoices', one, { status: one.status, due_on: one.dueOn });
export const bill = (one: Bill) => document('bills', one, { status: one.status, due_on: one.dueOn });

export const salesOrder = (one: Order) => order('sales_orders', one);
export const purchaseOrder = (one: Order) => order('purchase_orders', one);
const order = (model: Model, one: Order) => document(model, one, { status: one.status, delivery_on: one.deliveryOn });

export const creditNote = (one: CreditNote) =>
  document('credit_notes', one, {
    status: one.status,
    invoice_ids: one.invoiceIds.map((id) => wireId('invoices', id)),
  });

export const supplierCredit = (one: SupplierCredit) =>
  document('supplier_credits', one, {
    status: one.status,
    bill_ids: one.billIds.map((id) => wireId('bills', id)),
  });

/** What all documents have, around what is their own. */
const document = (model: Model, one: TradeDocument, own: Record<string, unknown>) => ({
  number: one.number,
  contact_id: wireId('contacts', one.contactId),
  currency_id: wireId('currencies', one.currencyId),
  rate: one.rate,
  issued_on: one.issuedOn,
  ...own,
  subtotal: one.subtotal,
  discount: one.discount,
  tax: one.tax,
  total: one.total,
  balance: one.balance,
  note: one.note,
  lines: tradeLines(wireId(model, one.id), one.lines),
});

/** Lines, numbered within their document. */
export const tradeLines = (owner: string, lines: readonly TradeLine[]) =>
  lines.map((line, index) => ({
    id: `${owner}.${index + 1}`,
    description: line.description,
    item_id: idOrNull('items', line.itemId),
    quantity: line.quantity,
    unit_price: line.unitPrice,
    discount: line.discount,
    tax_rate: line.taxRate,
    tax_rate_id: idOrNull('tax_rates', line.taxRateId),
    net: line.net,
    tax: line.tax,
    total: line.total,
    account_id: wireId('accounts', line.accountId),
  }));
