/**
 * The description of a payment's move in Tryton is the one place for words that a booking has. It holds the document
 * number, the memo and, in brackets, what the write is found again by: `RE-7 Rent of May [01jd…:4]`, where 4 is the
 * length of the document number. A description without brackets was written by somebody else.
 */
export interface PaymentWords {
  documentNumber: string | null;
  memo: string | null;
}

const pattern = /^(?:([\s\S]*) )?\[[0-9a-z]{26}(?::(\d{1,4}))?\]$/;

export function writePaymentDescription({ documentNumber, memo }: PaymentWords, marker: string): string {
  const length = documentNumber ? `:${documentNumber.length}` : '';
  return [documentNumber, memo, `[${marker}${length}]`].filter(Boolean).join(' ');
}

/** What a move's description says to people: without the marker. */
export function shownDescription(description: string | null): string | null {
  const match = pattern.exec(description ?? '');
  return match ? match[1] || null : description;
}

/** The words apart. Those that were edited since are all memo. */
export function readPaymentDescription(description: string | null): PaymentWords {
  const match = pattern.exec(description ?? '');
  if (!match) return { documentNumber: null, memo: description };
  const text = match[1] ?? '';
  const length = Number(match[2] ?? 0);
  const isWhole = length > 0 && (text.length === length || text.charAt(length) === ' ');
  if (!isWhole) return { documentNumber: null, memo: text || null };
  return { documentNumber: text.slice(0, length), memo: text.slice(length + 1) || null };
}

/** A pattern for Tryton's `like` that fits the description of this write alone. */
export const descriptionOf = (marker: string) => `%[${marker}%`;
