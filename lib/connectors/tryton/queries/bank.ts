import { type Row, statementJournalsAnswer } from '../api-types.ts';
import type { Books } from '../books.ts';
import { encodeDay } from '../wire-values.ts';
import { behind, type ModelQuery, stamps } from './query.ts';

/**
 * The company's own bank accounts: those of its contacts stand in the same table. Read whole each time, since the
 * balance is that of the account in the books, which moves without a trace.
 */
export const bankAccountQuery = (books: Books, withJournals: boolean): ModelQuery => ({
  table: 'bank.account',
  fields: [...['currency', 'bank.party.name', ...stamps('')], ...behind('numbers', ['type', 'number', ...stamps('')])],
  scope: [
    ['owners', '=', books.company.party],
    ['active', '=', true],
  ],
  complete: (rows, signal) => withStatementJournals(books, rows, { withJournals, signal }),
});

/** Puts beside each bank account the journals in which its statements are kept. */
async function withStatementJournals(
  { client, context, company }: Books,
  rows: readonly Row[],
  { withJournals, signal }: { withJournals: boolean; signal?: AbortSignal },
): Promise<Row[]> {
  const domain = [
    ['company', '=', company.id],
    ['bank_account', 'in', rows.map(({ id }) => id)],
  ];
  const journals =
    withJournals && rows.length > 0
      ? await client.call({
          method: 'account.statement.journal.search_read',
          args: [domain, 0, null, [['id', 'ASC']], ['name', 'bank_account', 'currency', ...accountFields]],
          context,
          answer: statementJournalsAnswer,
          signal,
        })
      : [];
  return rows.map((row) => ({ ...row, journals: journals.filter((one) => one.bank_account === row.id) }));
}

const accountFields = behind('account', ['balance', 'currency']);

/** Lines of bank statements, from the draft on. A line's own edit stamps the line, its booking the statement. */
export const bankTransactionQuery = (books: Books): ModelQuery => ({
  table: 'account.statement.line',
  fields: [
    ...['number', 'date', 'amount', 'description', 'party', 'account', ...stamps('')],
    ...['company.currency', 'statement.state', 'statement.create_date', 'statement.write_date'],
    ...behind('statement.journal', ['account', 'currency']),
  ],
  scope: [['statement.company', '=', books.company.id]],
  fromDay: (day) => [['date', '>=', encodeDay(day)]],
  tracking: {
    sources: ['account.statement.line', 'account.statement', 'account.statement.journal'],
    stamped: ['', 'statement.'],
    counted: [],
    shared: [{ table: 'account.statement.journal', reread: 'everything' }],
    always: [],
  },
});
