import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import { createInviteLink } from '../../../domain/invite-links/mutations.ts';
import { createReference } from '../../../domain/reference-data/mutations.ts';
import { cancelSync, startSync } from '../../../domain/syncs/mutations.ts';
import {
  type Answered,
  call,
  companyOf,
  errorsOf,
  makeTenant,
  memberOf,
  resourceOf,
  type Tenant,
  tokenOf,
} from '../testing/json-api.ts';

await createTestDatabase();

let tenant: Tenant;
beforeEach(async () => {
  tenant = await makeTenant();
});

const create = (attributes: Record<string, unknown>, relationships?: unknown) =>
  tenant.call('POST', '/companies', { body: companyOf(attributes, relationships) });
const change = (id: string, attributes: Record<string, unknown>, relationships?: unknown) =>
  tenant.call('PATCH', `/companies/${id}?include=subscribers`, { body: companyOf(attributes, relationships) });
const read = async (id: string) => resourceOf(await tenant.call('GET', `/companies/${id}`));
const pointers = (answer: Answered) => errorsOf(answer).map(({ source, detail }) => [source?.pointer, detail]);

/** All that a request could change, without what says that it was made. */
async function stored(): Promise<unknown> {
  const sql = sqlClient();
  const tables = ['companies', 'company_profiles', 'contact_data', 'company_subscribers', 'audit_log', 'chains'];
  return Promise.all(tables.map((table) => sql`select * from ${sql(table)} order by 1, 2`));
}

describe('a company that is made', () => {
  it('has a code made from its name, as often as asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => create({ name: 'Österreich AG' })));
    const codes = answers.map((answer) => resourceOf(answer).attributes.company_code);
    expect(new Set(codes).size).toBe(12);
    expect(codes.every((code) => /^OSTE\d*$/.test(code))).toBe(true);
  });

  it('has no settings until it is changed, and then an object', async () => {
    const { id, attributes } = resourceOf(await create({ name: 'Finch' }));
    expect(attributes.settings).toBeNull();
    expect(resourceOf(await change(id, { vat: 'DE1' })).attributes.settings).toEqual({});
    const set = await create({ name: 'Wren', settings: { theme: 'dark' } });
    expect(resourceOf(set).attributes.settings).toEqual({ theme: 'dark' });
  });

  it('refers to what the organization has, and shows it when asked', async () => {
    const { id: subsidiary } = await createReference(tenant.ctx, { kind: 'subsidiary', name: 'Nord' });
    const { id: taxRate } = await createReference(tenant.ctx, { kind: 'tax-rate', name: 'Usual', percentage: '19' });
    const person = await memberOf(tenant.ctx, 'Robin');
    const made = await create(
      { name: 'Finch', default_subsidiary_id: subsidiary, default_tax_rate_id: taxRate },
      { subscribers: { data: [{ type: 'people', id: person }] } },
    );
    const { id, relationships } = resourceOf(made);
    expect(relationships).not.toHaveProperty('subscribers');
    const whole = '?include=organization,default_subsidiary,default_tax_rate,subscribers';
    const answer = await tenant.call('GET', `/companies/${id}${whole}`);
    const organizationId = String(tenant.organisationId);
    expect(answer.body).toMatchObject({
      data: {
        relationships: {
          organization: { data: { type: 'organizations', id: organizationId } },
          default_subsidiary: { data: { type: 'subsidiaries', id: String(subsidiary) } },
          default_tax_rate: { data: { type: 'tax_rates', id: String(taxRate) } },
          custom_field_people: { meta: { included: false } },
          subscribers: { data: [{ type: 'people', id: person }] },
        },
      },
      included: [
        { type: 'organizations', id: organizationId, attributes: { name: 'Northwind' } },
        { type: 'subsidiaries', id: String(subsidiary), attributes: { name: 'Nord' } },
        { type: 'tax_rates', id: String(taxRate), attributes: { name: 'Usual', value: '19' } },
        { type: 'people', id: person, attributes: { name: 'Robin' } },
      ],
    });
    const list = await tenant.call('GET', `/companies${whole}`);
    expect((list.body as { included: unknown }).included).toEqual((answer.body as { included: unknown }).included);
    const { id: bare } = resourceOf(await create({ name: 'Bare' }));
    const empty = await tenant.call('GET', `/companies/${bare}?include=default_subsidiary,subscribers`);
    expect(empty.body).toMatchObject({ included: [] });
    expect(resourceOf(empty).relationships).toMatchObject({
      default_subsidiary: { data: null },
      subscribers: { data: [] },
    });
  });
});

