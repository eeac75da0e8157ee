import type { WriteRequest } from '../../types.ts';
import type { NetsuiteClient } from '../client.ts';
import { currencyId } from './currency-id.ts';
import { given, type PlannedWrite } from './plan.ts';
import { internalId, recordPaths, refusedField } from './record-type.ts';

type PaymentRequest = WriteRequest<'INVOICE_PAYMENT'>;

/** The receivable account of `arAcct`, which a caller gives beside the payment. */
const receivableKey = 'arr_account_id';

/** The call that makes a payment: of one invoice, with its amount, and of nothing that the account would choose itself. */
export async function planPayment(
  client: NetsuiteClient,
  request: PaymentRequest,
  signal: AbortSignal,
): Promise<PlannedWrite> {
  const { fields, marker } = request;
  const invoiceId = internalId(fields.invoice_id ?? '', 'invoice_id');
  const invoice = await readInvoice(client, invoiceId, signal);
  const customer = fields.contact_id === undefined ? invoice.entity : internalId(fields.contact_id, 'contact_id');
  const currency =
    fields.currency_id === undefined ? invoice.currency : await currencyId(client, fields.currency_id, signal);
  const account = fields.account_id === undefined ? undefined : internalId(fields.account_id, 'account_id');
  const body = given({
    ...extraFields(request),
    externalId: marker,
    customer: { id: customer },
    currency: { id: currency },
    exchangeRate: fields.currency_rate === undefined ? undefined : numeral(fields.currency_rate),
    account: account && { id: account },
    undepFunds: account === undefined ? true : undefined,
    arAcct: { id: receivable(request) },
    // A plain day: one with a time was seen to move to the next.
    tranDate: fields.payment_date.slice(0, 10),
    tranId: fields.document_number,
    memo: fields.memo,
    autoApply: false,
    apply: { items: [{ doc: { id: invoiceId }, apply: true, amount: numeral(fields.amount) }] },
  });
  return { method: 'POST', path: recordPaths.payment, table: 'transaction', body, nameOf: nameOf(request) };
}

/** Customer and currency, which a payment has in common with its invoice. */
async function readInvoice(client: NetsuiteClient, id: string, signal: AbortSignal) {
  const sql = `SELECT t.entity, t.currency FROM transaction t WHERE t.type = 'CustInvc' AND t.id = ${id}`;
  const { rows } = await client.query(sql, { limit: 1, signal });
  const { entity, currency } = rows[0] ?? {};
  if (typeof entity === 'string' && typeof currency === 'string') return { entity, currency };
  throw refusedField('invoice_id', 'NetSuite has no invoice of this id');
}

function receivable({ rawData }: PaymentRequest): string {
  const value = rawData[receivableKey];
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return internalId(text, `raw_data.${receivableKey}`);
}

/** A number where a number keeps every digit, else its text, which the platform takes as well. */
const numeral = (decimal: string): number | string => {
  const digits = decimal
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return String(Number(decimal)) === digits ? Number(decimal) : decimal;
};

/** What only this connector may say: the names by which it finds a payment again and what it pays. */
const own = ['externalId', 'apply', 'autoApply', 'credit', 'deposit', 'payment', 'arAcct', 'customer'];

/** Further fields in the platform's words, such as its own classifications. Throws ConnectorError for one of ours. */
function extraFields({ rawData }: PaymentRequest): Record<string, unknown> {
  const { [receivableKey]: _, ...extra } = rawData;
  const taken = Object.keys(extra).find((name) => own.includes(name));
  if (taken === undefined) return extra;
  throw refusedField(`raw_data.${taken}`, 'This field follows from the payment and can’t be given');
}

const names: Readonly<Record<string, string>> = {
  customer: 'contact_id',
  currency: 'currency_id',
  exchangeRate: 'currency_rate',
  account: 'account_id',
  undepFunds: 'account_id',
  arAcct: `raw_data.${receivableKey}`,
  tranDate: 'payment_date',
  tranId: 'document_number',
  memo: 'memo',
};

/** What the caller calls a field of the body. */
const nameOf =
  ({ rawData }: PaymentRequest) =>
  (path: string): string | undefined => {
    const [first = ''] = path.split(/[.[]/);
    if (first in rawData) return `raw_data.${path}`;
    if (first === 'apply') return path.endsWith('.amount') ? 'amount' : 'invoice_id';
    return names[first];
  };
