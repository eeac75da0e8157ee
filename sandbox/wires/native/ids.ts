import type { Model } from '../../state/book.ts';

const prefixes: Record<Model, string> = {
  currencies: 'cur',
  accounts: 'acc',
  contacts: 'con',
  invoices: 'inv',
  payments: 'pay',
};

/** A record's id on this wire: `con_12`. */
export const wireId = (model: Model, id: number) => `${prefixes[model]}_${id}`;

/** The number behind a wire id of that model; null where the text is none. */
export function recordId(model: Model, text: string): number | null {
  const [prefix, digits = ''] = text.split('_', 2);
  return prefix === prefixes[model] && /^[1-9]\d{0,14}$/.test(digits) && text === `${prefix}_${digits}`
    ? Number(digits)
    : null;
}