describe('a change', () => {
  it('lets a whole object pass that is sent back, and moves nothing', async () => {
    const { id } = resourceOf(await create({ name: 'Finch', due_days: 5, contact: { phones: [{ phone: '1' }] } }));
    await change(id, { vat: 'DE1' });
    const before = await stored();
    const whole = await read(id);
    const answer = await tenant.call('PATCH', `/companies/${id}`, { body: { data: whole, meta: {} } });
    expect([answer.status, resourceOf(answer)]).toEqual([200, whole]);
    expect(await stored()).toEqual(before);
  });

  it('keeps the number of contact data that it names, and leaves lists alone that it does not send', async () => {
    const entries = [
      { name: 'Desk', phone: '1' },
      { name: 'Mobile', phone: '2' },
    ];
    const made = resourceOf(
      await create({ name: 'Finch', contact: { phones: entries, emails: [{ email: 'a@b.example' }] } }),
    );
    const [desk, mobile] = made.attributes.contact.phones ?? [];
    const phones = [{ ...mobile, phone: '22' }, { phone: '3' }];
    const { contact } = resourceOf(await change(made.id, { contact: { phones } })).attributes;
    expect(contact.phones).toMatchObject([
      { name: 'Mobile', phone: '22', contact_datum_id: mobile?.contact_datum_id },
      { phone: '3' },
    ]);
    expect(contact.phones?.[1]?.contact_datum_id).not.toBe(desk?.contact_datum_id);
    expect(contact.emails).toEqual(made.attributes.contact.emails);
    expect(resourceOf(await change(made.id, { contact: { phones: [], emails: [] } })).attributes.contact).toEqual({});
  });

  it("takes another company's contact number for a new entry", async () => {
    const other = resourceOf(await create({ name: 'Other', contact: { phones: [{ phone: '1' }] } }));
    const theirs = other.attributes.contact.phones?.[0];
    const { id } = resourceOf(await create({ name: 'Finch' }));
    const { contact } = resourceOf(await change(id, { contact: { phones: [{ ...theirs, phone: '9' }] } })).attributes;
    expect(contact.phones?.[0]?.contact_datum_id).not.toBe(theirs?.contact_datum_id);
    expect((await read(other.id)).attributes.contact.phones).toEqual([theirs]);
  });

  it('replaces the subscribers, whom only members can be', async () => {
    const [robin, kim] = [await memberOf(tenant.ctx, 'Robin'), await memberOf(tenant.ctx, 'Kim')];
    const stranger = await memberOf((await makeTenant('Elsewhere')).ctx, 'Stranger');
    const { id } = resourceOf(await create({ name: 'Finch' }));
    const subscribe = (ids: string[]) =>
      change(id, {}, { subscribers: { data: ids.map((one) => ({ type: 'people', id: one })) } });
    const subscribersOf = (answer: Answered) => resourceOf(answer).relationships.subscribers?.data.map((one) => one.id);
    expect(subscribersOf(await subscribe([robin, kim]))?.sort()).toEqual([robin, kim].sort());
    for (const unknown of [stranger, randomUUID(), '800']) {
      const refused = await subscribe([kim, unknown]);
      expect([refused.status, pointers(refused)]).toEqual([422, [['data/relationships/subscribers', 'must exist']]]);
    }
    expect(subscribersOf(await change(id, { name: 'Finch & Co' }))).toHaveLength(2);
    expect(subscribersOf(await change(id, {}, { subscribers: { meta: { included: false } } }))).toHaveLength(2);
    expect(subscribersOf(await subscribe([]))).toEqual([]);
  });

  it('follows the clock of its organization', async () => {
    await sqlClient()`update organisations set time_zone = 'Asia/Kolkata' where id = ${tenant.organisationId}`;
    const { attributes } = resourceOf(await create({ name: 'Finch' }));
    expect(attributes.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+05:30$/);
    expect(Math.abs(Date.parse(attributes.created_at) - Date.now())).toBeLessThan(60_000);
  });
});

