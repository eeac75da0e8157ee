import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import type { Context } from '../../../context.ts';
import { createChain } from '../../../domain/chains/mutations.ts';
import {
  type Answered,
  type Caller,
  type CompanyBody,
  makeCaller,
  makeTenant,
  newCompany,
} from '../testing/connector-api.ts';

await createTestDatabase();

const golden = (name: string) => readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8');

/** The request of a file, with values for those that only stand for some: tokens, ids and moments. */
function request(name: string, values: Record<string, unknown>): Record<string, unknown> {
  const body = JSON.parse(golden(name)) as Record<string, unknown>;
  const unknown = Object.keys(values).filter((key) => !(key in body));
  expect(unknown).toEqual([]);
  return { ...body, ...values };
}

const uuid = /"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g;
const moment = /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g;

/** The answer and the file must be the same JSON but for ids and moments: values, their types, the order of the keys. */
function expectGolden(name: string, { text }: Answered): void {
  const masked = text.replaceAll(uuid, '"<id>"').replaceAll(moment, '"<time>"');
  expect(JSON.stringify(JSON.parse(masked), null, 2)).toBe(golden(name).trimEnd());
}

let ctx: Context;
let main: string;
let north: string;
let caller: Caller;
let portfolio: Caller;
beforeEach(async () => {
  ({ ctx, caller } = await makeTenant());
  [main = ''] = caller.chainIds;
  ({ id: north } = await createChain(ctx, { name: 'North' }));
  portfolio = await makeCaller(ctx, { chainIds: [main, north] });
  await lastNumbers(10, 11);
});

async function lastNumbers(ofMain: number, ofNorth: number): Promise<void> {
  await sqlClient()`
    update chains set last_number = case when is_default then ${ofMain}::int else ${ofNorth}::int end
    where organisation_id = ${ctx.organisationId}`;
}

/** A request with the tokens in their places. */
const send = (by: Caller, operation: string, body: Record<string, unknown>) => {
  const { ClientToken, AccessToken } = by.tokens;
  return by.call(operation, { ...body, ClientToken, AccessToken });
};

async function sample(given: Record<string, unknown>): Promise<CompanyBody> {
  const [made] = await portfolio.companies('add', { ...newCompany, ...given });
  if (!made) throw new Error('nothing was added');
  return made;
}

const common = { InvoiceDueInterval: 'P2DT23H', Iata: 'PAO', Telephone: '111-222-333' };

const second = {
  ...common,
  Name: 'Sample Company 2',
  InvoicingEmail: 'sample2@example.com',
  ContactPerson: 'Sample Person 2',
  Contact: 'Contact Info 2',
  Notes: 'Note 2',
  Options: { Invoiceable: true, AddFeesToInvoices: false },
  Department: 'Accounting',
  DunsNumber: '987654321',
  ReferenceIdentifier: 'reference-2',
  WebsiteUrl: 'https://two.example.com',
  ExternalIdentifier: 'company0002',
};

const first = {
  ...common,
  Name: 'Sample Company 1',
  InvoicingEmail: 'sample1@example.com',
  ContactPerson: 'Sample Person 1',
  Contact: 'Contact Info 1',
  Notes: 'Note 1',
  Options: { Invoiceable: true, AddFeesToInvoices: true },
  Department: 'Sales',
  DunsNumber: '123456789',
  CreditRating: { Basic: 'PaymentRequiredUpfront' },
  ReferenceIdentifier: 'reference-1',
  WebsiteUrl: 'https://one.example.com',
  ExternalIdentifier: 'company0001',
  Address: { Line1: 'Harbour Lane 1' },
};

test('all companies of a portfolio', async () => {
  const older = await sample({ ...second, ChainId: north });
  const newer = await sample({ ...first, ChainId: main });
  const around = { StartUtc: older.CreatedUtc, EndUtc: newer.CreatedUtc };
  const values = { ChainIds: [main, north], Ids: [older.Id, newer.Id], CreatedUtc: around, UpdatedUtc: around };
  const answer = await send(portfolio, 'getAll', request('get-all.request', values));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expectGolden('get-all.response', answer);
  expect((answer.body as { Cursor: string }).Cursor).toBe(older.Id);
});

test('a company that is added, and one that is updated', async () => {
  const added = await send(portfolio, 'add', request('add.request', { ChainId: main }));
  expect(added.status).toBe(200);
  expectGolden('add.response', added);
  const [made] = (added.body as { Companies: CompanyBody[] }).Companies;
  const mother = await sample({ ChainId: main });
  const values = { ChainId: main, CompanyId: made?.Id, MotherCompanyId: { Value: mother.Id } };
  const updated = await send(portfolio, 'update', request('update.request', values));
  expect(updated.status).toBe(200);
  expectGolden('update.response', updated);
});

test('companies that are deleted', async () => {
  const [one] = await caller.companies('add', newCompany);
  const [other] = await caller.companies('add', newCompany);
  const answer = await send(caller, 'delete', request('delete.request', { CompanyIds: [one?.Id, other?.Id] }));
  expect([answer.status, answer.text]).toEqual([200, '{}']);
  expectGolden('delete.response', answer);
});

test('an error', async () => {
  const CreatedUtc = { StartUtc: '2020-01-01T00:00:00Z', EndUtc: '2020-04-01T00:00:01Z' };
  const answer = await caller.call('getAll', { CreatedUtc, Limitation: { Count: 1 } });
  expect(answer.status).toBe(400);
  expectGolden('error', answer);
});
