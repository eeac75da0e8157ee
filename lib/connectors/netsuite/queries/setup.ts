import { type ModelQuery, momentColumn, ownChanges } from './query.ts';

/** Rates move without a trace, and there are few currencies. */
export const currencyQuery: ModelQuery = {
  parts: [
    {
      from: 'currency c',
      alias: 'c',
      columns: ['c.id', 'c.name', 'c.symbol', 'c.displaysymbol', 'c.exchangerate', 'c.isbasecurrency', 'c.isinactive'],
      scope: [],
      changes: null,
    },
  ],
};

/** A balance moves with what is booked, not with the account's stamp. */
export const accountQuery: ModelQuery = {
  parts: [
    {
      from: 'account a',
      alias: 'a',
      columns: [
        ...['a.id', 'a.acctnumber', 'a.accountsearchdisplayname', 'a.accttype', 'a.description', 'a.balance'],
        ...['a.currency', 'a.parent', 'a.isinactive', momentColumn('a.lastmodifieddate', 'lastmodifieddate')],
      ],
      scope: [],
      changes: null,
    },
  ],
};

export const itemQuery: ModelQuery = {
  parts: [
    {
      from: 'item i',
      alias: 'i',
      columns: [
        ...['i.id', 'i.itemid', 'i.displayname', 'i.description', 'i.itemtype', 'i.subtype', 'i.totalquantityonhand'],
        ...['i.purchasedescription', 'i.cost', 'i.incomeaccount', 'i.expenseaccount', 'i.isinactive'],
        momentColumn('i.lastmodifieddate', 'lastmodifieddate'),
      ],
      scope: [],
      changes: ownChanges('item', 'i'),
      children: [
        {
          name: 'prices',
          from: 'pricing p',
          columns: ['p.item', 'p.currency', 'p.unitprice'],
          parent: { sql: 'p.item', name: 'item' },
          key: { sql: 'p.currency', name: 'currency' },
          // The base price, for one piece and more.
          scope: ['p.pricelevel = 1', 'p.quantity = 0'],
        },
      ],
    },
  ],
};
