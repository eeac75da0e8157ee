import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import { customFields, documentTypes, subsidiaries, taxRates } from '../../../db/schema/reference-data.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { listAudit } from '../audit/data.ts';
import { createCompany, updateCompany } from './mutations.ts';
import type { ProfileChanges } from './profile-input.ts';
import { getCompanyProfile, subscribersOf } from './profiles.ts';

await createTestDatabase();

let ctx: Context;
let other: Context;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation());
  ({ ctx: other } = await makeOrganisation({ name: 'Others' }));
});

const later = (context: Context, seconds: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + seconds * 1000),
});

const issuesOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  return (error as { details?: { issues?: unknown } } | null)?.details?.issues ?? null;
};

const everyField = {
  billingName: 'ACME Company Ltd.',
  vat: '123456789',
  defaultCurrency: 'EUR',
  avatarUrl: 'https://example.com/logo.png',
  companyCode: 'COMP',
  domain: 'acme.com',
  description: 'ACME company',
  buyerReference: 'BUYER123',
  leitwegId: '04011000-1234512345-06',
  peppolId: '0088:7315458756324',
  dueInterval: 'P2DT23H',
  tagList: ['partner', 'priority'],
  invoiceEmailRecipients: { to: ['a@acme.com'] },
  settings: { colour: 'teal' },
  projectlessBudgets: true,
  externalId: 'company0001',
  externalSync: true,
  identifier: 'HRB 1',
  additionalTaxIdentifier: 'AT 2',
  accountingCode: '4000',
  billingCode: 'B1',
  iata: 'PAO',
  contactPerson: 'John Snow',
  contactInformation: 'ring twice',
  notes: 'Note 1',
  department: 'Sales',
  dunsNumber: '123456789',
  creditRating: 'PaymentRequiredUpfront',
  referenceIdentifier: 'ff64395-9cdd',
  invoiceable: false,
  addFeesToInvoices: true,
  addTaxDeductedPaymentToInvoices: true,
} satisfies ProfileChanges;

