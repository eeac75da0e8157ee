/** A change that the books do not allow; `code` and `field` go onto the wire. */
export class LedgerError extends Error {
  readonly code:
    | 'unknown_reference'
    | 'already_there'
    | 'invalid_field'
    | 'amount_too_large'
    | 'invoice_closed'
    | 'bill_closed'
    | 'wrong_currency'
    | 'wrong_contact'
    | 'not_allowed';
  /** The field that is to blame, in the words of the native wire. */
  readonly field: string;
  /** The record of the same model that stands in the way. */
  readonly existingId: number | undefined;

  constructor(code: LedgerError['code'], field: string, message: string, existingId?: number) {
    super(message);
    this.code = code;
    this.field = field;
    this.existingId = existingId;
  }
}
