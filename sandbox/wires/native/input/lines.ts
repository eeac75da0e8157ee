import { z } from 'zod';
import type { Book } from '../../../state/book.ts';
import { accountOfCode } from '../../../state/lookups.ts';
import type { Currency } from '../../../state/records/setup.ts';
import type { TradeLine } from '../../../state/records/trade.ts';
import { priceLine } from '../../../state/totals.ts';
import { amounts, decimal, text } from './form.ts';

export const lines = z
  .array(
    z.strictObject({
      description: text,
      quantity: decimal.default('1'),
      unit_price: decimal,
      discount: decimal.default('0'),
      tax_rate: decimal.default('0'),
      tax_rate_id: text.nullable().default(null),
      item_id: text.nullable().default(null),
      account_id: text.optional(),
    }),
  )
  .min(1)
  .max(200);

/** Sums of a document that the books work out from its lines. */
export const noSums = { subtotal: '0', discount: '0', tax: '0', total: '0' };

/** Lines with their amounts; one without an account is booked on the one of that code. Throws Refusal. */
export function pricedLines(
  book: Book,
  given: readonly TradeLine[] | undefined,
  currency: Currency,
  accountCode: string,
): TradeLine[] | undefined {
  const account = accountOfCode(book, accountCode);
  return given?.map((one, index) =>
    amounts(`lines.${index}`, () => priceLine({ ...one, accountId: one.accountId ?? account }, currency.decimals)),
  );
}
