import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { trytonConnector } from '../connector.ts';
import { failureOf, type Passes, passOf, signInOf } from './passes.ts';
import { allowOutbound, type Peer } from './peer.ts';

/** Tests that write into the peer; others may do so meanwhile, and they speak of their own records alone. */
export function connectingSuite(peer: Peer, passes: Passes): void {
  describe('connecting', () => {
    test('answers the company and shows nothing secret', async () => {
      const result = await trytonConnector.connect({
        ...peer.credentials,
        address: ` ${peer.settings.url}/#${peer.settings.database}`,
      });
      const address = peer.settings.url.replace(/\/$/, '');
      expect(result).toMatchObject({
        credentials: { ...peer.credentials, address },
        variables: { address, database: peer.settings.database, user: peer.settings.user },
        entityId: expect.stringMatching(new RegExp(`^${peer.books.company}-\\d{8}T\\d{6}\\.\\d{6}$`)),
      });
      const [company] = await peer.rpc.read('company.company', [['id', '=', peer.books.company]], ['rec_name']);
      expect(result.entityName).toBe(company?.rec_name);
      expect(JSON.stringify(result.variables)).not.toContain(peer.settings.password);
    });

    test('with a wrong password is a matter of credentials, on the password', async () => {
      const failure = await failureOf(
        trytonConnector.connect({ ...peer.credentials, user: peer.nobody(), password: 'hunter2-canary' }),
      );
      expect(failure).toMatchObject({ failureClass: 'credentials', field: 'password' });
      expect(failure.evidence).toMatchObject({ status: 401, path: expect.stringContaining('common.db.login') });
      expect(JSON.stringify([failure.message, failure.evidence])).not.toContain('canary');
    });

    test('with an unknown database is a matter of the database', async () => {
      expect(await failureOf(trytonConnector.connect({ ...peer.credentials, database: 'nö/such' }))).toMatchObject({
        failureClass: 'credentials',
        field: 'database',
      });
    });

    test('with an address where nobody listens is a matter of the address', async () => {
      const address = await closedAddress();
      allowOutbound(address);
      expect(await failureOf(trytonConnector.connect({ ...peer.credentials, address }))).toMatchObject({
        failureClass: 'platform-down',
        field: 'address',
        message: 'No server answers at this address.',
      });
    });

    test('with a private address that is not allowed says so and sends nothing', async () => {
      expect(
        await failureOf(trytonConnector.connect({ ...peer.credentials, address: 'http://10.1.2.3:8000' })),
      ).toMatchObject({ failureClass: 'platform-down', field: 'address', message: expect.stringContaining('private') });
    });

    test('as a user without a company is a matter of permission', async () => {
      const { user, password } = await peer.createUser({ withCompany: false });
      expect(await failureOf(trytonConnector.connect({ ...peer.credentials, user, password }))).toMatchObject({
        failureClass: 'permission',
        field: 'user',
        message: expect.stringContaining('no company'),
      });
    });

    test('as a user without rights names what it may not read', async () => {
      const { user, password } = await peer.createUser({ groups: [] });
      const failure = await failureOf(trytonConnector.connect({ ...peer.credentials, user, password }));
      expect(failure).toMatchObject({ failureClass: 'permission', field: 'user' });
      expect(failure.message).toMatch(/may not read .*invoices/);
      expect(failure.message).not.toContain('parties');
    });

    test('as a user whose name and password hold any character works', async () => {
      const { user, password } = await peer.createUser({
        name: `zoë:d'Arc 社-${peer.run}`,
        password: 'pä:ß"wö\\rd 社1',
      });
      const { variables } = await trytonConnector.connect({ ...peer.credentials, user, password });
      expect(variables).toMatchObject({ user });
    });

    test('as a bookkeeper without rights on payment instructions works', async () => {
      const { user, password } = await peer.createUser();
      const result = await trytonConnector.connect({ ...peer.credentials, user, password });
      expect(result.entityId).toBe((await trytonConnector.connect(peer.credentials)).entityId);
    });
  });

  describe('a session', () => {
    test('is refused when it leads to another company', async () => {
      const open = trytonConnector.open(peer.credentials, { entityId: `${peer.books.company}-20200101T000000.000000` });
      expect(await failureOf(open)).toMatchObject({ failureClass: 'wrong-company' });
    });

    test('of a user who went to work in another company is refused, and a pass under way does not end', async () => {
      const made = await peer.createUser();
      const signIn = { ...peer.credentials, ...signInOf(made) };
      const { entityId } = await trytonConnector.connect(signIn);
      const other = await peer.createCompany();
      await passes.withSession(
        async (session) => {
          expect((await passOf(session, 'ACCOUNT')).rows.has(String(peer.books.receivable))).toBe(true);
          await peer.rpc.write('res.user', [made.id], { companies: [['add', [other]]], company: other });
          expect(await failureOf(passOf(session, 'ACCOUNT'))).toMatchObject({ failureClass: 'wrong-company' });
        },
        { as: made, entityId },
      );
      expect((await trytonConnector.connect(signIn)).entityId).not.toBe(entityId);
      expect(await failureOf(trytonConnector.open(signIn, { entityId }))).toMatchObject({
        failureClass: 'wrong-company',
      });
    });

    test('of a user who sees all its companies stays with the one that was connected', async () => {
      const made = await peer.createUser();
      const { entityId } = await trytonConnector.connect({ ...peer.credentials, ...signInOf(made) });
      const other = await peer.createCompany();
      const both = { companies: [['add', [other]]], company: other, company_filter: 'all' };
      await peer.rpc.write('res.user', [made.id], both);
      const accounts = await passes.withSession((session) => passOf(session, 'ACCOUNT'), { as: made, entityId });
      expect(accounts.rows.has(String(peer.books.receivable))).toBe(true);
    });

    test('signs in again when the server has ended it', async () => {
      const made = await peer.createUser();
      await passes.withSession(
        async (session) => {
          await peer.setPassword(made, made.password);
          expect((await passOf(session, 'CURRENCY')).rows.size).toBeGreaterThan(0);
        },
        { as: made },
      );
    });

    test('whose password was changed fails as credentials', async () => {
      const made = await peer.createUser();
      await passes.withSession(
        async (session) => {
          await peer.setPassword(made, 'q9W-zXc4Vb7n');
          expect(await failureOf(passOf(session, 'CURRENCY'))).toMatchObject({
            failureClass: 'credentials',
            field: 'password',
          });
        },
        { as: made },
      );
    });

    test('stops with the reason it was given', async () => {
      await passes.withSession(async (session) => {
        const stop = new AbortController();
        stop.abort(new Error('the worker stops'));
        await expect(passOf(session, 'CONTACT', { signal: stop.signal })).rejects.toThrow('the worker stops');
      });
    });
  });
}

/** An address on which nothing listens. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 1}`;
}
