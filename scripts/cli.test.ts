import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, expect, test } from 'vitest';
import { db } from '../db/client.ts';
import { accessTokens } from '../db/schema/access-tokens.ts';
import { apiKeys } from '../db/schema/api-keys.ts';
import { members, users } from '../db/schema/members.ts';
import { organisations } from '../db/schema/organisations.ts';
import { createTestDatabase } from '../db/testing/database.ts';
import { contextFor, makeCompany } from '../db/testing/factories.ts';
import { signInWithPassword } from '../lib/auth/sign-in.ts';
import { hashToken } from '../lib/crypto/tokens.ts';
import { runCommandLine } from './cli/run-command-line.ts';
import { projectRoot } from './start/project-root.ts';

await createTestDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'ledgerline-cli-'));
process.env.DATA_DIR = dataDir;
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const settings = { ...process.env };
afterEach(() => Object.assign(process.env, settings, { PORT: '' }));

const password = 'correct horse battery';

const json = async (args: string[]) => {
  const { code, out, err } = await runCommandLine([...args, '--json']);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
};

/** Runs the command line as its own process, as a script would. */
function spawned(args: string[], input: string) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const path = join(projectRoot, 'scripts', 'cli.ts');
    const child = execFile(process.execPath, [path, ...args], (_error, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
    child.stdin?.end(input);
  });
}

const signIn = (email: string, withPassword: string) =>
  signInWithPassword({ email, password: withPassword }, { address: null, userAgent: null, now: new Date() });

