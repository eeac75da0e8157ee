import { describe, expect, test } from 'vitest';
import { type ConformancePlatform, mappedOf, passOf, type SampleInvoice } from './conformance-platform.ts';

/** Amounts that a float, or two decimals for every currency, would spoil. */
const amounts: Record<string, readonly string[]> = {
  JPY: ['1234567', '1'],
  KWD: ['1234.567', '0.001'],
};
const usual = ['0.01', '19.99', '9007199254.93'];

/** How money and days are read, where the platform has invoices. */
export function invoicesConformance(platform: () => Promise<ConformancePlatform>): void {
  describe('when it reads invoices', () => {
    test('huge and tiny amounts, in currencies without and with three decimals: to the last digit', async (context) => {
      const found = await platform();
      const { invoices } = found;
      if (!invoices) return context.skip();
      const samples: SampleInvoice[] = invoices.currencies.flatMap((currency) =>
        (amounts[currency] ?? usual).map((amount) => ({ currency, amount, date: '2026-01-31' })),
      );
      const made: [string, SampleInvoice][] = [];
      for (const sample of samples) made.push([await invoices.make(sample), sample]);
      const pass = await passOf(found, 'INVOICE');
      const read = made.map(([id]) => Number(mappedOf(found, 'INVOICE', pass, id).fields.total_amount));
      expect(read).toEqual(samples.map(({ amount }) => Number(amount)));
      const texts = made.map(([id]) => mappedOf(found, 'INVOICE', pass, id).fields.total_amount);
      for (const text of texts) expect(text).toMatch(/^-?\d+(\.\d+)?$/);
    });

    test('the day of a document: that day, wherever the reader is', async (context) => {
      const found = await platform();
      const { invoices } = found;
      if (!invoices) return context.skip();
      const [currency = ''] = invoices.currencies;
      const days = ['2026-01-01', '2026-02-28', '2026-03-29'];
      const made: string[] = [];
      for (const date of days) made.push(await invoices.make({ currency, amount: '10', date }));
      const pass = await passOf(found, 'INVOICE');
      const zone = process.env.TZ;
      for (const one of ['Pacific/Kiritimati', 'America/Adak']) {
        process.env.TZ = one;
        const read = made.map((id) => mappedOf(found, 'INVOICE', pass, id).fields.posted_date);
        expect(read.map((date) => String(date).slice(0, 10))).toEqual(days);
      }
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
  });
}