describe('archiving, restoring and removing', () => {
  const connected = async () => {
    const { companyId } = await makeCompany(tenant.ctx, { integration: 'SANDBOX' });
    await createInviteLink(tenant.ctx, { companyId, integrationCategory: 'ACCOUNTING' });
    await makeConnection(tenant.ctx, { companyId });
    return companyId;
  };
  const linkAndConnection = async (companyId: number) => {
    const [row] = await sqlClient()`
      select l.status as link, c.connection_status as connection from companies c
      join invite_links l on l.company_id = c.id where c.id = ${companyId}`;
    return [row?.link, row?.connection];
  };

  it('take invite link and connection along, and can be repeated', async () => {
    const id = await connected();
    const first = resourceOf(await tenant.call('PATCH', `/companies/${id}/archive`));
    expect(first.attributes.archived_at).toMatch(/\+00:00$/);
    expect(await linkAndConnection(id)).toEqual(['REVOKED', 'DISCONNECTED']);
    expect(resourceOf(await tenant.call('PATCH', `/companies/${id}/archive`))).toEqual(first);
    for (let time = 0; time < 2; time++) {
      const answer = await tenant.call('PATCH', `/companies/${id}/restore`, { body: {} });
      expect([answer.status, resourceOf(answer).attributes.archived_at]).toEqual([200, null]);
    }
    expect(await linkAndConnection(id)).toEqual(['PENDING', 'DISCONNECTED']);
  });

  it('are refused while a sync runs', async () => {
    const id = await connected();
    const { id: syncId } = await startSync(tenant.ctx, { companyId: id });
    for (const [method, path] of [
      ['PATCH', `/companies/${id}/archive`],
      ['DELETE', `/companies/${id}`],
    ] as const) {
      const answer = await tenant.call(method, path);
      expect([answer.status, pointers(answer)]).toEqual([
        422,
        [['data/attributes/base', expect.stringMatching(/is running; wait for it to end or cancel it$/)]],
      ]);
    }
    await cancelSync(tenant.ctx, { syncId });
    expect((await tenant.call('PATCH', `/companies/${id}/archive`)).status).toBe(200);
  });

  it('remove an archived company or one that never connected, and no other', async () => {
    const id = await connected();
    const refused = await tenant.call('DELETE', `/companies/${id}`);
    expect([refused.status, pointers(refused)]).toEqual([
      422,
      [['data/attributes/base', 'The company is connected; archive it first']],
    ]);
    await tenant.call('PATCH', `/companies/${id}/archive`);
    const { id: bare } = resourceOf(await create({ name: 'Never connected' }));
    for (const gone of [id, bare]) {
      const answer = await tenant.call('DELETE', `/companies/${gone}`);
      expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([204, '', null]);
      expect((await tenant.call('GET', `/companies/${gone}`)).status).toBe(404);
      expect((await tenant.call('DELETE', `/companies/${gone}`)).status).toBe(404);
    }
  });
});