// In the order of an installation's life: the tests share its database.
test('without an organisation a key is refused with what to do, and nothing is printed as an answer', async () => {
  const { code, out, err } = await runCommandLine(['api-key', 'create', '--name', 'x', '--json']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('organization create --name');
});

test('an organisation, its owner from stdin, and a key that is stored as its hash', async () => {
  const organisation = await json(['organization', 'create', '--name', 'Northwind', '--time-zone', 'Europe/Vienna']);
  expect(organisation).toEqual({ id: expect.any(Number), name: 'Northwind' });

  const person = ['--email', 'Ada@Books.example', '--name', 'Ada'];
  const made = await spawned(['user', 'create', ...person, '--json'], `${password}\n`);
  expect(made).toMatchObject({ code: 0, err: '' });
  const owner = JSON.parse(made.out);
  expect(owner).toMatchObject({ email: 'ada@books.example', role: 'owner', organizationId: organisation.id });
  expect((await signIn('ada@books.example', password)).userId).toBe(owner.id);

  const key = await json(['api-key', 'create', '--name', 'importer', '--read-only']);
  expect(key).toEqual({ id: expect.any(String), key: expect.stringMatching(/^ll_/), organizationId: organisation.id });
  expect(await db().select().from(apiKeys)).toMatchObject([
    { id: key.id, name: 'importer', readOnly: true, hash: hashToken(key.key), organisationId: organisation.id },
  ]);
});

test('access tokens of both dialects, printed as programs expect them', async () => {
  const create = ['access-token', 'create', '--name', 'sync'];
  const token = await json([...create, '--dialect', 'jsonapi', '--read-only']);
  expect(token).toEqual({ token: expect.stringMatching(/^lj_/), organizationId: expect.any(Number) });
  const north = await json(['chain', 'create', '--name', 'North']);
  const one = await json([...create, '--dialect', 'connector']);
  expect(one).toEqual({
    clientToken: expect.stringMatching(/^lt_/),
    accessToken: expect.stringMatching(/^lc_/),
    chainIds: [expect.not.stringMatching(north.id)],
  });
  const both = await json([...create, '--dialect', 'connector', '--chains', `North,${one.chainIds[0]}`]);
  expect(both.chainIds).toEqual([north.id, one.chainIds[0]]);
  const stored = await db().select().from(accessTokens).orderBy(accessTokens.createdAt);
  expect(stored.map(({ hash, readOnly }) => [hash, readOnly])).toEqual([
    [hashToken(token.token), true],
    [hashToken(one.accessToken), false],
    [hashToken(both.accessToken), false],
  ]);
  for (const wrong of [
    [...create, '--dialect', 'soap'],
    [...create, '--dialect', 'jsonapi', '--chains', 'North'],
    [...create, '--dialect', 'connector', '--chains', 'South'],
    ['access-token', 'create', '--dialect', 'jsonapi'],
  ]) {
    expect(await runCommandLine([...wrong, '--json'])).toMatchObject({ code: 2, out: '' });
  }
});

test('a key can be limited to companies and end by itself', async () => {
  const ctx = contextFor((await json(['api-key', 'create', '--name', 'whole'])).organizationId);
  const { companyId } = await makeCompany(ctx);
  const key = await json([
    ...['api-key', 'create', '--name', 'one customer'],
    ...['--companies', String(companyId), '--expires', '2099-01-31'],
  ]);
  const [made] = await db().select().from(apiKeys).where(eq(apiKeys.id, key.id));
  expect(made).toMatchObject({ companyIds: [companyId], expiresAt: new Date('2099-01-31T00:00:00Z') });
  const unknown = await runCommandLine(['api-key', 'create', '--name', 'x', '--companies', '999999']);
  expect(unknown).toMatchObject({ code: 1, out: '', err: expect.stringContaining('there is no company 999999') });
});

test('a key is rotated: both work until the old one ends', async () => {
  const old = await json(['api-key', 'create', '--name', 'nightly', '--read-only']);
  const now = Date.now();
  const made = await json(['api-key', 'rotate', '--id', old.id, '--overlap-days', '2']);
  expect(made).toMatchObject({ key: expect.stringMatching(/^ll_/), organizationId: old.organizationId });
  const rows = await db().select().from(apiKeys).where(eq(apiKeys.name, 'nightly')).orderBy(apiKeys.createdAt);
  expect(rows).toMatchObject([
    { id: old.id, expiresAt: new Date(made.oldKeyExpiresAt) },
    { id: made.id, readOnly: true, expiresAt: null, replacesId: old.id, hash: hashToken(made.key) },
  ]);
  expect(Date.parse(made.oldKeyExpiresAt) - now).toBeGreaterThanOrEqual(2 * 86_400_000);
  for (const wrong of [['--id', 'x'], ['--id', made.id, '--overlap-days', '91'], []]) {
    expect(await runCommandLine(['api-key', 'rotate', ...wrong])).toMatchObject({ code: 2, out: '' });
  }
  const again = await runCommandLine(['api-key', 'rotate', '--id', old.id]);
  expect(again).toMatchObject({ code: 1, out: '' });
});

test('with several organisations one must be named, unless there is the demo', async () => {
  const second = await json(['organization', 'create', '--name', 'Southgate']);
  const unclear = await runCommandLine(['api-key', 'create', '--name', 'x', '--json']);
  expect({ code: unclear.code, out: unclear.out }).toEqual({ code: 2, out: '' });
  expect(unclear.err).toMatch(/--organization <id>[\s\S]*Northwind[\s\S]*Southgate/);
  const named = await json(['api-key', 'create', '--name', 'x', '--organization', String(second.id)]);
  expect(named.organizationId).toBe(second.id);
  expect((await runCommandLine(['api-key', 'create', '--name', 'x', '--organization', '999'])).code).toBe(2);

  const [demo] = await db()
    .insert(organisations)
    .values({ name: 'Demo', isDemo: true, createdAt: new Date() })
    .returning({ id: organisations.id });
  expect((await json(['api-key', 'create', '--name', 'x'])).organizationId).toBe(demo?.id);

  // Somebody with an account becomes a member without a new one.
  const email = ['--email', 'ada@books.example'];
  const both = await json(['user', 'create', ...email, '--organization', String(second.id), '--role', 'viewer']);
  expect(both).toMatchObject({ existing: true, role: 'viewer', organizationId: second.id });
  expect(await db().select().from(users)).toHaveLength(1);
  expect(await db().select().from(members)).toHaveLength(2);
});

test('a reset password works at once and the old one no longer', async () => {
  await json(['user', 'reset-password', '--email', 'ada@books.example', '--password', 'another long password']);
  await expect(signIn('ada@books.example', password)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await signIn('ada@books.example', 'another long password')).toBeDefined();
  const nobody = await runCommandLine(['user', 'reset-password', '--email', 'x@books.example', '--password', password]);
  expect(nobody).toMatchObject({ code: 1, out: '', err: expect.stringContaining('not found') });
});

test.each([
  [['user', 'create', '--email', 'ben', '--name', 'Ben', '--role', 'boss'], /--email must be[\s\S]*--role must be/],
  [['user', 'create', '--email', 'ben@books.example', '--name', 'Ben', '--password', 'short'], /--password must have/],
  [['api-key', 'create'], /--name is missing/],
  [['api-key', 'create', '--name', ''], /--name must not be empty/],
  [['api-key', 'create', '--name', 'x', '--companies', 'all'], /--companies must be ids of companies/],
  [['api-key', 'create', '--name', 'x', '--expires', 'soon'], /--expires must be a date/],
  [['api-key', 'create', '--naem', 'x'], /--naem/],
  [['api-key', 'destroy'], /There is no command api-key destroy/],
])('%j is refused, naming what is wrong', async (args, words) => {
  const { code, out, err } = await runCommandLine(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(words);
  expect(err).not.toContain('short');
});

test('the doctor finds a healthy installation healthy, and says what is wrong with another', async () => {
  const healthy = await json(['doctor']);
  expect(healthy.ok).toBe(true);
  expect(healthy.checks.map((check: { name: string }) => check.name)).toEqual([
    'Settings',
    'System',
    'Database',
    'Migrations',
    'Secret key',
    'Queue',
    'People',
    'Sandbox',
  ]);

  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
  const broken = await runCommandLine(['doctor', '--json']);
  expect(broken.code).toBe(1);
  const { checks } = JSON.parse(broken.out);
  expect(checks.find((check: { name: string }) => check.name === 'Database')).toMatchObject({ state: 'wrong' });

  process.env.PORT = 'many';
  const unusable = await runCommandLine(['doctor', '--json']);
  expect(JSON.parse(unusable.out).checks).toEqual([
    { name: 'Settings', state: 'wrong', message: expect.stringContaining('PORT') },
  ]);
});

test('a database without SECRET_KEY is refused as the start refuses it', async () => {
  process.env.SECRET_KEY = '';
  const { code, err } = await runCommandLine(['api-key', 'create', '--name', 'x']);
  expect(code).toBe(1);
  expect(err).toContain('SECRET_KEY is not set');
});
