import type { Row } from '../api-types.ts';
import { type ChildQuery, dayColumn, type ModelQuery, momentColumn, type PartQuery, quoted } from './query.ts';

/** The two sides of trade: which transactions are documents, and which pay them. */
interface Side {
  document: 'CustInvc' | 'VendBill';
  payment: 'CustPymt' | 'VendPymt';
}

const sales: Side = { document: 'CustInvc', payment: 'CustPymt' };
const purchases: Side = { document: 'VendBill', payment: 'VendPymt' };

const shared = [
  ...['t.id', 't.tranid', 't.entity', 't.currency', 't.exchangerate', 't.memo', 't.status', 't.voided'],
  ...['t.foreigntotal', dayColumn('t.trandate', 'trandate'), momentColumn('t.lastmodifieddate', 'lastmodifieddate')],
];

const isOf = (...types: string[]) => `t.type IN (${types.map(quoted).join(', ')})`;

/** The line that is booked in the primary book: others repeat it by other rules. */
const bookedOn = (transaction: string, line: string) =>
  `LEFT JOIN transactionaccountingline k ON k.transaction = ${transaction} AND k.transactionline = ${line} AND k.accountingbook = 1`;

/** Lines that somebody entered, and the tax; not the main line, nor what moves in stock by itself. */
const lines: ChildQuery = {
  name: 'lines',
  from: `transactionline l ${bookedOn('l.transaction', 'l.id')}`,
  columns: [
    ...['l.transaction', 'l.id', 'l.linesequencenumber', 'l.item', 'l.itemtype', 'l.memo', 'l.quantity', 'l.rate'],
    ...['l.foreignamount', 'l.taxline', 'k.account'],
  ],
  parent: { sql: 'l.transaction', name: 'transaction' },
  key: { sql: 'l.id', name: 'id' },
  scope: ["l.mainline = 'F'", "l.iscogs = 'F'"],
};

/**
 * Documents with their lines. One is read again when a payment or a credit of it changes: what is due moves with it, the
 * document's own stamp may not.
 */
const documents = ({ document, payment }: Side): PartQuery => ({
  from: 'transaction t',
  alias: 't',
  columns: [...shared, 't.foreignamountunpaid', dayColumn('t.duedate', 'duedate')],
  scope: [isOf(document)],
  constants: { type: document },
  day: 't.trandate',
  changes: {
    from: 'transaction t',
    scope: [isOf(document, payment)],
    stamp: 't.lastmodifieddate',
    since: (moment) =>
      `(t.lastmodifieddate >= ${moment} OR t.id IN (SELECT n.previousdoc FROM previoustransactionlinelink n ` +
      `INNER JOIN transaction p ON p.id = n.nextdoc WHERE n.linktype = 'Payment' ` +
      `AND p.lastmodifieddate >= ${moment}))`,
  },
  children: [lines],
});

/** Payments, each with the documents that it pays and the account of its main line. */
const payments = ({ document, payment }: Side): PartQuery => ({
  from: `transaction t ${bookedOn('t.id', '0')}`,
  alias: 't',
  columns: [...shared, 'k.account'],
  scope: [isOf(payment)],
  constants: { type: payment },
  day: 't.trandate',
  changes: {
    from: 'transaction t',
    scope: [isOf(payment)],
    stamp: 't.lastmodifieddate',
    since: (moment) => `t.lastmodifieddate >= ${moment}`,
  },
  children: [
    {
      name: 'applications',
      from: 'previoustransactionlinelink n',
      columns: ['n.nextdoc', 'n.previousdoc', 'n.foreignamount'],
      parent: { sql: 'n.nextdoc', name: 'nextdoc' },
      key: { sql: 'n.previousdoc', name: 'previousdoc' },
      scope: ["n.linktype = 'Payment'", `n.previoustype = ${quoted(document)}`],
    },
  ],
});

/**
 * A payment of several documents is as many records, each with its share. Its id names both; one that pays nothing yet is
 * no payment of a document.
 */
function byDocument({ applications, ...payment }: Row): Row[] {
  return (applications as Row[]).map((application) => ({
    ...payment,
    id: `${payment.id}:${application.previousdoc}`,
    paymentid: payment.id,
    document: application.previousdoc,
    foreignamount: application.foreignamount,
  }));
}

export const invoiceQuery: ModelQuery = { parts: [documents(sales)] };
export const billQuery: ModelQuery = { parts: [documents(purchases)] };
export const invoicePaymentQuery: ModelQuery = { parts: [payments(sales)], split: byDocument };
export const billPaymentQuery: ModelQuery = { parts: [payments(purchases)], split: byDocument };