describe('what can not be stored is refused by the attribute, and nothing changes', () => {
  test.each<[string, Record<string, unknown>, [pointer: string, detail: string][]]>([
    ['no name', {}, [['name', "can't be blank"]]],
    ['a blank name', { name: ' \t' }, [['name', "can't be blank"]]],
    ['a null name', { name: null }, [['name', "can't be blank"]]],
    ['a name that is no text', { name: { a: 1 } }, [['name', 'must be text']]],
    ['a long name', { name: 'a'.repeat(256) }, [['name', 'must have at most 255 characters']]],
    ['no currency', { default_currency: 'EURO' }, [['default_currency', 'is not a valid currency']]],
    ['a picture that is no address', { avatar_url: 'javascript:alert(1)' }, [['avatar_url', 'is not a valid URL']]],
    ['a code of another', { company_code: 'TAKEN' }, [['company_code', 'has already been taken']]],
    ['a domain of another', { domain: 'TAKEN.example' }, [['domain', 'domain already taken']]],
    ['too many days', { due_days: 3651 }, [['due_days', 'must be between 0 and 3650']]],
    ['days in words', { due_days: 'ten' }, [['due_days', 'must be a whole number of days']]],
    ['a subsidiary of nobody', { default_subsidiary_id: 999999 }, [['default_subsidiary_id', 'must exist']]],
    ['a tax rate of nobody', { default_tax_rate_id: 999999 }, [['default_tax_rate_id', 'must exist']]],
    ['a document type of nobody', { default_document_type_id: 999999 }, [['default_document_type_id', 'must exist']]],
    ['a custom field of nobody', { custom_fields: { '7': 'x' } }, [['custom_fields/7', 'is not a custom field']]],
    ['tags that are no list', { tag_list: 'a,b' }, [['tag_list', 'must be a list of texts']]],
    ['a flag in words', { external_sync: 'yes' }, [['external_sync', 'must be true or false']]],
    ['contact data that are a list', { contact: [] }, [['contact', 'must be an object']]],
    [
      'a long phone',
      { contact: { phones: [{ phone: 'a'.repeat(256) }] } },
      [['contact/phones/0/phone', 'must have at most 255 characters']],
    ],
    ['a phone that is a number', { contact: { phones: [{ phone: 1 }] } }, [['contact/phones/0/phone', 'must be text']]],
    ['a list of settings', { settings: [] }, [['settings', 'must be an object']]],
    ['half of a character', { description: '\ud83d' }, [['description', 'must not contain half of a surrogate pair']]],
    [
      'several at once',
      { name: '', default_currency: 'x', due_days: -1, vat: 5 },
      [
        ['name', "can't be blank"],
        ['vat', 'must be text'],
        ['default_currency', 'is not a valid currency'],
        ['due_days', 'must be between 0 and 3650'],
      ],
    ],
  ])('%s', async (_what, attributes, wanted) => {
    await create({ name: 'Taken', company_code: 'TAKEN', domain: 'taken.example' });
    const { id } = resourceOf(await create({ name: 'Finch' }));
    const before = await stored();
    const named = Object.keys(attributes).length === 0 ? {} : { name: 'New', ...attributes };
    const answers = [await create(named)];
    if (Object.keys(attributes).length > 0) answers.push(await change(id, attributes));
    for (const answer of answers) {
      expect([answer.status, pointers(answer)]).toEqual([
        422,
        wanted.map(([pointer, detail]) => [`data/attributes/${pointer}`, detail]),
      ]);
      for (const error of errorsOf(answer)) {
        expect(error).toMatchObject({ status: '422', code: 'invalid_attribute', title: 'Invalid Attribute' });
      }
    }
    expect(await stored()).toEqual(before);
  });

  test.each<[string, unknown, number, string | undefined]>([
    ['malformed JSON', '{"data":', 400, undefined],
    ['no body', '', 400, undefined],
    ['a list', [], 400, undefined],
    ['text', '"x"', 400, undefined],
    ['nothing in it', {}, 422, 'data'],
    ['data that is a list', { data: [] }, 422, 'data'],
    ['another type', { data: { type: 'people', attributes: { name: 'x' } } }, 422, 'data/type'],
    ['attributes that are a list', { data: { type: 'companies', attributes: [] } }, 422, 'data/attributes'],
    ['relationships that are text', { data: { type: 'companies', relationships: 'x' } }, 422, 'data/relationships'],
    ['a hundred levels', `{"data":${'['.repeat(100)}${']'.repeat(100)}}`, 400, undefined],
    [
      'half a million entries',
      companyOf({ name: 'x', tag_list: Array(400_000).fill(1) }),
      422,
      'data/attributes/tag_list',
    ],
    ['two million bytes', companyOf({ name: 'a'.repeat(2_000_000) }), 413, undefined],
  ])('%s as a body', async (_what, body, status, pointer) => {
    const { id } = resourceOf(await create({ name: 'Finch' }));
    const before = await stored();
    for (const [method, path] of [
      ['POST', '/companies'],
      ['PATCH', `/companies/${id}`],
    ] as const) {
      const answer = await tenant.call(method, path, { body });
      expect(answer.status).toBe(status);
      const errors = errorsOf(answer);
      expect(errors.length).toBeLessThanOrEqual(100);
      if (pointer) expect(errors.map(({ source }) => source?.pointer)).toContain(pointer);
      else expect(errors[0]?.status).toBe(String(status));
    }
    expect(await stored()).toEqual(before);
  });

  it('a body of another id than the address has', async () => {
    const { id } = resourceOf(await create({ name: 'Finch' }));
    const answer = await tenant.call('PATCH', `/companies/${id}`, {
      body: { data: { type: 'companies', id: '1', attributes: { name: 'x' } } },
    });
    expect([answer.status, pointers(answer)]).toEqual([422, [['data/id', 'is not that of the address']]]);
  });

  it('anything with a token that ended', async () => {
    const soon = new Date(Date.now() + 60_000);
    const token = await tokenOf(tenant.ctx, { name: 'Short', expiresAt: soon });
    const asShort = () => call('GET', '/companies', { token, organizationId: tenant.organisationId });
    expect((await asShort()).status).toBe(200);
    await sqlClient()`update access_tokens set expires_at = now() - interval '1 second' where name = 'Short'`;
    const answer = await asShort();
    expect([answer.status, errorsOf(answer)[0]?.detail]).toEqual([401, 'The access token has expired']);
  });
});

test('more than a hundred requests in ten seconds are refused with what to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 130 }, () => tenant.call('GET', '/companies?page[size]=1')));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(100);
  for (const answer of refused) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(errorsOf(answer)[0]).toMatchObject({ status: '429', code: 'too_many_requests' });
  }
});
