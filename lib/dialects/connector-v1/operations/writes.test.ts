import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import type { Context } from '../../../context.ts';
import { listAudit } from '../../../domain/audit/data.ts';
import { createChain } from '../../../domain/chains/mutations.ts';
import { getCompanyProfile } from '../../../domain/companies/profiles.ts';
import { startSync } from '../../../domain/syncs/mutations.ts';
import {
  type Caller,
  type CompanyBody,
  errorOf,
  makeCaller,
  makeTenant,
  newCompany,
} from '../testing/connector-api.ts';

await createTestDatabase();

let ctx: Context;
let caller: Caller;
beforeEach(async () => {
  ({ ctx, caller } = await makeTenant());
});

async function add(given: Record<string, unknown> = {}, by = caller): Promise<CompanyBody> {
  const [made] = await by.companies('add', { ...newCompany, ...given });
  if (!made) throw new Error('nothing was added');
  return made;
}

async function read(id: string, by = caller): Promise<CompanyBody> {
  const [found] = await by.companies('getAll', { Ids: [id], Limitation: { Count: 1 } });
  if (!found) throw new Error('it is not found');
  return found;
}

async function update(id: string, given: Record<string, unknown>, by = caller): Promise<CompanyBody> {
  const [changed] = await by.companies('update', { CompanyId: id, ...given });
  if (!changed) throw new Error('nothing was changed');
  return changed;
}

/** A request that must be refused and change nothing at all. */
async function refuses(operation: string, body: Record<string, unknown>, wanted: [number, unknown], by = caller) {
  const before = await everything();
  const answer = await by.call(operation, body);
  expect([answer.status, errorOf(answer)], JSON.stringify(body).slice(0, 200)).toEqual(wanted);
  expect(await everything()).toEqual(before);
}

async function everything(): Promise<unknown> {
  const sql = sqlClient();
  const [row] = await sql`
    select (select json_agg(c order by id) from companies c)::text as companies,
      (select json_agg(p order by company_id) from company_profiles p)::text as profiles,
      (select json_agg(d order by id) from contact_data d)::text as contact,
      (select count(*) from audit_log) as audited`;
  return row;
}

const stored = (company: CompanyBody) => getCompanyProfile(ctx, { uuid: company.Id });

