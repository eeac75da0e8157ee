import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { categoryOfIntegration, type Integration } from '../db/schema/enums.ts';
import { openInviteLink } from '../lib/auth/invite-link-gate.ts';
import type { Credentials } from '../lib/connectors/types.ts';
import { connectCompany } from '../lib/domain/connections/mutations.ts';
import { type Installation, openInstallation } from './cli/installation.ts';
import { answerOf } from './testing/command-line.ts';
import { freePort, RunningStart, temporaryDataDir, until } from './testing/running-start.ts';

/*
 * Two installations, each with its own ports, data folder, database, web process and worker. One is the platform that the
 * other is connected to.
 */
let platform: RunningStart;
let reader: RunningStart;
let readerDatabase: Installation;
let apiKey: string;
const folders = [temporaryDataDir(), temporaryDataDir()] as const;

beforeAll(async () => {
  const [ofPlatform, ofReader] = folders;
  platform = new RunningStart(await freePort(), ofPlatform.path);
  const allowed = { OUTBOUND_ALLOW: `127.0.0.1:${platform.port}` };
  reader = new RunningStart(await freePort(), ofReader.path, allowed);
  await Promise.all([platform.running(), reader.running()]);
  for (const { path } of folders) await answerOf(path, ['organization', 'create', '--name', 'Harbour Group']);
  apiKey = String((await answerOf(ofReader.path, ['api-key', 'create', '--name', 'test'])).key);
  // From here on this process is one more of the reader's, for what a customer does on the connect page.
  Object.assign(process.env, { DATA_DIR: ofReader.path, ...allowed });
  readerDatabase = await openInstallation();
});

afterAll(async () => {
  await readerDatabase?.close();
  for (const started of [reader, platform]) {
    started?.kill('SIGTERM');
    await started?.exit();
  }
  for (const folder of folders) folder.remove();
});

test('companies behind the JSON:API of another installation arrive, and what is written goes there', async () => {
  const made = await answerOf(folders[0].path, ['access-token', 'create', '--dialect', 'jsonapi', '--name', 'reader']);
  const { token, organizationId } = made as { token: string; organizationId: number };
  const companies = async (method: string, path = '', attributes?: object) => {
    const { data } = (await answered(
      fetch(`${addressOf(platform)}/api/v2/companies${path}`, {
        method,
        headers: {
          'content-type': 'application/vnd.api+json',
          'x-auth-token': token,
          'x-organization-id': String(organizationId),
        },
        ...(attributes && { body: JSON.stringify({ data: { type: 'companies', attributes } }) }),
      }),
    )) as { data: JsonApiCompany };
    return data;
  };
  const { id } = await companies('POST', '', { name: 'Harbour & Lane', vat: 'DE811' });
  const company = await connected('PRODUCTIVE', { token, organizationId: String(organizationId) });
  expect(await company.contacts()).toEqual({ 'Harbour & Lane': 'active' });

  await companies('PATCH', `/${id}`, { name: 'Harbour GmbH' });
  const second = await companies('POST', '', { name: 'Second' });
  await companies('PATCH', `/${second.id}/archive`);
  await company.sync();
  expect(await company.contacts()).toEqual({ 'Harbour GmbH': 'active', Second: 'archived' });

  const written = await company.write('POST', '/contacts', { name: 'Third', email: 'post@third.example' });
  expect((await companies('GET', `/${written}`)).attributes).toMatchObject({
    name: 'Third',
    contact: { emails: [{ email: 'post@third.example' }] },
  });
  await company.write('PATCH', `/contacts/${id}`, { name: 'Harbour AG' });
  expect((await companies('GET', `/${id}`)).attributes.name).toBe('Harbour AG');
  expect(await company.contacts()).toEqual({ 'Harbour AG': 'active', Second: 'archived', Third: 'active' });
});

