import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { childEnvironment, readSettings } from './settings.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ledgerline-settings-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const ownDatabase = { DATABASE_URL: 'postgres://app@db.example/app', SECRET_KEY: 'k'.repeat(32) };

test('with its own Postgres the secret key is made once and readable by its owner only', () => {
  const first = readSettings(root, {});
  expect(first.secretKey.length).toBeGreaterThanOrEqual(32);
  expect(readSettings(root, {}).secretKey).toBe(first.secretKey);
  expect(statSync(join(root, '.data', 'secret-key')).mode & 0o777).toBe(0o600);
});

test('a given database without a secret key is refused, so that no second key is ever made up', () => {
  expect(() => readSettings(root, { DATABASE_URL: ownDatabase.DATABASE_URL })).toThrow('SECRET_KEY is not set');
});

test('a given secret key is used and not written down', () => {
  expect(readSettings(root, { SECRET_KEY: ownDatabase.SECRET_KEY }).secretKey).toBe(ownDatabase.SECRET_KEY);
  expect(() => readFileSync(join(root, '.data', 'secret-key'))).toThrow('ENOENT');
});

test('the demo with its known sign-in is on by itself only where nobody else can reach it', () => {
  const demo = (source: Record<string, string>) => readSettings(root, source).demo;
  expect(demo({})).toBe(true);
  expect(demo({ HOST: 'localhost' })).toBe(true);
  expect(demo({ HOST: '0.0.0.0' })).toBe(false);
  expect(demo({ HOST: '10.0.0.5' })).toBe(false);
  expect(demo(ownDatabase)).toBe(false);
  expect(demo({ ...ownDatabase, DEMO: '1' })).toBe(true);
  expect(demo({ DEMO: '0' })).toBe(false);
});

test('a setting that makes no sense is named', () => {
  expect(() => readSettings(root, { PORT: 'eighty' })).toThrow('PORT');
});

test('every child process is told the settled choices', () => {
  const settings = readSettings(root, { PUBLIC_URL: 'https://hub.example/', DEMO: '0' });
  const env = childEnvironment(settings, {
    databaseUrl: 'postgres://a',
    databaseDirectUrl: 'postgres://b',
    sandboxUrl: undefined,
    dev: false,
  });
  expect(env).toMatchObject({
    PUBLIC_URL: 'https://hub.example',
    DATA_DIR: join(root, '.data'),
    DEMO: '0',
    DATABASE_URL: 'postgres://a',
    DATABASE_DIRECT_URL: 'postgres://b',
    SECRET_KEY: settings.secretKey,
  });
});
