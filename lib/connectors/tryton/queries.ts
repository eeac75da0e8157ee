import type { RecordModel } from '../../domain/records/registry.ts';
import { mayRead } from './access.ts';
import type { Books } from './books.ts';
import { contactQuery } from './queries/contact.ts';
import { accountQuery, currencyQuery } from './queries/ledger.ts';
import { paymentQuery } from './queries/payment.ts';
import type { ModelQuery } from './queries/query.ts';
import { invoiceQuery } from './queries/trade.ts';

/** The query of a model in these books; asks the server which of the optional things it has. */
export async function queryOf(books: Books, model: RecordModel): Promise<ModelQuery> {
  switch (model) {
    case 'CURRENCY':
      return currencyQuery();
    case 'ACCOUNT':
      return accountQuery(books);
    case 'CONTACT':
      return contactQuery(books);
    case 'INVOICE':
      return invoiceQuery(books, await mayRead(books.client, books.context, 'account.payment'));
    case 'INVOICE_PAYMENT':
      return paymentQuery(books);
    default:
      throw new Error(`Tryton has no ${model}`);
  }
}
