import type { Relation, WireField } from '../declaration.ts';
import { currencyRate } from './trade-document.ts';

/** The fields of a payment in the order of the wire; `paid` is the id of the document that it pays. */
export const paymentWire = (paid: 'invoice_id' | 'bill_id') =>
  [
    'rootfi_id',
    'rootfi_deleted_at',
    'rootfi_created_at',
    'rootfi_updated_at',
    { name: 'rootfi_company_id', column: 'company_id' },
    'platform_id',
    { name: 'payment_id', column: 'platform_unique_id' },
    paid,
    'account_id',
    'credit_note_id',
    'amount',
    'payment_mode',
    'currency_id',
    currencyRate,
    'memo',
    'updated_at',
    'payment_date',
    'contact_id',
    'document_number',
  ] as const satisfies readonly (string | WireField)[];

/** What a payment refers to beside the document that it pays. */
export const paymentRelations = {
  account: { kind: 'one', model: 'ACCOUNT', by: 'account_id' },
  currency: { kind: 'one', model: 'CURRENCY', by: 'currency_id' },
  contact: { kind: 'one', model: 'CONTACT', by: 'contact_id' },
} as const satisfies Record<string, Relation>;

export const paymentSorts = ['payment_date', 'amount', 'updated_at'] as const;
