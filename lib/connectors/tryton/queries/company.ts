import { dayAnswer, rowsAnswer } from '../api-types.ts';
import type { Books } from '../books.ts';
import { encodeDay } from '../wire-values.ts';
import { partyChildren } from './contact.ts';
import { behind, type ModelQuery } from './query.ts';

/** The company with what hangs on its party. One row, read anew each time: its fiscal year changes without a stamp. */
export const companyInfoQuery = (books: Books, withDelivery: boolean): ModelQuery => ({
  table: 'company.company',
  fields: [
    ...['create_date', 'write_date', 'currency.code'],
    ...behind('party', ['name', 'code', 'tax_identifier', 'create_date', 'write_date', ...partyChildren(withDelivery)]),
  ],
  scope: [['id', '=', books.company.id]],
  complete: async (rows, signal) => {
    const fiscal_year = await fiscalYear(books, signal);
    return rows.map((row) => ({ ...row, fiscal_year }));
  },
});

/** The year that is running, by Tryton's own day; null where none was opened for it. */
async function fiscalYear({ client, context, company }: Books, signal?: AbortSignal) {
  const today = encodeDay(await client.call({ method: 'ir.date.today', args: [], context, answer: dayAnswer, signal }));
  const domain = [
    ['company', '=', company.id],
    ['start_date', '<=', today],
    ['end_date', '>=', today],
  ];
  const [year] = await client.call({
    method: 'account.fiscalyear.search_read',
    args: [domain, 0, 1, [['start_date', 'DESC']], ['start_date']],
    context,
    answer: rowsAnswer,
    signal,
  });
  return year ?? null;
}
