import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allowOutbound } from './peer.ts';

/** A row: stamps as text without a zone (`2026-01-31T10:20:30.000000`), other fields as they go over the wire. */
export interface FakeRow {
  id: number;
  create_date: string | null;
  write_date: string | null;
  [field: string]: unknown;
}

export interface FakeCall {
  method: string;
  params: unknown[];
}

/** An answer as it is: `result` or `error` in a 200, any status and body, or none. */
export type FakeAnswer =
  | { result: unknown }
  | { error: unknown[] }
  | { status: number; body?: string; headers?: Record<string, string> }
  | 'hang up'
  | 'silence';

/**
 * A server that speaks as much of Tryton's protocol as the connector uses, for what a real one can't be brought to do:
 * stamps out of order, lock-outs, broken answers. It knows contacts and their children, and holds no other rows.
 */
export interface FakeTryton {
  url: string;
  credentials: { address: string; database: string; user: string; password: string };
  tables: Map<string, FakeRow[]>;
  calls: FakeCall[];
  /** Answers the calls of a method this way from now on; with `times`, only so often. */
  answer(method: string, answer: FakeAnswer, times?: number): void;
  /** Answers the next calls of a method this way, one after the other, before anything else holds. */
  script(method: string, ...answers: FakeAnswer[]): void;
  /** Refuses in words to give more of this row than its stamps, and so any page that holds it. */
  refuse(table: string, id: number, words: string): void;
  /** Back to an empty server that answers everything. */
  reset(): void;
  stop(): Promise<void>;
}

const relations: Record<string, { table: string; by: string }> = {
  'addresses.': { table: 'party.address', by: 'party' },
  'contact_mechanisms.': { table: 'party.contact_mechanism', by: 'party' },
  'identifiers.': { table: 'party.identifier', by: 'party' },
};

