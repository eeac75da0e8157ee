import { expect, test } from 'vitest';
import { msDynamics365Connector as connector } from '../connector.ts';
import { businessCentralBooks, failureOf, signal } from '../testing/books.ts';
import { contact, writerOf } from '../testing/writing.ts';

const books = await businessCentralBooks();
const writer = await writerOf(books);

const everything = {
  name: 'Åkerlund & Söner',
  currency_id: 'JPY',
  tax_number: 'SE 556',
  email: 'a@example.com',
  website: 'example.com',
  telephone: '+46 8 1',
  addresses: [{ street: 'Gata 1', locality: 'Uppgång B', city: 'Umeå', state: 'AC', country: 'SE', pincode: '903' }],
};

const read = async (id: string) => {
  const [raw] = await writer.read('CONTACT', [id], signal);
  return connector.map('CONTACT', raw);
};

test.each(['customer', 'vendor'] as const)('a %s is made and read back with every field', async (contact_type) => {
  const { platformId } = await writer.push(contact({ ...everything, contact_type }), signal);
  const { fields, children } = await read(platformId);
  expect(fields).toMatchObject({ name: everything.name, contact_type, currency_id: 'JPY', tax_number: 'SE 556' });
  expect(children.external_links.map(({ link }) => link)).toEqual(['a@example.com', 'example.com']);
  expect(children.phone_numbers).toMatchObject([{ number: '+46 8 1' }]);
  expect(children.addresses).toMatchObject([{ ...everything.addresses[0], type: 'BILLING' }]);
});

test('a change changes what it names, and null and an empty list clear', async () => {
  const { platformId } = await writer.push(contact(everything), signal);
  await writer.push(contact({ email: null, addresses: [], status: 'inactive' }, platformId), signal);
  const { fields, children } = await read(platformId);
  expect(fields).toMatchObject({ name: everything.name, status: 'inactive' });
  expect([children.external_links.map(({ link }) => link), children.addresses]).toEqual([['example.com'], []]);
});

test.each([
  [{ contact_type: 'both' as const }, 'contact_type'],
  [{ status: 'suspended' as const }, 'status'],
  [{ telephone: '0'.repeat(31) }, 'telephone'],
  [{ addresses: [{ city: 'a' }, { city: 'b' }] }, 'addresses'],
  [{ addresses: [{ city: 'x'.repeat(31) }] }, 'addresses.0.city'],
])('%o is refused by the name of its field', async (fields, field) => {
  const failure = await failureOf(writer.push(contact({ name: 'Refused', ...fields }), signal));
  expect(failure).toMatchObject({ failureClass: 'record-refused', field, mayBeDone: false });
});

test('a contact that is not there, and one that would change its kind, are refused', async () => {
  const unknown = contact({ name: 'X' }, '11111111-1111-4111-8111-111111111111');
  expect(await failureOf(writer.push(unknown, signal))).toMatchObject({ failureClass: 'record-refused' });
  const { platformId } = await writer.push(contact({ name: 'Kind' }), signal);
  const turned = contact({ contact_type: 'vendor' }, platformId);
  expect(await failureOf(writer.push(turned, signal))).toMatchObject({ field: 'contact_type' });
});

test('a record that others change at the same moment is read again', async () => {
  const { platformId } = await writer.push(contact(everything), signal);
  const changes = ['a', 'b', 'c'].map((letter) =>
    writer.push(contact({ website: `${letter}.example` }, platformId), signal),
  );
  await Promise.all(changes);
  expect((await read(platformId)).children.external_links[1]?.link).toMatch(/^[abc]\.example$/);
});

test('a creation whose answer is lost is found by its values', async () => {
  const request = contact({ ...everything, name: 'Lost and found' });
  await books.fail({ kind: 'done_but_error', model: 'contacts', times: 1 });
  expect(await failureOf(writer.push(request, signal))).toMatchObject({ mayBeDone: true });
  expect(await writer.find(request, signal)).toMatchObject({ state: 'confirmed' });
  await writer.push(request, signal);
  expect(await writer.find(request, signal)).toMatchObject({ state: 'unclear' });
});

test('a creation and a change that did not arrive are absent', async () => {
  const request = contact({ ...everything, name: 'Never sent' });
  expect(await writer.find(request, signal)).toMatchObject({ state: 'absent' });
  // Somebody of the same name who has more than was sent is another.
  const { platformId } = await writer.push(contact({ ...everything, name: 'Namesake' }), signal);
  expect(await writer.find(contact({ name: 'Namesake' }), signal)).toMatchObject({ state: 'absent' });
  const change = contact({ email: 'new@example.com' }, platformId);
  expect(await writer.find(change, signal)).toMatchObject({ state: 'absent' });
  await writer.push(change, signal);
  expect(await writer.find(change, signal)).toMatchObject({ state: 'confirmed' });
});
