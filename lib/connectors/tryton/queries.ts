import type { RecordModel } from '../../domain/records/registry.ts';
import { mayRead } from './access.ts';
import type { Books } from './books.ts';
import { bankAccountQuery, bankTransactionQuery } from './queries/bank.ts';
import { companyInfoQuery } from './queries/company.ts';
import { contactQuery, hasDelivery } from './queries/contact.ts';
import { itemQuery } from './queries/item.ts';
import { accountQuery, currencyQuery, journalEntryQuery, taxRateQuery } from './queries/ledger.ts';
import { paymentQuery } from './queries/payment.ts';
import type { ModelQuery } from './queries/query.ts';
import { type TradeKind, tradeQuery } from './queries/trade.ts';

/**
 * The query of a model in these books; asks the server which of the optional things it has. Null where it lacks the
 * module for the model, so that there is nothing to read.
 */
export async function queryOf(books: Books, model: RecordModel): Promise<ModelQuery | null> {
  switch (model) {
    case 'COMPANY_INFO':
      return companyInfoQuery(books, await hasDelivery(books));
    case 'CURRENCY':
      return currencyQuery(books);
    case 'ACCOUNT':
      return accountQuery(books);
    case 'TAX_RATE':
      return taxRateQuery(books);
    case 'ITEM':
      return itemQuery(books);
    case 'CONTACT':
      return contactQuery(books);
    case 'BANK_ACCOUNT':
      return (await has(books, 'bank.account'))
        ? bankAccountQuery(books, await has(books, 'account.statement.journal'))
        : null;
    case 'BANK_TRANSACTION':
      return (await has(books, 'account.statement.line')) ? bankTransactionQuery(books) : null;
    case 'INVOICE':
      return documents(books, { type: 'out', isCreditNote: false });
    case 'BILL':
      return documents(books, { type: 'in', isCreditNote: false });
    case 'INVOICE_CREDIT_NOTE':
      return documents(books, { type: 'out', isCreditNote: true });
    case 'BILL_CREDIT_NOTE':
      return documents(books, { type: 'in', isCreditNote: true });
    case 'INVOICE_PAYMENT':
      return paymentQuery(books, 'out');
    case 'BILL_PAYMENT':
      return paymentQuery(books, 'in');
    case 'JOURNAL_ENTRY':
      return journalEntryQuery(books);
    default:
      throw new Error(`Tryton has no ${model}`);
  }
}

const documents = async (books: Books, kind: TradeKind) =>
  tradeQuery(books, kind, await mayRead(books.client, books.context, 'account.payment'));

const has = async ({ client, context }: Books, table: string) => (await mayRead(client, context, table)) !== 'absent';