export async function startFakeTryton(): Promise<FakeTryton> {
  const tables = new Map<string, FakeRow[]>();
  const calls: FakeCall[] = [];
  const answers = new Map<string, { answer: FakeAnswer; times: number }>();
  const refusals = new Map<string, { id: number; words: string }>();
  const scripts = new Map<string, FakeAnswer[]>();
  const standing = (method: string): FakeAnswer | null => {
    const scripted = answers.get(method);
    if (!scripted || scripted.times <= 0) return null;
    scripted.times -= 1;
    return scripted.answer;
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, params } = JSON.parse(body) as FakeCall;
    calls.push({ method, params });
    const answer = scripts.get(method)?.shift() ?? standing(method);
    if (answer === 'silence') return;
    if (answer === 'hang up') return request.socket.destroy();
    if (answer && 'status' in answer) {
      return response.writeHead(answer.status, answer.headers).end(answer.body ?? '<h1>…</h1>');
    }
    if (answer) return response.end(JSON.stringify({ id: 1, ...answer }));
    const result = resultOf(tables, method, params);
    const refusal = refusals.get(method.replace(/^model\.(.+)\.(?:search_read|read)$/, '$1'));
    const isRefused =
      refusal !== undefined &&
      Array.isArray(result) &&
      result.some((row) => row.id === refusal.id && 'addresses.' in row);
    response.end(
      JSON.stringify(isRefused ? { id: 1, error: ['UserError', [refusal?.words, '', null]] } : { id: 1, result }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  allowOutbound(url);

  return {
    url,
    credentials: { address: url, database: 'books', user: 'ada', password: 'secret-canary' },
    tables,
    calls,
    answer: (method, answer, times = Number.POSITIVE_INFINITY) => answers.set(method, { answer, times }),
    script: (method, ...more) => scripts.set(method, [...(scripts.get(method) ?? []), ...more]),
    refuse: (table, id, words) => refusals.set(table, { id, words }),
    reset: () => {
      tables.clear();
      refusals.clear();
      answers.clear();
      scripts.clear();
      calls.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function resultOf(tables: Map<string, FakeRow[]>, method: string, params: unknown[]): unknown {
  switch (method) {
    case 'common.server.version':
      return '6.0.29';
    case 'common.db.login':
      return [7, 'token'];
    case 'common.db.logout':
      return null;
    case 'model.res.user.get_preferences':
      return { company: 1, companies: [1], language: 'en' };
    case 'model.company.company.search_read':
      return [
        {
          id: 1,
          create_date: moment('2026-01-01T00:00:00.000000'),
          'party.': { id: 1, name: 'Fake & Sons' },
          'currency.': { id: 1, code: 'EUR', rate: 0 },
        },
      ];
    case 'model.ir.model.search_read':
      return ((params[0] as [[string, string, string[]]])[0][2] ?? []).map((model) => ({ model }));
    case 'model.ir.model.access.get_access':
      return Object.fromEntries((params[0] as string[]).map((model) => [model, { read: 1 }]));
    case 'model.party.address.fields_get':
    case 'model.product.template.fields_get':
      return {};
    default:
      return tableResult(tables, method, params);
  }
}

function tableResult(tables: Map<string, FakeRow[]>, method: string, params: unknown[]): unknown {
  const [, table = '', verb] = method.match(/^model\.(.+)\.(\w+)$/) ?? [];
  const rows = tables.get(table) ?? [];
  const fields = (verb === 'read' ? params[1] : params[4]) as string[] | undefined;
  // Whoever asks for stamps alone gets no more.
  const wire = (row: FakeRow) =>
    fields?.includes('name') ? { ...stamped(row), ...children(tables, row) } : stamped(onlyStamps(row));
  if (verb === 'read') return rows.filter(({ id }) => (params[0] as number[]).includes(id)).map(wire);
  const [domain, , limit, order] = params as [unknown[], number, number | null, [string, string][] | null];
  const found = rows.filter((row) => holds(tables, row, domain));
  if (verb === 'search_count') return found.length;
  const [[column, direction] = ['id', 'ASC']] = order ?? [];
  found.sort((a, b) => compare(a[column], b[column]) * (direction === 'DESC' ? -1 : 1));
  const page = limit === null ? found : found.slice(0, limit);
  return verb === 'search' ? page.map(({ id }) => id) : page.map(wire);
}

/** Tryton's prefix notation: a list holds when all of it do; one that begins with OR, when one does. */
function holds(tables: Map<string, FakeRow[]>, row: FakeRow, domain: unknown[]): boolean {
  const [head, operator, operand] = domain;
  if (head === 'OR') return domain.slice(1).some((part) => holds(tables, row, part as unknown[]));
  if (typeof head !== 'string') return domain.every((part) => holds(tables, row, part as unknown[]));
  const path = /^(\w+\.)(.+)$/.exec(head);
  if (path) {
    const { table, by } = relations[path[1] ?? ''] ?? { table: '', by: '' };
    const behind = (tables.get(table) ?? []).filter((child) => child[by] === row.id);
    return behind.some((child) => holds(tables, child, [path[2], operator, operand]));
  }
  const value = row[head] ?? null;
  const wanted = typeof operand === 'object' && operand !== null ? textOf(operand) : operand;
  if (operator === '=') return value === wanted;
  if (operator === 'in') return (operand as unknown[]).includes(value);
  if (value === null) return false;
  const order = compare(value, wanted);
  return { '>': order > 0, '>=': order >= 0, '<=': order <= 0 }[String(operator)] ?? false;
}

/** Nulls first. Stamps have a fixed width, so that text order is time order. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a ?? ''), String(b ?? '')];
  return left === right ? 0 : left < right ? -1 : 1;
}

const children = (tables: Map<string, FakeRow[]>, row: FakeRow) =>
  Object.fromEntries(
    Object.entries(relations).map(([name, { table, by }]) => [
      name,
      (tables.get(table) ?? []).filter((child) => child[by] === row.id).map(stamped),
    ]),
  );

const onlyStamps = ({ id, create_date, write_date }: FakeRow): FakeRow => ({ id, create_date, write_date });

const stamped = (row: FakeRow) => ({
  ...row,
  create_date: row.create_date && moment(row.create_date),
  write_date: row.write_date && moment(row.write_date),
});

const moment = (text: string) => {
  const [year, month, day, hour, minute, second, microsecond] = (text.match(/\d+/g) ?? []).map(Number);
  return { __class__: 'datetime', year, month, day, hour, minute, second, microsecond };
};

function textOf(value: object): string {
  const part = (name: string, length = 2) => String((value as Record<string, unknown>)[name]).padStart(length, '0');
  return `${part('year', 4)}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}.${part('microsecond', 6)}`;
}
