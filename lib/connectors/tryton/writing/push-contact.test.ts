import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ContactFields } from '../../../domain/writes/write-fields.ts';
import type { PlatformSession } from '../../types.ts';
import { trytonConnector } from '../connector.ts';
import { type FakeAnswer, type FakeTryton, startFakeTryton } from '../testing/fake-tryton.ts';
import { failureOf } from '../testing/passes.ts';
import { contactRequest, unhurried, writerOf } from '../testing/writes.ts';

let fake: FakeTryton;
let session: PlatformSession;
beforeAll(async () => {
  fake = await startFakeTryton();
});
beforeEach(async () => {
  fake.reset();
  fake.answer('model.company.company.read', { result: [{ id: 1, party: 1 }] });
  fake.answer(`${mechanism}.create`, { result: [70] });
  fake.answer(`${mechanism}.delete`, { result: null });
  fake.answer(look, { result: [ticket] });
  fake.script(look, { result: [] });
  fake.answer('model.ir.model.access.get_access', { result: rights(true) });
  session = await trytonConnector.open(fake.credentials, { entityId: null });
});
afterAll(() => fake.stop());

const mechanism = 'model.party.contact_mechanism';
const look = `${mechanism}.search_read`;
const create = 'model.party.party.create';
const ticket = { id: 70, party: 1, _timestamp: '1795709643.017016' };
const mark = { id: 71, party: 9, _timestamp: '1795709643.017016' };
const clash: FakeAnswer = { error: ['ConcurrencyException', 'Records were modified in the meanwhile'] };
const refusal = (words: string): FakeAnswer => ({ error: ['UserError', [words, '', null]] });
const rights = (may: boolean) =>
  Object.fromEntries(
    ['party.party', 'party.address', 'party.contact_mechanism', 'party.identifier'].map((model) => [
      model,
      { read: true, write: may, create: may, delete: may },
    ]),
  );

const push = (fields: ContactFields = {}) =>
  writerOf(session).push(contactRequest({ name: 'Ada', ...fields }), unhurried);
const callsOf = (name: string) => fake.calls.filter((call) => call.method === name);

describe('a new contact', () => {
  test('uses up its ticket, under the ticket’s stamp, and takes it away', async () => {
    fake.answer(create, { result: [9] });
    expect(await push()).toEqual({ platformId: '9', related: [] });
    const [values, context] = callsOf(create)[0]?.params ?? [];
    expect(values).toMatchObject([
      {
        contact_mechanisms: [
          ['create', [{ active: false }]],
          ['write', [70], { comment: 'Used.' }],
        ],
      },
    ]);
    expect(context).toMatchObject({ _timestamp: { 'party.contact_mechanism,70': '1795709643.017016' } });
    expect(callsOf(`${mechanism}.delete`)[0]?.params[0]).toEqual([70]);
  });

  test('that is there already is not made again', async () => {
    fake.reset();
    fake.answer('model.company.company.read', { result: [{ id: 1, party: 1 }] });
    fake.answer(look, { result: [ticket, mark] });
    expect(await push()).toEqual({ platformId: '9', related: [] });
    expect(callsOf(create)).toEqual([]);
  });

  test('is not made without a ticket', async () => {
    fake.script(look, { result: [] });
    expect(await failureOf(push())).toMatchObject({ failureClass: 'platform-down', mayBeDone: false });
    expect(callsOf(create)).toEqual([]);
  });

  test('that another try has made meanwhile is that one', async () => {
    fake.answer(create, refusal('You are trying to write to records that don’t exist anymore.'));
    fake.script(look, { result: [ticket] }, { result: [ticket, mark] });
    expect(await push()).toMatchObject({ platformId: '9' });
  });

  test('may be there after a call without an answer, and is not after one that Tryton refused', async () => {
    fake.script(create, 'hang up');
    expect(await failureOf(push())).toMatchObject({ failureClass: 'platform-down', mayBeDone: true });
    fake.answer(create, { error: ['division by zero', ''] });
    expect(await failureOf(push())).toMatchObject({ failureClass: 'unknown', mayBeDone: false });
  });

  test('before the ticket is out is not there', async () => {
    fake.script(`${mechanism}.create`, 'hang up');
    expect(await failureOf(push())).toMatchObject({ failureClass: 'platform-down', mayBeDone: false });
  });

  test('is tried again after a clash, but not for ever', async () => {
    fake.answer(create, clash);
    expect(await failureOf(push())).toMatchObject({ failureClass: 'platform-down', mayBeDone: false });
    expect(callsOf(create)).toHaveLength(5);
  });
});

describe('a refusal', () => {
  test('names the field whose text it repeats', async () => {
    fake.answer(create, refusal('The phone number "+45 9" of party "Ada" is not valid.'));
    expect(await failureOf(push({ name: 'Zoë', telephone: '+45 9' }))).toMatchObject({
      ...{ failureClass: 'record-refused', field: 'telephone', mayBeDone: false },
      message: 'Tryton refused this: The phone number "+45 9" of party "Ada" is not valid.',
    });
  });

  test('of a user who may not write is a matter of permission', async () => {
    fake.answer('model.ir.model.access.get_access', { result: rights(false) });
    fake.answer(`${mechanism}.create`, refusal('You are not allowed to create "Contact Mechanism".'));
    expect(await failureOf(push())).toMatchObject({ failureClass: 'permission', mayBeDone: false });
  });
});

describe('looking for a contact', () => {
  const find = () => writerOf(session).find(contactRequest({ name: 'Ada' }), unhurried);

  test('takes its tickets away before it is called absent', async () => {
    fake.script(look, { result: [ticket] });
    fake.reset();
    fake.answer('model.company.company.read', { result: [{ id: 1, party: 1 }] });
    fake.answer(`${mechanism}.delete`, { result: null });
    fake.script(look, { result: [ticket] }, { result: [] });
    expect(await find()).toMatchObject({ state: 'absent' });
    expect(callsOf(`${mechanism}.delete`)[0]?.params[0]).toEqual([70]);
  });

  test('finds one that used its ticket at that moment', async () => {
    fake.reset();
    fake.answer('model.company.company.read', { result: [{ id: 1, party: 1 }] });
    fake.answer(`${mechanism}.delete`, { result: null });
    fake.script(look, { result: [ticket] }, { result: [mark] });
    expect(await find()).toMatchObject({ state: 'confirmed', result: { platformId: '9' } });
  });

  test('can’t tell where tickets can’t be taken away', async () => {
    fake.reset();
    fake.answer('model.company.company.read', { result: [{ id: 1, party: 1 }] });
    fake.answer(look, { result: [ticket] });
    fake.answer(`${mechanism}.delete`, refusal('You are not allowed to delete "Contact Mechanism".'));
    expect(await find()).toMatchObject({ state: 'unclear' });
  });
});
