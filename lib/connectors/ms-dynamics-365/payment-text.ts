import { createHash } from 'node:crypto';

/**
 * How a payment that is written from here names itself. The general ledger keeps the document number and the description
 * and nothing else that is ours: the number is made of the write's marker, so that the payment can be found again, and
 * invoice, the caller's own number and memo stand in the description.
 */
export interface PaymentText {
  invoiceNumber: string;
  reference: string | null;
  memo: string | null;
}

/**
 * The document number of a write: as long as there can be, in capital letters as it is kept. It is shorter than a marker,
 * and made of all of it.
 */
export function documentNumberOf(marker: string): string {
  const digest = BigInt(`0x${createHash('sha256').update(marker).digest('hex')}`);
  return `LL${digest.toString(36).slice(-18).padStart(18, '0').toUpperCase()}`;
}

/** Whether a document number was given by a write from here. */
export const isOurNumber = (documentNumber: string): boolean => /^LL[0-9A-Z]{18}$/.test(documentNumber);

export const describePayment = ({ invoiceNumber, reference, memo }: PaymentText): string =>
  [`Invoice ${invoiceNumber}`, reference && `, ref. ${reference}`, memo && `: ${memo}`].filter(Boolean).join('');

const ours = /^Invoice [^\s,:;]+(?:, ref\. (.+?))?(?:: (.*))?$/s;

/** What a posted payment says to a reader: without the marker where it is one of ours. */
export function readPaymentText(entry: { documentNumber: string; description: string }): {
  document_number: string | null;
  memo: string | null;
} {
  const { documentNumber, description } = entry;
  if (!isOurNumber(documentNumber)) return { document_number: documentNumber || null, memo: description || null };
  const [, reference = null, memo = null] = ours.exec(description) ?? [null, null, description];
  return { document_number: reference, memo };
}

/** The number of the invoice that a description names, as Business Central's own and ours do. */
export const namedInvoice = (description: string): string | null =>
  /\bInvoice ([^\s,:;]{1,20})/.exec(description)?.[1] ?? null;
