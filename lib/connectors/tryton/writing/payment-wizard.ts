import { ConnectorError } from '../../errors.ts';
import { encodeDay, encodeDecimal } from '../wire-values.ts';
import { askedForm, nothing, stepAnswer, wizardAnswer } from './answers.ts';
import type { PreparedPayment } from './prepare-payment.ts';
import { notPermitted } from './refusal.ts';
import { isRefusal, type WriteCalls } from './write-calls.ts';

const wizard = 'account.invoice.pay';

/** The record that the wizard is opened on. */
export const openedOn = (invoice: number) => ({
  active_model: 'account.invoice',
  active_id: invoice,
  active_ids: [invoice],
});

/**
 * Books a payment with Tryton's own wizard: all at once when it settles what is to pay, else after it has asked what
 * shall become of the rest, which stays to be paid. Every step that may book carries the invoice's stamp, so that it
 * fails when somebody wrote the invoice since: two payments can't both be taken for the last one. Throws ConnectorError.
 */
export async function bookPayment(calls: WriteCalls, prepared: PreparedPayment): Promise<void> {
  const { id, _timestamp } = prepared.invoice;
  const context = openedOn(id);
  const session = await openWizard(calls, context);
  const step = (state: 'choice' | 'pay', forms: object) =>
    calls.commit({
      kind: 'wizard',
      method: `${wizard}.execute`,
      args: [session, forms, state],
      context: { ...context, _timestamp: { [`account.invoice,${id}`]: _timestamp } },
      answer: stepAnswer,
    });
  try {
    const { start } = prepared;
    const chosen = await step('choice', { start });
    if (!chosen.view) return;
    // A form instead of an end: nothing is booked yet.
    calls.nothingDone();
    const paid = await step('pay', { start, ask: partialForm(prepared, chosen.view) });
    if (!paid.view) return;
    calls.nothingDone();
    throw unexpected(paid.view.state);
  } finally {
    await calls.tidy({ kind: 'wizard', method: `${wizard}.delete`, args: [session], answer: nothing });
  }
}

/** Needs a fresh sign-in, which the client sees to; is refused to those alone who may not pay invoices. */
async function openWizard(calls: WriteCalls, context: object): Promise<number> {
  try {
    const [session] = await calls.ask({
      kind: 'wizard',
      method: `${wizard}.create`,
      args: [],
      context,
      answer: wizardAnswer,
    });
    return session;
  } catch (error) {
    throw isRefusal(error) ? notPermitted('pay invoices', error) : error;
  }
}

/**
 * The answer to what shall become of the rest. Also of one that only the exchange rate has left, when an invoice in
 * another currency is paid in full: what is booked is the money asked for, and the bookkeeper writes off the difference.
 */
function partialForm({ invoice, amount, day }: PreparedPayment, view: { state: string; defaults: object }): object {
  const form = askedForm.safeParse(view.defaults);
  if (view.state !== 'ask' || !form.success) throw unexpected(view.state);
  const { lines_to_pay, lines, payment_lines, currency_writeoff, currency_digits_writeoff } = form.data;
  return {
    type: 'partial',
    amount: encodeDecimal(amount),
    date: encodeDay(day),
    currency: invoice['currency.'].id,
    currency_digits: invoice['currency.'].digits,
    invoice: invoice.id,
    ...{ lines_to_pay, lines, payment_lines, currency_writeoff, currency_digits_writeoff },
  };
}

const unexpected = (state: string) =>
  new ConnectorError('unknown', 'Tryton’s payment wizard asked for something unknown. Nothing was booked.', {
    evidence: { platformMessage: `state ${state}`.slice(0, 500) },
    mayBeDone: false,
  });
