import type { addressTypes } from '../../../db/schema/records/address.ts';
import type { contactStatuses, contactTypes } from '../../../db/schema/records/contact.ts';

/** The unified models that programs may write. */
export const writableModels = ['CONTACT', 'INVOICE_PAYMENT'] as const;
export type WritableModel = (typeof writableModels)[number];

export type WriteOperation = 'create' | 'update';

/** An address of a contact that is written. */
export interface AddressFields {
  type?: (typeof addressTypes)[number] | null;
  street?: string | null;
  locality?: string | null;
  city?: string | null;
  state?: string | null;
  country?: string | null;
  pincode?: string | null;
}

/** What a contact can be given. A field left out stays as it is; null clears it. A list that is given replaces the old. */
export interface ContactFields {
  name?: string;
  contact_name?: string | null;
  contact_type?: (typeof contactTypes)[number];
  /** A currency's platform id, or an ISO 4217 code. */
  currency_id?: string | null;
  tax_number?: string | null;
  registration_number?: string | null;
  status?: (typeof contactStatuses)[number];
  email?: string | null;
  website?: string | null;
  telephone?: string | null;
  mobile?: string | null;
  fax?: string | null;
  addresses?: readonly AddressFields[];
}

/** What an invoice payment is made of. `*_id` are platform ids; money and rates are decimal text. */
export interface InvoicePaymentFields {
  invoice_id?: string;
  credit_note_id?: string;
  account_id?: string;
  contact_id?: string;
  amount: string;
  /** ISO 8601, UTC. */
  payment_date: string;
  document_number?: string;
  memo?: string;
  payment_mode?: string;
  /** A currency's platform id, or an ISO 4217 code. */
  currency_id?: string;
  currency_rate?: string;
}

export interface WriteFields {
  CONTACT: ContactFields;
  INVOICE_PAYMENT: InvoicePaymentFields;
}
