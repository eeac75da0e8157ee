import type { OpenCompany } from './company.ts';
import { type Side, sides, whereOf } from './ledger.ts';
import type { BusinessCentralModel } from './mapper.ts';

/** One collection that a model's records are in. */
export interface Source {
  entity: string;
  expand?: string;
  /** The day by which `syncFrom` leaves records out. */
  dayField?: string;
  /** Payments: which side of the ledger they are on, and whose documents they name. */
  side?: Side;
}

/** Where each model's records are, in the order in which they are read. */
export const sources: Record<BusinessCentralModel, readonly Source[]> = {
  // The currency of the books is no record of its own.
  CURRENCY: [{ entity: 'companyInformation' }, { entity: 'currencies' }],
  ACCOUNT: [{ entity: 'accounts' }],
  ITEM: [{ entity: 'items' }],
  CONTACT: [{ entity: 'customers' }, { entity: 'vendors' }],
  INVOICE: [{ entity: 'salesInvoices', expand: 'salesInvoiceLines', dayField: 'invoiceDate' }],
  BILL: [{ entity: 'purchaseInvoices', expand: 'purchaseInvoiceLines', dayField: 'invoiceDate' }],
  INVOICE_PAYMENT: [{ entity: 'generalLedgerEntries', dayField: 'postingDate', side: sides.received }],
  BILL_PAYMENT: [{ entity: 'generalLedgerEntries', dayField: 'postingDate', side: sides.made }],
};

/** The filter that a source always has; null where it has no records at all. */
export async function scopeOf(company: OpenCompany, source: Source, signal: AbortSignal): Promise<string | null> {
  return source.side ? await whereOf(company, source.side, signal) : '';
}