describe('a company made with everything', () => {
  it('is read back as it was given, by id and by uuid', async () => {
    const made = await createCompany(ctx, { name: 'ACME Comp.', ...everyField });
    expect(made).toMatchObject({ name: 'ACME Comp.', ...everyField, dueDays: 2, number: 1, customFields: null });
    expect(made.uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(await getCompanyProfile(ctx, { uuid: made.uuid })).toEqual(made);
    expect(await getCompanyProfile(ctx, { companyId: made.id })).toEqual(made);
    await expect(getCompanyProfile(other, { uuid: made.uuid })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps every field over a change of one, and null clears what may be cleared', async () => {
    const made = await createCompany(ctx, { name: 'ACME Comp.', ...everyField });
    const renamed = await updateCompany(later(ctx, 1), { companyId: made.id, changes: { name: 'New' } });
    expect(renamed).toEqual({ ...made, name: 'New', updatedAt: later(ctx, 1).now, lastActivityAt: later(ctx, 1).now });
    const { companyCode, ...clearable } = everyField;
    const nothing = Object.fromEntries(Object.keys(clearable).map((key) => [key, null])) as ProfileChanges;
    const cleared = await updateCompany(ctx, { companyId: made.id, changes: nothing });
    const fresh = await createCompany(ctx, { name: 'New' });
    const { id, uuid, number, companyCode: code, updatedAt, lastActivityAt, createdAt, ...rest } = fresh;
    expect(cleared).toMatchObject({ ...rest, companyCode, settings: {} });
  });

  it('has no settings until it is changed, and empty ones from then on', async () => {
    const { id, settings } = await createCompany(ctx, { name: 'Plain' });
    expect(settings).toBeNull();
    expect((await updateCompany(ctx, { companyId: id, changes: { domain: null } })).settings).toEqual({});
  });
});

describe('a change', () => {
  it('moves updated and last activity once something comes out other than it was, with an audit row of just that', async () => {
    const { id } = await createCompany(ctx, { name: 'Plain', tagList: ['a'], vat: '1' });
    const same = await updateCompany(later(ctx, 5), { companyId: id, changes: { name: 'Plain', tagList: ['a'] } });
    expect(same.updatedAt).toEqual(ctx.now);
    const changed = await updateCompany(later(ctx, 9), {
      companyId: id,
      changes: { vat: null, tagList: ['a', 'b'], contact: { phones: [{ name: 'Desk', value: '1' }] } },
    });
    expect([changed.updatedAt, changed.lastActivityAt]).toEqual([later(ctx, 9).now, later(ctx, 9).now]);
    const rows = await listAudit(ctx, { companyId: id, limit: 10 });
    expect(rows.map(({ action }) => action)).toEqual(['company.changed', 'company.created']);
    expect(rows[0]).toMatchObject({
      before: { vat: '1', tagList: ['a'], contact: [] },
      after: { vat: null, tagList: ['a', 'b'], contact: ['phone · Desk · 1'] },
    });
  });

  it('is refused whole when one of its fields is', async () => {
    const { id } = await createCompany(ctx, { name: 'Plain' });
    const changes = { name: 'Other', dueDays: 3651, defaultCurrency: 'EURO', domain: 'gmail.com' };
    expect(await issuesOf(updateCompany(ctx, { companyId: id, changes }))).toEqual([
      { path: 'defaultCurrency', message: 'is not a valid currency' },
      { path: 'dueDays', message: 'must be between 0 and 3650' },
    ]);
    expect((await getCompanyProfile(ctx, { companyId: id })).name).toBe('Plain');
  });

  it('by a viewer, or of a company of others, is refused', async () => {
    const { id } = await createCompany(ctx, { name: 'Plain' });
    const viewer: Context = { ...ctx, actor: { type: 'user', id: randomUUID(), label: 'V', role: 'viewer' } };
    const change = { companyId: id, changes: { name: 'No' } };
    await expect(updateCompany(viewer, change)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(updateCompany(other, change)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the term of payment', () => {
  it('keeps its text over a change of the name and of the same days, and has a new one for other days', async () => {
    const { id } = await createCompany(ctx, { name: 'Term', dueInterval: 'P2DT23H' });
    const change = async (changes: ProfileChanges) => {
      const { dueDays, dueInterval } = await updateCompany(ctx, { companyId: id, changes });
      return [dueDays, dueInterval];
    };
    expect(await change({ name: 'Other' })).toEqual([2, 'P2DT23H']);
    expect(await change({ dueDays: 2 })).toEqual([2, 'P2DT23H']);
    expect(await change({ dueDays: 15 })).toEqual([15, 'P15D']);
    expect(await change({ dueInterval: 'P0Y0M1DT0H0M0S' })).toEqual([1, 'P0Y0M1DT0H0M0S']);
    expect(await change({ dueDays: null })).toEqual([null, null]);
  });
});

describe('bad input', () => {
  test.each<[ProfileChanges, string, string]>([
    [{ name: '' }, 'name', "can't be blank"],
    [{ name: '   ' }, 'name', "can't be blank"],
    [{ companyCode: '' }, 'companyCode', "can't be blank"],
    [{ domain: '' }, 'domain', "domain can't be empty string"],
    [{ domain: 'invalid@format' }, 'domain', 'domain format not valid'],
    [{ domain: 'gmail.com' }, 'domain', 'public domains are not allowed'],
    [{ avatarUrl: 'ftp://x.example' }, 'avatarUrl', 'is not a valid URL'],
    [{ dueDays: -1 }, 'dueDays', 'must be between 0 and 3650'],
    [{ dueInterval: 'two days' }, 'dueInterval', 'is not a duration of ISO 8601'],
    [{ dunsNumber: '12345678' }, 'dunsNumber', 'must have 9 digits'],
    [{ externalId: 'x'.repeat(256) }, 'externalId', 'must have at most 255 characters'],
    [{ notes: 'a\0b' }, 'notes', 'must not contain characters that are no text'],
    [{ defaultSubsidiaryId: 4711 }, 'defaultSubsidiaryId', 'must exist'],
    [{ defaultTaxRateId: 4711 }, 'defaultTaxRateId', 'must exist'],
    [{ defaultDocumentTypeId: 4711 }, 'defaultDocumentTypeId', 'must exist'],
    [{ subscribers: [randomUUID()] }, 'subscribers', 'must exist'],
    [{ subscribers: ['800'] }, 'subscribers', 'must exist'],
    [{ motherCompanyId: randomUUID() }, 'motherCompanyId', 'must exist'],
    [{ motherCompanyId: 'x' }, 'motherCompanyId', 'must be the id of a company'],
    [{ customFields: { 4711: 'x' } }, 'customFields.4711', 'is not a custom field'],
    [
      { primaryContact: { address: { countryCode: 'DE', subdivisionCode: 'AT-9' } } },
      'primaryContact.address.subdivisionCode',
      'is not a subdivision code of ISO 3166-2, or not one of the country',
    ],
  ])('%j', async (changes, path, message) => {
    const { id } = await createCompany(ctx, { name: 'Plain' });
    expect(await issuesOf(updateCompany(ctx, { companyId: id, changes }))).toEqual([{ path, message }]);
  });
});

describe('company code and domain', () => {
  it('belong to one company of the organisation, and to others in other organisations', async () => {
    const first = await createCompany(ctx, { name: 'First', companyCode: 'ONE', domain: 'One.Example' });
    expect(first.domain).toBe('one.example');
    const again = { name: 'Second', companyCode: 'ONE', domain: 'one.example' };
    expect(await issuesOf(createCompany(ctx, again))).toEqual([
      { path: 'companyCode', message: 'has already been taken' },
      { path: 'domain', message: 'domain already taken' },
    ]);
    await expect(createCompany(other, again)).resolves.toMatchObject({ companyCode: 'ONE' });
    const kept = { companyCode: 'ONE', domain: 'ONE.example' };
    await expect(updateCompany(ctx, { companyId: first.id, changes: kept })).resolves.toMatchObject(
      kept && { id: first.id },
    );
  });

  it('go to one of twenty that ask for the same at once', async () => {
    const ask = (index: number) =>
      createCompany(ctx, { name: `Crowd ${index}`, domain: 'crowd.example', companyCode: 'CR' });
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => ask(index)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'invalid' });
    }
  });

  it('are generated around the codes that somebody chose, for a hundred at once', async () => {
    await Promise.all(['CLIE3', 'CLIE7'].map((companyCode) => createCompany(ctx, { name: 'Client', companyCode })));
    const made = await Promise.all(Array.from({ length: 100 }, () => createCompany(ctx, { name: 'Client' })));
    expect(new Set(made.map(({ companyCode }) => companyCode)).size).toBe(100);
    expect(made.map(({ companyCode }) => companyCode)).not.toContain('CLIE3');
    expect(new Set(made.map(({ number }) => number)).size).toBe(100);
  });
});

describe('contact data', () => {
  it('keep their numbers while they are sent back, list by list', async () => {
    const { id, contact } = await createCompany(ctx, {
      name: 'Reach',
      contact: {
        phones: [{ name: 'Desk', value: '1' }, { value: '2' }],
        emails: [{ name: 'Office', value: 'a@b.example' }],
        addresses: [{ name: 'HQ', billingAddress: 'Main Street', city: 'City', zipcode: '11111', country: 'Country' }],
      },
    });
    const [desk, second] = contact.phones;
    const phones = [{ id: second?.id, value: '22' }, { value: '3' }, { id: desk?.id, name: 'Desk', value: '1' }];
    const changed = await updateCompany(ctx, { companyId: id, changes: { contact: { phones } } });
    expect(changed.contact.phones).toMatchObject([{ id: second?.id, value: '22' }, { value: '3' }, desk]);
    expect(changed.contact.phones[1]?.id).not.toBe(desk?.id);
    expect(changed.contact.emails).toEqual(contact.emails);
    expect(changed.contact.addresses).toEqual(contact.addresses);
    const cleared = await updateCompany(ctx, { companyId: id, changes: { contact: null } });
    expect(cleared.contact).toEqual({ phones: [], emails: [], websites: [], addresses: [] });
  });

  it("never take another company's number", async () => {
    const theirs = await createCompany(ctx, { name: 'Theirs', contact: { phones: [{ value: '1' }] } });
    const stolen = theirs.contact.phones[0]?.id;
    const mine = await createCompany(ctx, { name: 'Mine' });
    const phones = [
      { id: stolen, value: '9' },
      { id: stolen, value: '9' },
    ];
    const changed = await updateCompany(ctx, { companyId: mine.id, changes: { contact: { phones } } });
    expect(changed.contact.phones.map(({ id }) => id)).not.toContain(stolen);
    expect((await getCompanyProfile(ctx, { companyId: theirs.id })).contact).toEqual(theirs.contact);
  });

  it('have a primary one of each kind, which is the first', async () => {
    const address = {
      billingAddress: 'Line 1\nLine 2',
      city: 'Stuttgart',
      countryCode: 'DE',
      subdivisionCode: 'DE-BW',
    };
    const { id, contact } = await createCompany(ctx, {
      name: 'Primary',
      primaryContact: { phone: '1', email: 'a@b.example', website: 'b.example', address },
    });
    expect(contact.phones).toMatchObject([{ name: null, value: '1' }]);
    expect(contact.addresses).toMatchObject([{ billingAddress: 'Line 1\nLine 2', state: 'DE-BW', country: 'DE' }]);
    expect(contact.addresses[0]?.addressId).toMatch(/^[0-9a-f-]{36}$/);
    const change = (changes: ProfileChanges) => updateCompany(ctx, { companyId: id, changes });
    const two = await change({
      contact: { phones: [{ id: contact.phones[0]?.id, name: 'Desk', value: '1' }, { value: '2' }] },
    });
    const moved = await change({ primaryContact: { phone: '11' } });
    expect(moved.contact.phones).toEqual([{ ...two.contact.phones[0], value: '11' }, two.contact.phones[1]]);
    expect((await change({ primaryContact: { phone: null } })).contact.phones).toEqual([two.contact.phones[1]]);
    expect(moved.contact.addresses).toEqual(contact.addresses);
  });
});

describe('custom fields', () => {
  it('are checked by their definition, and kept when another one is set', async () => {
    const define = async (type: 'TEXT' | 'NUMBER' | 'DATE' | 'SELECT' | 'MULTI_SELECT') => {
      const options = [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ];
      const values = { organisationId: ctx.organisationId, name: type, type, options, createdAt: ctx.now };
      const [made] = await db().insert(customFields).values(values).returning({ id: customFields.id });
      return made?.id ?? 0;
    };
    const [text, number, date] = [await define('TEXT'), await define('NUMBER'), await define('DATE')];
    const [select, multi] = [await define('SELECT'), await define('MULTI_SELECT')];
    const good = { [text]: 'x', [number]: 1.5, [date]: '2026-11-26', [select]: 'a', [multi]: ['b', 'a'] };
    const { id, customFields: stored } = await createCompany(ctx, { name: 'Fields', customFields: good });
    expect(stored).toEqual(good);
    const bad = { [text]: 1, [number]: '1', [date]: '2026-02-30', [select]: 'c', [multi]: ['a', 'a'] };
    const issues = await issuesOf(updateCompany(ctx, { companyId: id, changes: { customFields: bad } }));
    expect((issues as { path: string }[]).map(({ path }) => path).sort()).toEqual(
      [text, number, date, select, multi].map((field) => `customFields.${field}`).sort(),
    );
    const changed = await updateCompany(ctx, {
      companyId: id,
      changes: { customFields: { [text]: null, [number]: 2 } },
    });
    const { [text]: _gone, ...rest } = good;
    expect(changed.customFields).toEqual({ ...rest, [number]: 2 });
  });
});

describe('references', () => {
  it('lead to what the organisation has', async () => {
    const base = { organisationId: ctx.organisationId, name: 'One', createdAt: ctx.now };
    const [subsidiary] = await db().insert(subsidiaries).values(base).returning();
    const [taxRate] = await db()
      .insert(taxRates)
      .values({ ...base, percentage: '19' })
      .returning();
    const [documentType] = await db().insert(documentTypes).values(base).returning();
    const changes = {
      defaultSubsidiaryId: subsidiary?.id,
      defaultTaxRateId: taxRate?.id,
      defaultDocumentTypeId: documentType?.id,
    };
    expect(await createCompany(ctx, { name: 'Refers', ...changes })).toMatchObject(changes);
    expect(await issuesOf(createCompany(other, { name: 'Refers', ...changes }))).toHaveLength(3);
  });

  it('subscribers are members, replaced as a whole', async () => {
    const people = await sqlClient()<{ id: string }[]>`
      insert into users (email, name, password_hash, created_at)
      select ${ctx.organisationId} || name || '@x.example', name, 'x', now() from unnest(array['Ann', 'Ben']) name returning id`;
    const [ann = '', ben = ''] = people.map(({ id }) => id);
    await sqlClient()`
      insert into members (organisation_id, user_id, role, created_at)
      select ${ctx.organisationId}, id, 'viewer', now() from users where id = any(${[ann, ben]}::uuid[])`;
    const { id } = await createCompany(ctx, { name: 'Told', subscribers: [ben, ann, ben] });
    const names = async () => (await subscribersOf(ctx, { companyIds: [id] })).get(id)?.map(({ name }) => name);
    expect(await names()).toEqual(['Ann', 'Ben']);
    await updateCompany(ctx, { companyId: id, changes: { subscribers: [ben] } });
    expect(await names()).toEqual(['Ben']);
  });
});
