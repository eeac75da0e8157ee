import { afterAll, afterEach } from 'vitest';
import { openBusinessCentral, type TestBusinessCentral } from '../../../../sandbox/testing/business-central.ts';
import { startTestSandbox, type TestSandbox } from '../../../../sandbox/testing/sandbox.ts';
import { resetEnv } from '../../../env.ts';
import { ConnectorError } from '../../errors.ts';

/** Books of the test file's own that speak as Business Central, and the credentials that open them. */
export interface BusinessCentralBooks {
  sandbox: TestSandbox;
  bc: TestBusinessCentral;
  credentials: {
    tenantId: string;
    environment: string;
    companyId: string;
    clientId: string;
    clientSecret: string;
  };
  /** Makes faults strike; they are cleared after each test. */
  fail: (...faults: unknown[]) => Promise<void>;
  /** Changes the books. */
  admin: (method: string, path: string, body?: unknown) => Promise<{ id: string; number: string }>;
  /** The records of a list of the native wire. */
  native: (model: string) => Promise<Record<string, unknown>[]>;
}

const tenantId = '6f0c2f4e-5d1b-4c39-9b1e-2b8a61d0a7c4';

/** Starts the sandbox and points this installation's Business Central at it. */
export async function businessCentralBooks(options: { tokenSeconds?: number } = {}): Promise<BusinessCentralBooks> {
  const sandbox = await startTestSandbox(options);
  pointTo(sandbox.url);
  afterEach(async () => {
    pointTo(sandbox.url);
    await sandbox.call('DELETE', '/_admin/books/acme/faults');
  });
  afterAll(async () => {
    delete process.env.SANDBOX_URL;
    delete process.env.BUSINESS_CENTRAL_URL;
    resetEnv();
    await sandbox.stop();
  });
  const bc = await openBusinessCentral(sandbox);
  return {
    sandbox,
    bc,
    credentials: {
      tenantId,
      environment: 'Production',
      companyId: bc.companyId,
      clientId: 'acme',
      clientSecret: 'acme-secret',
    },
    fail: (...faults) => sandbox.setFaults('acme', faults),
    admin: async (method, path, body) => {
      const reply = await sandbox.call(method, `/_admin/books/acme/${path}`, { body });
      if (reply.status >= 300) throw new Error(reply.text);
      return reply.json;
    },
    native: async (model) => sandbox.walk(await sandbox.signIn('acme'), model),
  };
}

/** Where the connector looks for Business Central: at a sandbox. */
export function pointTo(url: string): void {
  process.env.SANDBOX_URL = url;
  process.env.BUSINESS_CENTRAL_URL = `${url}/business-central`;
  resetEnv();
}

/** Never aborted. */
export const signal = new AbortController().signal;

/** The failure of something that must fail. */
export async function failureOf(promise: Promise<unknown>): Promise<ConnectorError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error(`Not a ConnectorError: ${error}`);
}
