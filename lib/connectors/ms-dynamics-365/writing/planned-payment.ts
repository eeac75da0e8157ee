import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { ConnectorError } from '../../errors.ts';
import type { WriteRequest } from '../../types.ts';
import type { BusinessCentralWrite } from '../client.ts';
import type { OpenCompany } from '../company.ts';
import { describePayment, documentNumberOf } from '../payment-text.ts';
import { decimal } from '../rows/values.ts';
import { refused, requireLength } from './refusal.ts';

/** A payment as it is entered: a line of a journal, and the posting of that journal. */
export interface PlannedPayment {
  /** The path of the journal's lines. */
  lines: string;
  documentNumber: string;
  description: string;
  postingDate: string;
  enter: BusinessCentralWrite;
  post: BusinessCentralWrite;
}

const invoiceRow = z.object({
  number: z.string(),
  customerId: z.string(),
  status: z.string(),
  remainingAmount: decimal,
  totalAmountIncludingTax: decimal,
});

const isGuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** The calls that make a payment. Reads the invoice, and refuses what it can't take. Throws ConnectorError. */
export async function planPayment(
  company: OpenCompany,
  request: WriteRequest<'INVOICE_PAYMENT'>,
  signal: AbortSignal,
): Promise<PlannedPayment> {
  const { fields } = request;
  const journal = journalOf(request);
  const invoice = await readInvoice(company, fields.invoice_id ?? '', signal);
  requireOpen(invoice, request);
  const documentNumber = documentNumberOf(request.marker);
  const description = descriptionOf(invoice.number, request);
  const postingDate = postingDateOf(request);
  return {
    lines: `${company.path}/customerPaymentJournals(${journal})/customerPayments`,
    documentNumber,
    description,
    postingDate,
    enter: {
      method: 'POST',
      path: `${company.path}/customerPaymentJournals(${journal})/customerPayments`,
      body: {
        ...commentOf(request),
        customerId: invoice.customerId,
        appliesToInvoiceId: fields.invoice_id,
        postingDate,
        documentNumber,
        ...(fields.document_number && { externalDocumentNumber: fields.document_number }),
        // A payment received takes from what a customer owes: a positive one is refused when it is posted.
        amount: -Number(fields.amount),
        description,
      },
    },
    post: { method: 'POST', path: `${company.path}/journals(${journal})/Microsoft.NAV.post` },
  };
}

const postingDateOf = ({ fields }: WriteRequest<'INVOICE_PAYMENT'>) => fields.payment_date.slice(0, 10);

/** How the payment describes itself, and the day that it is posted on: also of one that could not be planned any more. */
export async function signsOf(
  company: OpenCompany,
  request: WriteRequest<'INVOICE_PAYMENT'>,
  signal: AbortSignal,
): Promise<{ description: string; postingDate: string }> {
  const invoice = await readInvoice(company, request.fields.invoice_id ?? '', signal);
  return { description: descriptionOf(invoice.number, request), postingDate: postingDateOf(request) };
}

function journalOf({ rawData }: WriteRequest): string {
  const journal = rawData.payment_journal_id;
  if (typeof journal === 'string' && isGuid(journal)) return journal.toLowerCase();
  throw refused('raw_data.payment_journal_id', 'This is no id of a payment journal: it must be a GUID');
}

function commentOf({ rawData }: WriteRequest): { comment?: string } {
  for (const key of Object.keys(rawData)) {
    if (key !== 'payment_journal_id' && key !== 'comment') {
      throw refused(`raw_data.${key}`, 'A payment takes payment_journal_id and comment as raw data');
    }
  }
  const { comment } = rawData;
  if (comment === undefined) return {};
  if (typeof comment !== 'string') throw refused('raw_data.comment', 'A comment must be a text');
  requireLength('raw_data.comment', comment, 250);
  return { comment };
}

async function readInvoice(company: OpenCompany, id: string, signal: AbortSignal): Promise<z.infer<typeof invoiceRow>> {
  const row = isGuid(id) ? await company.client.get(`${company.path}/salesInvoices(${id})`, signal) : null;
  if (!row) throw refused('invoice_id', 'Business Central has no sales invoice of this id');
  const invoice = invoiceRow.safeParse(row).data;
  if (invoice) return invoice;
  throw new ConnectorError('platform-down', 'Business Central answered with an invoice that can’t be read', {
    mayBeDone: false,
  });
}

function requireOpen(invoice: z.infer<typeof invoiceRow>, { fields }: WriteRequest<'INVOICE_PAYMENT'>): void {
  if (invoice.status !== 'Open') {
    throw refused('invoice_id', 'The invoice takes no payment: it is not open', 'operation-denied');
  }
  if (fields.contact_id !== undefined && fields.contact_id.toLowerCase() !== invoice.customerId.toLowerCase()) {
    throw refused('contact_id', 'The contact is not that of the invoice');
  }
  const amount = new Decimal(fields.amount);
  if (amount.greaterThan(invoice.remainingAmount)) {
    throw refused('amount', `The amount is more than what is left to pay, ${invoice.remainingAmount}`);
  }
  // The body is JSON, whose numbers lose digits beyond these.
  if (!new Decimal(String(Number(fields.amount))).equals(amount)) {
    throw refused('amount', 'The amount has more digits than can be sent');
  }
}

/** The longest description that a line takes. */
const longest = 100;

function descriptionOf(invoiceNumber: string, { fields }: WriteRequest<'INVOICE_PAYMENT'>): string {
  const { document_number: reference = null, memo = null } = fields;
  requireLength('document_number', reference, 35);
  // What comes after a colon is the memo when it is read back.
  if (reference?.includes(': ')) throw refused('document_number', 'A document number can’t hold a colon and a space');
  const room = longest - describePayment({ invoiceNumber, reference, memo: null }).length - 2;
  requireLength('memo', memo, room);
  return describePayment({ invoiceNumber, reference, memo });
}