test('companies behind the Connector API of another installation arrive, and what is written goes there', async () => {
  const made = await answerOf(folders[0].path, [
    'access-token',
    'create',
    '--dialect',
    'connector',
    '--name',
    'reader',
  ]);
  const { clientToken, accessToken } = made as { clientToken: string; accessToken: string };
  const companies = async (operation: string, body: object) => {
    const tokens = { ClientToken: clientToken, AccessToken: accessToken, Client: 'Desk 1.0' };
    return (await answered(
      fetch(`${addressOf(platform)}/api/connector/v1/companies/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...tokens, ...body }),
      }),
    )) as { Companies: ConnectorCompany[] };
  };
  const options = { Options: { Invoiceable: true, AddFeesToInvoices: false } };
  const Id = (await companies('add', { Name: 'Harbour Hotel', ...options })).Companies[0]?.Id ?? '';
  const company = await connected('MEWS', { clientToken, accessToken });
  expect(await company.contacts()).toMatchObject({ 'Harbour Hotel': 'active' });

  await companies('update', { CompanyId: Id, Name: { Value: 'Harbour Inn' } });
  const second = (await companies('add', { Name: 'Second Inn', ...options })).Companies[0]?.Id;
  await companies('delete', { CompanyIds: [second] });
  await company.sync();
  expect(await company.contacts()).toMatchObject({ 'Harbour Inn': 'active', 'Second Inn': 'archived' });

  const written = await company.write('POST', '/contacts', { name: 'Third Inn', email: 'post@third.example' });
  await company.write('PATCH', `/contacts/${Id}`, { name: 'Harbour Palace' });
  const { Companies: there } = await companies('getAll', { Ids: [written, Id], Limitation: { Count: 10 } });
  expect(Object.fromEntries(there.map((one) => [one.Id, [one.Name, one.InvoicingEmail]]))).toEqual({
    [written]: ['Third Inn', 'post@third.example'],
    [Id]: ['Harbour Palace', null],
  });
});

interface JsonApiCompany {
  id: string;
  attributes: Record<string, unknown>;
}

interface ConnectorCompany {
  Id: string;
  Name: string;
  InvoicingEmail: string | null;
}

const addressOf = ({ port }: RunningStart) => `http://127.0.0.1:${port}`;

/** The body of an answer that must be a success. */
async function answered(asked: Promise<Response>): Promise<unknown> {
  const response = await asked;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Calls the reader's Core API. */
async function core<T>(method: string, path: string, body?: object): Promise<T> {
  const asked = fetch(`${addressOf(reader)}/v4/core${path}`, {
    method,
    headers: { api_key: apiKey, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return ((await answered(asked)) as { data: T }).data;
}

async function ended(syncId: string): Promise<void> {
  const status = async () => (await core<{ sync: { status: string } }>('GET', `/syncs/${syncId}`)).sync.status;
  await until(`the end of sync ${syncId}`, async () => !['QUEUED', 'RUNNING'].includes(await status()));
  expect(await status()).toBe('SUCCESS');
}

/** A company of the reader whose customer has connected it to the platform, and whose first sync has ended. */
async function connected(integration: Integration, credentials: Credentials) {
  const asked = { companyName: `By ${integration}`, integration };
  const { inviteLink } = await core<{ inviteLink: { inviteLinkId: string } }>('POST', '/invite-links', asked);
  const access = await openInviteLink(inviteLink.inviteLinkId, { requestId: randomUUID(), now: new Date() });
  if (access.state !== 'open') throw new Error(`The link is ${access.state}`);
  const signIn = { ...credentials, address: addressOf(platform) };
  const outcome = await connectCompany(access.ctx, { integration, credentials: signIn });
  if (!outcome.connected || !outcome.syncId) throw new Error(`It did not connect: ${JSON.stringify(outcome)}`);
  await ended(outcome.syncId);
  const path = `/companies/${access.companyId}`;
  const daily = { category: categoryOfIntegration[integration], enabled: true, frequency: 'DAILY', interval: 1 };
  const scopes = { READ: true, CREATE: true, UPDATE: true, DELETE: false };
  const configs = [{ ...daily, data_model: 'CONTACT', scope_access: scopes }];
  await core('PATCH', `${path}/sync-config`, { configs });
  return {
    sync: async () => {
      const { sync } = await core<{ sync: { id: string } }>('POST', `${path}/syncs`, {});
      await ended(sync.id);
    },
    /** Status by name. */
    contacts: async () => {
      const contacts = await core<{ name: string; status: string }[]>('GET', `${path}/contacts`);
      return Object.fromEntries(contacts.map(({ name, status }) => [name, status]));
    },
    /** Writes a contact while this waits, and gives its id on the platform. */
    write: async (method: string, at: string, data: object) =>
      (await core<{ platform_id: string }>(method, `${path}${at}`, { data })).platform_id,
  };
}
