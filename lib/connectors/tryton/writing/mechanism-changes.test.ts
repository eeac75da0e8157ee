import { describe, expect, test } from 'vitest';
import { failureOf } from '../testing/passes.ts';
import type { HeldMechanism } from './held-party.ts';
import { mechanismChanges } from './mechanism-changes.ts';

const row = (id: number, type: string, value: string, more: Partial<HeldMechanism> = {}): HeldMechanism => ({
  ...{ id, type, value, active: true, name: null, value_compact: value },
  ...{ create_date: null, write_date: null, _timestamp: null },
  ...more,
});
const none = { create: [], write: [], remove: [] };

describe('an email address', () => {
  const held = [row(1, 'email', 'a@x.example'), row(2, 'email', 'b@x.example'), row(3, 'phone', '+45 1')];

  test.each<[string, string | null | undefined, object]>([
    ['left out stays', undefined, none],
    ['that one of them has already changes nothing', 'b@x.example', none],
    [
      'that is new replaces the first',
      'c@x.example',
      { ...none, write: [{ id: 1, values: { value: 'c@x.example' } }] },
    ],
    [
      'of null goes, with all of its kind',
      null,
      {
        ...none,
        write: [
          { id: 1, values: { active: false } },
          { id: 2, values: { active: false } },
        ],
      },
    ],
  ])('%s', (_name, email, expected) => {
    expect(mechanismChanges(held, { email })).toEqual(expected);
  });

  test('that was deactivated comes back', () => {
    expect(mechanismChanges([row(1, 'email', 'a@x.example', { active: false })], { email: 'a@x.example' })).toEqual({
      ...none,
      write: [{ id: 1, values: { active: true } }],
    });
  });

  test('where there was none is made', () => {
    expect(mechanismChanges([], { email: 'a@x.example', fax: null })).toEqual({
      ...none,
      create: [{ type: 'email', value: 'a@x.example' }],
    });
  });
});

test('a number that Tryton wrote in its own way is the same number', () => {
  const held = [row(1, 'phone', '+45 62 53 10 00', { value_compact: '+4562531000' })];
  expect(mechanismChanges(held, { telephone: '+45 62 53-10(00)' })).toEqual(none);
});

describe('the person to speak to', () => {
  test('goes with the address or number that has a name', () => {
    const held = [row(1, 'email', 'a@x.example'), row(2, 'phone', '+45 1', { name: 'Ada' })];
    expect(mechanismChanges(held, { contact_name: 'Grace' }).write).toEqual([{ id: 2, values: { name: 'Grace' } }]);
    expect(mechanismChanges(held, { contact_name: 'Ada' })).toEqual(none);
    expect(mechanismChanges(held, { contact_name: null }).write).toEqual([{ id: 2, values: { name: null } }]);
  });

  test('goes with a new address, and not with one that is deactivated', () => {
    const held = [row(1, 'phone', '+45 1')];
    expect(mechanismChanges(held, { contact_name: 'Ada', telephone: null, website: 'https://x.example' })).toEqual({
      ...none,
      create: [{ type: 'website', value: 'https://x.example', name: 'Ada' }],
      write: [{ id: 1, values: { active: false } }],
    });
  });

  test('needs one of them', async () => {
    const refused = Promise.resolve().then(() => mechanismChanges([row(1, 'skype', 'ada')], { contact_name: 'Ada' }));
    expect(await failureOf(refused)).toMatchObject({ failureClass: 'record-refused', field: 'contact_name' });
    expect(mechanismChanges([], { contact_name: null })).toEqual(none);
  });
});
