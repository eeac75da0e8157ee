import { afterAll, afterEach, beforeAll } from 'vitest';
import { type NetsuiteAccount, netsuiteAccount } from '../../../../sandbox/testing/netsuite-account.ts';
import { startTestSandbox, type TestSandbox } from '../../../../sandbox/testing/sandbox.ts';
import { resetEnv } from '../../../env.ts';
import type { Credentials } from '../../types.ts';

/** What a book of the sandbox is connected with. */
export const credentialsOf = (book: string): Credentials => ({
  accountId: book.toUpperCase().replaceAll('-', '_'),
  consumerKey: `${book}-consumer`,
  consumerSecret: `${book}-secret-consumer`,
  tokenId: `${book}-token`,
  tokenSecret: `${book}-secret-token`,
  timeZone: 'America/Los_Angeles',
});

/** Points every NetSuite account at one address. */
export function useAddress(url: string | undefined): void {
  if (url === undefined) {
    delete process.env.NETSUITE_URL;
    delete process.env.SANDBOX_URL;
  } else {
    process.env.NETSUITE_URL = url;
    process.env.SANDBOX_URL = url;
  }
  resetEnv();
}

/** A sandbox of the test file's own, asked for as NetSuite. Its fields are there once the tests run. */
export function ownAccount(): { sandbox: TestSandbox; account: NetsuiteAccount } {
  const own = {} as { sandbox: TestSandbox; account: NetsuiteAccount };
  beforeAll(async () => {
    own.sandbox = await startTestSandbox();
    own.account = netsuiteAccount(own.sandbox, 'acme');
    useAddress(own.sandbox.url);
  });
  afterEach(async () => {
    useAddress(own.sandbox.url);
    await own.sandbox.call('DELETE', '/_admin/books/acme/faults');
  });
  afterAll(async () => {
    useAddress(undefined);
    await own.sandbox.stop();
  });
  return own;
}