describe('add', () => {
  test.each([
    ['Name', { Name: undefined }],
    ['Name', { Name: null }],
    ['Name', { Name: ' ' }],
    ['Name', { Name: 5 }],
    ['Name', { Name: 'a\u0000b' }],
    ['Options', { Options: undefined }],
    ['Options', { Options: null }],
    ['Options', { Options: [] }],
    ['Invoiceable', { Options: { AddFeesToInvoices: true } }],
    ['AddFeesToInvoices', { Options: { Invoiceable: true, AddFeesToInvoices: 'yes' } }],
    ['DunsNumber', { DunsNumber: '12345678' }],
    ['DunsNumber', { DunsNumber: '12345678a' }],
    ['DunsNumber', { DunsNumber: 123456789 }],
    ['Basic', { CreditRating: { Basic: 'Good' } }],
    ['InvoiceDueInterval', { InvoiceDueInterval: '14 days' }],
    ['InvoiceDueInterval', { InvoiceDueInterval: 'P' }],
    ['ExternalIdentifier', { ExternalIdentifier: 'e'.repeat(256) }],
    ['CountryCode', { Address: { CountryCode: 'XX' } }],
    ['CountryCode', { Address: { CountryCode: 'de' } }],
    ['CountrySubdivisionCode', { Address: { CountryCode: 'AT', CountrySubdivisionCode: 'DE-BW' } }],
    ['CountrySubdivisionCode', { Address: { CountrySubdivisionCode: 'BW' } }],
    ['Address', { Address: 'Harbour Lane 1' }],
    ['MotherCompanyId', { MotherCompanyId: 'mother' }],
    ['MotherCompanyId', { MotherCompanyId: randomUUID() }],
    ['Telephone', { Telephone: 111 }],
  ])('refuses a wrong %s: %j', async (parameter, given) => {
    await refuses('add', { ...newCompany, ...given }, [400, `Invalid ${parameter}`]);
  });

  test('takes aliases and both spellings, where the one with a value decides', async () => {
    const aliased = await add({
      TaxIdentifier: null,
      TaxIdentificationNumber: 'T1',
      ElectronicInvoiceIdentifier: 'E1',
      ContacPerson: 'Robin',
    });
    expect(aliased).toMatchObject({
      TaxIdentifier: 'T1',
      AdditionalTaxIdentifier: 'E1',
      ElectronicInvoiceIdentifier: 'E1',
      ContactPerson: 'Robin',
      ContacPerson: 'Robin',
    });
    const both = await add({
      TaxIdentifier: 'T2',
      TaxIdentificationNumber: 'T1',
      ContactPerson: 'A',
      ContacPerson: 'B',
    });
    expect(both).toMatchObject({ TaxIdentifier: 'T2', ContactPerson: 'A' });
  });

  test('makes an address record, and none of an address that says nothing', async () => {
    const address = {
      Line1: 'Harbour Lane 1',
      Line2: 'Yard',
      City: 'Stuttgart',
      PostalCode: '70173',
      CountryCode: 'DE',
      CountrySubdivisionCode: 'DE-BW',
    };
    const made = await add({ Address: address });
    const [kept] = (await stored(made)).contact.addresses;
    expect(kept).toMatchObject({
      addressId: made.AddressId,
      billingAddress: 'Harbour Lane 1\nYard',
      city: 'Stuttgart',
      zipcode: '70173',
      country: 'DE',
      state: 'DE-BW',
    });
    expect((await add({ Address: {} })).AddressId).toBeNull();
    expect((await add({ Address: { Line1: null } })).AddressId).toBeNull();
  });

  test('keeps a duration as it is sent', async () => {
    for (const InvoiceDueInterval of ['P2DT23H', 'P0Y0M1DT0H0M0S', 'P1M', 'PT36H']) {
      const made = await add({ InvoiceDueInterval });
      expect([made.InvoiceDueInterval, (await read(made.Id)).InvoiceDueInterval]).toEqual([
        InvoiceDueInterval,
        InvoiceDueInterval,
      ]);
    }
  });

  test('gives a hundred that are added at once each its own number, without a gap', async () => {
    const made = await Promise.all(Array.from({ length: 100 }, (_, index) => add({ Name: `Company ${index}` })));
    const numbers = made.map((company) => company.Number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  }, 60_000);

  test('says in the audit log through which door and token it came', async () => {
    const made = await add();
    const companyId = (await stored(made)).id;
    expect(await listAudit(ctx, { companyId, limit: 1 })).toMatchObject([
      { action: 'company.created', actorType: 'access-token', actorLabel: 'Desk', door: 'connector-v1' },
    ]);
  });
});

describe('the chain of a request', () => {
  test('must be named with a portfolio token, and decides which companies there are', async () => {
    const { id: north } = await createChain(ctx, { name: 'North' });
    const [main = ''] = caller.chainIds;
    const portfolio = await makeCaller(ctx, { chainIds: [main, north] });
    const invalidChain: [number, string] = [400, 'Invalid ChainId'];
    const made = await add({ ChainId: north.toUpperCase() }, portfolio);
    expect(made.ChainId).toBe(north);
    const wrong = [undefined, null, '', 'north', randomUUID()];
    for (const ChainId of wrong) {
      await refuses('add', { ...newCompany, ChainId }, invalidChain, portfolio);
      await refuses('update', { CompanyId: made.Id, ChainId, Notes: { Value: 'n' } }, invalidChain, portfolio);
      await refuses('delete', { CompanyIds: [made.Id], ChainId }, invalidChain, portfolio);
    }
    const elsewhere = { ChainId: main };
    await refuses('update', { CompanyId: made.Id, ...elsewhere }, [400, 'Invalid CompanyId'], portfolio);
    await refuses('delete', { CompanyIds: [made.Id], ...elsewhere }, [400, 'Invalid CompanyIds'], portfolio);
    await update(made.Id, { ChainId: north, Notes: { Value: 'n' } }, portfolio);
    expect((await portfolio.call('delete', { ChainId: north, CompanyIds: [made.Id] })).status).toBe(200);
  });

  test('is ignored with a token of one chain', async () => {
    const made = await add({ ChainId: randomUUID() });
    expect(made.ChainId).toBe(caller.chainIds[0]);
    expect((await update(made.Id, { ChainId: 'x', Notes: { Value: 'n' } })).Notes).toBe('n');
    expect((await caller.call('delete', { ChainId: 'x', CompanyIds: [made.Id] })).status).toBe(200);
  });
});

describe('the mother company', () => {
  test('is of the same chain, of the same organisation, and never below its daughter', async () => {
    const { id: north } = await createChain(ctx, { name: 'North' });
    const northern = await makeCaller(ctx, { chainIds: [north] });
    const stranger = await add({}, northern);
    const theirs = await add({}, (await makeTenant('Others')).caller);
    const [a, b, c] = [await add(), await add(), await add()];
    const toMother = (mother: CompanyBody | string) => ({
      MotherCompanyId: { Value: typeof mother === 'string' ? mother : mother.Id },
    });
    expect((await update(b.Id, toMother(a))).MotherCompanyId).toBe(a.Id);
    expect((await update(c.Id, toMother(b))).MotherCompanyId).toBe(b.Id);
    for (const mother of [a, b, c, stranger, theirs, 'x']) {
      await refuses('update', { CompanyId: a.Id, ...toMother(mother) }, [400, 'Invalid MotherCompanyId']);
    }
    await refuses('add', { ...newCompany, MotherCompanyId: stranger.Id }, [400, 'Invalid MotherCompanyId']);
    expect((await update(b.Id, { MotherCompanyId: { Value: null } })).MotherCompanyId).toBeNull();
    expect((await update(a.Id, toMother(c))).MotherCompanyId).toBe(c.Id);
  });
});

describe('update', () => {
  test('refuses a company that is not known, or is of another organisation', async () => {
    const theirs = await add({}, (await makeTenant('Others')).caller);
    for (const CompanyId of [theirs.Id, randomUUID(), 'x', null, undefined, 5]) {
      await refuses('update', { CompanyId, Notes: { Value: 'n' } }, [400, 'Invalid CompanyId']);
    }
  });

  test.each([
    ['Name', { Name: { Value: null } }],
    ['Name', { Name: {} }],
    ['Name', { Name: 'Plain' }],
    ['Notes', { Notes: {} }],
    ['Notes', { Notes: { Value: 5 } }],
    ['Telephone', { Telephone: '111' }],
    ['Invoiceable', { Options: { Invoiceable: { Value: null } } }],
    ['AddFeesToInvoices', { Options: { AddFeesToInvoices: true } }],
    ['Basic', { CreditRating: { Basic: { Value: null } } }],
    ['DunsNumber', { DunsNumber: { Value: '1' } }],
    ['InvoiceDueInterval', { InvoiceDueInterval: { Value: 'two days' } }],
    ['ExternalIdentifier', { ExternalIdentifier: { Value: 'e'.repeat(256) } }],
    ['Address', { Address: { Value: 5 } }],
    ['CountryCode', { Address: { Value: { CountryCode: 'XX' } } }],
    ['CountryCode', { Address: { CountryCode: 'XX' } }],
  ])('refuses a wrong %s: %j', async (parameter, given) => {
    const made = await add({ Notes: 'kept', Telephone: '222' });
    await refuses('update', { CompanyId: made.Id, Department: { Value: 'no' }, ...given }, [
      400,
      `Invalid ${parameter}`,
    ]);
  });

  test('moves UpdatedUtc only when something comes out other than it was', async () => {
    const made = await add({ Notes: 'same' });
    const { updatedAt } = await stored(made);
    await update(made.Id, { Notes: { Value: 'same' }, Iata: null });
    expect((await stored(made)).updatedAt).toEqual(updatedAt);
    await update(made.Id, { Notes: { Value: 'other' } });
    expect((await stored(made)).updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime());
  });

  test('sets the address in either form, keeps its id, and clears it', async () => {
    const made = await add({ Address: { Line1: 'Old', City: 'Bonn' } });
    const moved = await update(made.Id, { Address: { Line1: 'New' } });
    expect(moved.AddressId).toBe(made.AddressId);
    expect((await stored(made)).contact.addresses).toMatchObject([{ billingAddress: 'New', city: null }]);
    await update(made.Id, { Address: { Value: { City: 'Köln' } } });
    expect((await stored(made)).contact.addresses).toMatchObject([{ billingAddress: null, city: 'Köln' }]);
    expect((await update(made.Id, { Address: null })).AddressId).toBe(made.AddressId);
    expect((await update(made.Id, { Address: { Value: null } })).AddressId).toBeNull();
  });

  test('changes a deleted company as well, which stays deleted', async () => {
    const made = await add();
    await caller.call('delete', { CompanyIds: [made.Id] });
    expect(await update(made.Id, { Notes: { Value: 'late' } })).toMatchObject({ IsActive: false, Notes: 'late' });
  });
});

describe('delete', () => {
  test('archives all that are named, and again what is archived already', async () => {
    const [a, b] = [await add(), await add()];
    for (const CompanyIds of [[a.Id], [a.Id, b.Id.toUpperCase(), b.Id]]) {
      const answer = await caller.call('delete', { CompanyIds });
      expect([answer.status, answer.text]).toEqual([200, '{}']);
    }
    expect([(await read(a.Id)).IsActive, (await read(b.Id)).IsActive]).toEqual([false, false]);
  });

  test('archives a thousand at once', async () => {
    const made = await add();
    await sqlClient()`
      insert into companies (organisation_id, chain_id, number, company_code, name, name_key, created_at, updated_at,
        last_activity_at)
      select ${ctx.organisationId}, ${made.ChainId}, n, 'M' || n, 'Many', 'many', now(), now(), now()
      from generate_series(1001, 1999) n`;
    const all = await caller.companies('getAll', { Limitation: { Count: 1000 } });
    expect(all).toHaveLength(1000);
    expect((await caller.call('delete', { CompanyIds: all.map(({ Id }) => Id) })).status).toBe(200);
    const left = await caller.companies('getAll', { ActivityStates: ['Active'], Limitation: { Count: 1 } });
    expect(left).toEqual([]);
  });

  test('archives none when one of them is not known', async () => {
    const made = await add();
    const theirs = await add({}, (await makeTenant('Others')).caller);
    for (const other of [randomUUID(), theirs.Id, 'x', 5, null]) {
      await refuses('delete', { CompanyIds: [made.Id, other] }, [400, 'Invalid CompanyIds']);
    }
    const many = Array.from({ length: 1001 }, () => randomUUID());
    for (const CompanyIds of [[], many, undefined, null, made.Id]) {
      await refuses('delete', { CompanyIds }, [400, 'Invalid CompanyIds']);
    }
  });

  test.each(['PULL', 'PUSH'])('archives none while a %s of one is running, and names that one', async (jobType) => {
    const idle = await add();
    const { companyId } = await makeCompany(ctx, { name: 'Busy Bakery', integration: 'SANDBOX' });
    await makeConnection(ctx, { companyId });
    const { id } = await startSync(ctx, { companyId });
    await sqlClient()`update syncs set job_type = ${jobType} where id = ${id}`;
    const busy = await getCompanyProfile(ctx, { companyId });
    await refuses('delete', { CompanyIds: [idle.Id, busy.uuid] }, [403, expect.stringMatching(/^Busy Bakery: a sync/)]);
  });
});
