import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NetsuiteAccount, netsuiteAccount } from '../../testing/netsuite-account.ts';
import { startTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';

let sandbox: TestSandbox;
let account: NetsuiteAccount;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  account = netsuiteAccount(sandbox, 'acme');
});
afterAll(() => sandbox.stop());

const suiteql = '/services/rest/query/v1/suiteql';
const ask = (q: string, page = '') => account.call('POST', suiteql + page, { body: { q } });
const refusedCode = async (reply: Promise<{ status: number; json: { 'o:errorDetails': unknown[] } }>) => {
  const { status, json } = await reply;
  return [status, json['o:errorDetails'][0]];
};

describe('an answer', () => {
  test('has texts alone, lower-case names, and nothing where there is null', async () => {
    const [row] = await account.query('SELECT ID, acctNumber, Description, parent FROM account WHERE parent IS NULL');
    expect(row).toEqual({ id: '1', acctnumber: expect.any(String) });
  });

  test('shows dates as the user does, unless TO_CHAR says how', async () => {
    const made = await sandbox.call('POST', '/_admin/books/acme/invoices', {
      body: { contact_id: 'con_1', issued_on: '2025-05-27', lines: [{ description: 'A', unit_price: '1' }] },
    });
    const id = Number(made.json.id.split('_')[1]) * 10 + 1;
    const columns = "trandate, TO_CHAR(trandate, 'YYYY-MM-DD HH24:MI:SS') AS iso";
    expect(await account.query(`SELECT ${columns} FROM transaction WHERE id = ${id}`)).toEqual([
      { trandate: '5/27/2025', iso: '2025-05-27 00:00:00' },
    ]);
  });

  test('says stamps in the account’s zone', async () => {
    sandbox.setNow(new Date('2026-07-04T03:04:05Z'));
    await sandbox.call('PATCH', '/_admin/books/acme/accounts/acc_3', { body: { name: 'Renamed in summer' } });
    sandbox.setNow(new Date());
    const stamp = "TO_CHAR(lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS') AS stamp";
    expect(await account.query(`SELECT ${stamp} FROM account WHERE id = 3`)).toEqual([
      { stamp: '2026-07-03 20:04:05' },
    ]);
  });

  test('says how many rows there are and whether more follow', async () => {
    const { json } = await ask('SELECT id FROM account ORDER BY id', '?limit=10&offset=20');
    expect(json).toMatchObject({ count: 10, offset: 20, hasMore: true, totalResults: expect.any(Number) });
    expect(json.items[0]).toEqual({ links: [], id: '21' });
    const last = await ask('SELECT id FROM account', '?limit=1000');
    expect(last.json).toMatchObject({ hasMore: false, count: last.json.totalResults });
  });
});

describe('a query', () => {
  test('walks by key, and every row comes once', async () => {
    const seen: string[] = [];
    for (let last = 0; ; ) {
      const rows = await account.query(
        `SELECT id FROM transaction WHERE type = 'CustInvc' AND id > ${last} ORDER BY id`,
        '?limit=7',
      );
      if (rows.length === 0) break;
      seen.push(...rows.map(({ id = '' }) => id));
      last = Number(rows.at(-1)?.id);
    }
    const whole = await account.query("SELECT id FROM transaction WHERE type = 'CustInvc' ORDER BY id");
    expect(seen).toEqual(whole.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('joins lines with their accounts, which come to the total', async () => {
    const rows = await account.query(
      'SELECT tl.transaction, tl.mainline, tl.foreignamount, tal.account FROM transactionline tl ' +
        'LEFT JOIN transactionaccountingline tal ON tal.transaction = tl.transaction AND tal.transactionline = tl.id ' +
        'WHERE tl.transaction IN (11, 21) ORDER BY tl.transaction, tl.id',
    );
    const mains = rows.filter(({ mainline }) => mainline === 'T');
    expect(mains).toHaveLength(2);
    for (const main of mains) {
      const own = rows.filter((row) => row.transaction === main.transaction);
      expect(own.reduce((sum, row) => sum + Number(row.foreignamount), 0)).toBeCloseTo(0, 6);
      expect(own.every((row) => row.account)).toBe(true);
    }
  });

  test('keeps rows without a counterpart in an outer join, which IS NULL finds', async () => {
    const both = 'SELECT v.id FROM vendor v LEFT JOIN customer c ON c.id = v.id WHERE c.id IS ';
    const [alone, customers] = [await account.query(`${both}NULL`), await account.query(`${both}NOT NULL`)];
    expect(alone.length + customers.length).toBe((await account.query('SELECT id FROM vendor')).length);
  });

  test('takes the rows of another query, OR, NOT, brackets and dates', async () => {
    const paid = await account.query(
      'SELECT id FROM transaction WHERE id IN (SELECT l.previousdoc FROM previoustransactionlinelink l ' +
        "INNER JOIN transaction p ON p.id = l.nextdoc WHERE l.linktype = 'Payment' AND p.type = 'CustPymt')",
    );
    expect(paid.length).toBeGreaterThan(0);
    const since = "lastmodifieddate >= TO_DATE('2000-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')";
    const all = await account.query(`SELECT id FROM item WHERE NOT (${since} AND id > 3) OR itemid = 'it''s'`);
    expect(all.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  test.each([
    ['SELECT nothing FROM account', "Field 'nothing' for record 'account' was not found"],
    ['SELECT id FROM nowhere', "Record 'nowhere' was not found"],
    ['SELECT id FROM account a INNER JOIN item i ON i.id = a.id', "Field 'id' is ambiguous"],
    ['SELECT * FROM account', 'Unexpected "*"'],
    ['DELETE FROM account', 'Unexpected "DELETE"'],
    ['SELECT id FROM account; DROP', 'Unexpected character'],
    ['SELECT SOUNDEX(name) AS x FROM currency', 'Unknown function SOUNDEX'],
    ["SELECT id FROM item WHERE lastmodifieddate > '2025-01-01'", 'use TO_DATE'],
    ["SELECT id FROM item WHERE id > 'many'", 'Invalid number'],
    [`SELECT id FROM item WHERE id IN (${Array.from({ length: 1001 }, () => 1)})`, 'at most 1000'],
  ])('%s is refused as bad SQL', async (q, words) => {
    expect(await refusedCode(ask(q))).toEqual([
      400,
      {
        'o:errorCode': 'INVALID_PARAMETER',
        'o:errorQueryParam': 'q',
        detail: expect.stringContaining(words),
      },
    ]);
  });

  test.each([
    ['?limit=1001', 'limit'],
    ['?limit=0', 'limit'],
    ['?limit=10&offset=15', 'offset'],
    ['?limit=1000&offset=100000', 'offset'],
    ['?page=2', 'page'],
  ])('with %s is refused', async (page, parameter) => {
    expect(await refusedCode(ask('SELECT id FROM account', page))).toEqual([
      400,
      expect.objectContaining({ 'o:errorCode': 'INVALID_PARAMETER', 'o:errorQueryParam': parameter }),
    ]);
  });

  test('without Prefer: transient, by GET or with another body is refused', async () => {
    const body = { q: 'SELECT id FROM account' };
    const bare = account.call('POST', suiteql, { body, headers: { prefer: '' } });
    expect(await refusedCode(bare)).toEqual([
      400,
      expect.objectContaining({ 'o:errorCode': 'INVALID_HEADER', 'o:errorHeader': 'Prefer' }),
    ]);
    expect((await account.call('GET', suiteql)).status).toBe(405);
    expect((await account.call('POST', suiteql, { body: { query: body.q } })).status).toBe(400);
  });
});
