/** A payment that somebody entered in a journal and that is not booked yet. */
export interface PaymentLine {
  id: number;
  modified: string;
  /** The bank or cash account that its journal is balanced with. */
  journalAccountId: number;
  lineNumber: number;
  contactId: number;
  invoiceId: number | null;
  postedOn: string;
  documentNumber: string;
  externalDocumentNumber: string;
  /** Signed, as entered. */
  amount: string;
  description: string;
  comment: string;
}
