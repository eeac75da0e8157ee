import type { Row } from '../api-types.ts';
import type { Books } from '../books.ts';
import { encodeMoment } from '../wire-values.ts';

/** A search filter in Tryton's prefix notation. */
export type Domain = readonly unknown[];

/** What is asked of Tryton for one unified model. */
export interface ModelQuery {
  /** Tryton's model whose rows are the records. */
  table: string;
  fields: readonly string[];
  /** Holds for every row. */
  scope: readonly Domain[];
  /** Of the rows in scope only those that the model is about, told by what no search can ask for. */
  part?: { fields: readonly string[]; keeps: (row: Row) => boolean };
  /** Adds to rows what they don't hold themselves, and puts in order what has none. Refused rows go by as they are. */
  complete?: (rows: readonly Row[], signal?: AbortSignal) => Row[] | Promise<Row[]>;
  /** Leaves out rows dated before a day. */
  fromDay?: (day: string) => Domain;
  /** Absent: every pass reads everything. */
  tracking?: Tracking;
}

/** How changes are found without reading everything. */
export interface Tracking {
  /** Tables that stamp what is read: their newest stamp is where the next pass begins. */
  sources: readonly string[];
  /** The ways from a row to what belongs to it and is stamped on its own; '' is the row itself. */
  stamped: readonly string[];
  /** Rows of these tables may be deleted without a stamp anywhere; then `reread` is read again. */
  counted: readonly { table: string; reread: Reread }[];
  /** Read again when a row of this table changed, whichever record it touches. */
  shared: readonly { table: string; reread: Reread }[];
  /** Read again with every pass. */
  always: readonly Reread[];
}

/** Sets of records that are read again as a whole; `everything` makes the pass a whole one. */
export type Reread = 'everything' | 'unposted' | 'open' | 'open-foreign';

export const rereadDomain = (books: Books, reread: Exclude<Reread, 'everything'>): Domain => {
  switch (reread) {
    // The only invoices whose lines and taxes can still go.
    case 'unposted':
      return [['state', 'in', ['draft', 'validated']]];
    // The only ones of which something is to pay.
    case 'open':
      return [['state', '=', 'posted']];
    case 'open-foreign':
      return [
        ['state', '=', 'posted'],
        ['currency', '!=', books.company.currency.id],
      ];
  }
};

/** Rows that were created or written since a moment, themselves or in what belongs to them. */
export const changedSince = (paths: readonly string[], since: Since): Domain => [
  'OR',
  ...paths.flatMap((path) => [
    [`${path}write_date`, since.operator, encodeMoment(since.moment)],
    [`${path}create_date`, since.operator, encodeMoment(since.moment)],
  ]),
];

export interface Since {
  operator: '>' | '>=';
  /** As it comes out of `decode`. */
  moment: string;
}

export const stamps = (path: string) => [`${path}create_date`, `${path}write_date`];
export const behind = (field: string, names: readonly string[]) => names.map((name) => `${field}.${name}`);

/** Lists behind a field that Tryton gives in any order, by their ids: another order would make a new hash. */
export const inOrder = (row: Row, field: `${string}.`): Row => {
  const list = row[field];
  return Array.isArray(list) ? { ...row, [field]: [...list].sort((a, b) => idOf(a) - idOf(b)) } : row;
};

const idOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number' ? value.id : 0;
