import type { WriteRequest } from '../types.ts';
import type { SandboxClient, SandboxWrite } from './client.ts';
import { currencyId } from './currency-id.ts';
import { paths } from './paths.ts';
import { fieldNames } from './raw-data.ts';

/** The platform's words and the caller's. */
const nameOf = fieldNames({
  rate: 'currency_rate',
  paid_on: 'payment_date',
  reference: 'document_number',
  method: 'payment_mode',
  note: 'memo',
});

/** The call that makes a payment. Throws ConnectorError. */
export async function planPayment(
  client: SandboxClient,
  request: WriteRequest<'INVOICE_PAYMENT'>,
  signal: AbortSignal,
): Promise<SandboxWrite> {
  const { fields, marker } = request;
  return {
    method: 'POST',
    path: paths.INVOICE_PAYMENT,
    nameOf: nameOf(request),
    body: {
      external_id: marker,
      invoice_id: fields.invoice_id,
      contact_id: fields.contact_id,
      account_id: fields.account_id,
      amount: fields.amount,
      currency_id: await currencyId(client, fields.currency_id, signal),
      rate: fields.currency_rate,
      paid_on: fields.payment_date.slice(0, 10),
      reference: fields.document_number,
      method: fields.payment_mode,
      note: fields.memo,
    },
  };
}
