import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddressFields, ContactFields } from '../../../domain/writes/write-fields.ts';
import type { PlatformSession } from '../../types.ts';
import { trytonConnector } from '../connector.ts';
import { failureOf, signInOf } from './passes.ts';
import type { Peer } from './peer.ts';
import { startTamperingProxy, type TamperingProxy } from './tampering-proxy.ts';
import { contactRequest, newMarker, type Writes, writesOf } from './writes.ts';

/** Contacts that are written into the peer; others may write there meanwhile. */
export function contactsWritingSuite(peer: Peer): void {
  describe('writing contacts', () => {
    let session: PlatformSession;
    let writes: Writes;
    beforeAll(async () => {
      await ensureCountries(peer);
      session = await trytonConnector.open(peer.credentials, { entityId: null });
      writes = writesOf(session);
    });
    afterAll(() => session.close());

    const name = (text = 'Written') => `${text} ${newMarker().slice(0, 8)} ${peer.run}`;
    const full = (): ContactFields & { addresses: AddressFields[] } => ({
      name: name('Ærø 株式会社'),
      contact_name: 'Ada Łovelace',
      tax_number: 'BE0897290877',
      registration_number: 'HRB 4711',
      status: 'inactive',
      email: 'ada@example.test',
      website: 'https://aeroe.example',
      telephone: '+45 62 53 10 00',
      mobile: '+45 20 12 34 56',
      fax: '+45 62 53 10 01',
      addresses: [
        { type: 'BILLING', street: 'Vestergade 4\n2. sal', city: 'Marstal', country: 'DK', pincode: '5960' },
        { type: null, street: '1 Main St', city: 'Springfield', state: 'Oregon', country: 'us', pincode: '97477' },
      ],
    });
    const readBack = async (platformId: string) => {
      const { fields, children } = await writes.read('CONTACT', platformId);
      const link = (type: string) => children.external_links.filter((one) => one.type === type).map(({ link }) => link);
      const number = (type: string) =>
        children.phone_numbers.filter((one) => one.type === type).map(({ number }) => number);
      return {
        ...fields,
        ...{ email: link('EMAIL'), website: link('WEBSITE') },
        ...{ telephone: number('TELEPHONE'), mobile: number('MOBILE'), fax: number('FAX') },
        addresses: children.addresses,
      };
    };
    const partiesNamed = async (text: string) =>
      (await peer.rpc.read('party.party', [['name', '=', text]], ['id'])).map(({ id }) => String(id));

    test('a new one reads back as it was written, field by field, without the marker', async () => {
      const wanted = full();
      const marker = newMarker();
      const { platformId, related } = await writes.create(wanted, marker);
      expect(related).toEqual([]);
      const record = await readBack(platformId);
      expect(record).toMatchObject({
        name: wanted.name,
        contact_name: 'Ada Łovelace',
        tax_number: 'BE0897290877',
        registration_number: 'HRB 4711',
        status: 'inactive',
        email: ['ada@example.test'],
        website: ['https://aeroe.example'],
        telephone: ['+45 62 53 10 00'],
        mobile: ['+45 20 12 34 56'],
        fax: ['+45 62 53 10 01'],
        addresses: [
          { type: 'BILLING', street: 'Vestergade 4\n2. sal', city: 'Marstal', country: 'DK', pincode: '5960' },
          { type: null, street: '1 Main St', city: 'Springfield', state: 'Oregon', country: 'US', pincode: '97477' },
        ],
      });
      expect(record.addresses).toHaveLength(2);
      expect(JSON.stringify(record)).not.toContain(marker);
    });

    test('one with a name alone has nothing else', async () => {
      const wanted = name();
      const { platformId } = await writes.create({ name: wanted });
      expect(await readBack(platformId)).toMatchObject({
        ...{ name: wanted, contact_name: null, tax_number: null, registration_number: null, status: 'active' },
        ...{ email: [], website: [], telephone: [], mobile: [], fax: [], addresses: [] },
      });
    });

    test('leaves nothing on the company’s own party', async () => {
      const marker = newMarker();
      await writes.create({ name: name() }, marker);
      const marks = await peer.rpc.read('party.contact_mechanism', [['value', '=', marker]], ['active', 'party.name']);
      expect(marks).toMatchObject([{ active: false }]);
    });

    describe('an update', () => {
      test('changes what is given and leaves the rest', async () => {
        const { platformId } = await writes.create(full());
        const before = await readBack(platformId);
        await writes.update(platformId, { email: 'new@example.test', status: 'active' });
        const after = await readBack(platformId);
        expect(after).toEqual({
          ...before,
          ...{ email: ['new@example.test'], status: 'active', updated_at: after.updated_at },
        });
      });

      test.each<[keyof ContactFields, string, unknown]>([
        ['name', 'Renamed ☀', 'Renamed ☀'],
        ['contact_name', 'Grace Hopper', 'Grace Hopper'],
        ['tax_number', 'DE136695976', 'DE136695976'],
        ['registration_number', 'HRB 1', 'HRB 1'],
        ['website', 'https://new.example', ['https://new.example']],
        ['telephone', '+45 1', ['+45 1']],
        ['mobile', '+45 2', ['+45 2']],
        ['fax', '+45 3', ['+45 3']],
      ])('sets %s to %j', async (field, value, read) => {
        const { platformId } = await writes.create(full());
        await writes.update(platformId, { [field]: value });
        expect(await readBack(platformId)).toMatchObject({ [field]: read });
      });

      test('with null clears', async () => {
        const { platformId } = await writes.create(full());
        await writes.update(platformId, {
          ...{ contact_name: null, tax_number: null, registration_number: null, email: null, website: null },
          ...{ telephone: null, mobile: null, fax: null, addresses: [] },
        });
        expect(await readBack(platformId)).toMatchObject({
          ...{ contact_name: null, tax_number: null, registration_number: null, email: [], website: [] },
          ...{ telephone: [], mobile: [], fax: [], addresses: [] },
        });
      });

      test('with addresses replaces them, in their order; the same one keeps its id', async () => {
        const wanted = full();
        const [first, second] = wanted.addresses;
        const { platformId } = await writes.create(wanted);
        const before = (await readBack(platformId)).addresses;
        const third: AddressFields = { street: 'Havnen 1', city: 'Søby' };
        await writes.update(platformId, { addresses: [third, { ...second }, { ...first }] });
        const after = (await readBack(platformId)).addresses;
        expect(after.map(({ city }) => city)).toEqual(['Søby', 'Springfield', 'Marstal']);
        expect(after.slice(1).map((one) => one.platform_id)).toEqual([before[1]?.platform_id, before[0]?.platform_id]);
        await writes.update(platformId, { addresses: [{ ...first, pincode: '5961' }] });
        expect((await readBack(platformId)).addresses).toMatchObject([{ city: 'Marstal', pincode: '5961' }]);
      });

      test('with another address leaves invoices the one that they were sent to', async () => {
        const contact = await peer.createContact();
        const invoice = await peer.createInvoice({ contact: contact.id });
        await writes.update(String(contact.id), { addresses: [{ street: 'New St 2', city: 'York' }] });
        const [address] = await peer.rpc.read('party.address', [['id', '=', contact.addresses[0]]], ['city', 'active']);
        expect(address).toMatchObject({ city: 'Leeds', active: false });
        expect((await peer.readInvoice(invoice, ['invoice_address'])).invoice_address).toBe(contact.addresses[0]);
      });

      test('that changes nothing writes nothing', async () => {
        const wanted = full();
        const { platformId } = await writes.create(wanted);
        const before = await readBack(platformId);
        await writes.update(platformId, wanted);
        expect(await readBack(platformId)).toEqual(before);
        expect(await writes.plan(contactRequest(wanted, { platformId }))).toEqual([]);
      });

      test('keeps what four write at once into one contact', async () => {
        const { platformId } = await writes.create({ name: name() });
        await Promise.all([
          writes.update(platformId, { email: 'a@example.test' }),
          writes.update(platformId, { telephone: '+45 1' }),
          writes.update(platformId, { registration_number: 'R 1' }),
          writes.update(platformId, { addresses: [{ city: 'Leeds' }] }),
        ]);
        const record = await readBack(platformId);
        expect(record).toMatchObject({ email: ['a@example.test'], telephone: ['+45 1'], registration_number: 'R 1' });
        expect(record.addresses).toHaveLength(1);
      });
    });

    describe('refuses, and writes nothing,', () => {
      test.each<[string, string, ContactFields]>([
        ['a status that Tryton lacks', 'status', { status: 'suspended' }],
        ['a number that is no tax number', 'tax_number', { tax_number: 'BE0897290878' }],
        ['a country that is not there', 'addresses.0.country', { addresses: [{ country: 'XX' }] }],
        [
          'a state that is not there',
          'addresses.1.state',
          { addresses: [{ city: 'Leeds' }, { country: 'US', state: 'Bavaria' }] },
        ],
        ['a state without a country', 'addresses.0.state', { addresses: [{ state: 'Oregon' }] }],
        ['a locality', 'addresses.0.locality', { addresses: [{ locality: 'Old Town' }] }],
        ['where goods go', 'addresses.0.type', { addresses: [{ type: 'SHIPPING', city: 'Leeds' }] }],
        ['a person without a number or address', 'contact_name', { contact_name: 'Ada' }],
      ])('%s, naming %s', async (_name, field, fields) => {
        const wanted = name();
        const refusal = { failureClass: 'record-refused', field, mayBeDone: false };
        expect(await failureOf(writes.create({ name: wanted, ...fields }))).toMatchObject(refusal);
        expect(await partiesNamed(wanted)).toEqual([]);
        const { platformId } = await writes.create({ name: wanted });
        const before = await readBack(platformId);
        expect(await failureOf(writes.update(platformId, { name: name(), ...fields }))).toMatchObject(refusal);
        expect(await readBack(platformId)).toEqual(before);
      });

      test('an unknown contact', async () => {
        expect(await failureOf(writes.update('99999999', { name: 'x' }))).toMatchObject({
          failureClass: 'record-refused',
          mayBeDone: false,
        });
      });
    });

    test('four at once with one marker are one contact', async () => {
      const wanted = name();
      const marker = newMarker();
      const results = await Promise.allSettled([1, 2, 3, 4].map(() => writes.create({ name: wanted }, marker)));
      expect(await partiesNamed(wanted)).toHaveLength(1);
      const ids = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value.platformId] : []));
      expect([...new Set(ids)]).toEqual(await partiesNamed(wanted));
    });

    describe('over a line that fails', () => {
      let proxy: TamperingProxy;
      let tampered: PlatformSession;
      beforeAll(async () => {
        proxy = await startTamperingProxy(peer.settings.url);
        tampered = await trytonConnector.open({ ...peer.credentials, address: proxy.url }, { entityId: null });
      });
      afterAll(async () => {
        await tampered.close();
        await proxy.stop();
      });

      test('after the creation may be done, is found, and is not made again', async () => {
        const request = contactRequest({ name: name() });
        proxy.cutAnswer('model.party.party.create');
        expect(await failureOf(writesOf(tampered).create(request.fields, request.marker))).toMatchObject({
          failureClass: 'platform-down',
          mayBeDone: true,
        });
        const found = await writes.find(request);
        const again = await writes.create(request.fields, request.marker);
        expect(found).toMatchObject({ state: 'confirmed', result: again });
        expect(await partiesNamed(request.fields.name ?? '')).toEqual([again.platformId]);
      });

      test('before the creation is absent, and a call that comes late all the same makes nothing', async () => {
        const request = contactRequest({ name: name() });
        const held = proxy.holdBack('model.party.party.create');
        expect(await failureOf(writesOf(tampered).create(request.fields, request.marker))).toMatchObject({
          mayBeDone: true,
        });
        expect(await writes.find(request)).toMatchObject({ state: 'absent' });
        const { platformId } = await writes.create(request.fields, request.marker);
        expect(await held.deliver()).toMatchObject({ error: expect.anything() });
        expect(await partiesNamed(request.fields.name ?? '')).toEqual([platformId]);
      });

      test('after a change is found by what it says', async () => {
        const { platformId } = await writes.create({ name: name() });
        const request = contactRequest({ email: 'cut@example.test' }, { platformId });
        proxy.cutAnswer('model.party.party.write');
        expect(await failureOf(writesOf(tampered).update(platformId, request.fields))).toMatchObject({
          mayBeDone: true,
        });
        expect(await writes.find(request)).toMatchObject({ state: 'confirmed', result: { platformId } });
      });

      test('before a change is absent, and a call that comes late changes nothing', async () => {
        const { platformId } = await writes.create({ name: name() });
        const request = contactRequest({ addresses: [{ city: 'Late' }] }, { platformId });
        const held = proxy.holdBack('model.party.party.write');
        await failureOf(writesOf(tampered).update(platformId, request.fields));
        expect(await writes.find(request)).toMatchObject({ state: 'absent' });
        expect(await held.deliver()).toMatchObject({ error: expect.anything() });
        expect((await readBack(platformId)).addresses).toEqual([]);
      });
    });

    test('as a user who may only read is a matter of permission, and reading works', async () => {
      const reader = await peer.createReader();
      const own = await trytonConnector.open({ ...peer.credentials, ...signInOf(reader) }, { entityId: null });
      try {
        const { id } = await peer.createContact();
        const invoice = await peer.createInvoice({ contact: id });
        expect((await writesOf(own).read('INVOICE', String(invoice))).platformId).toBe(String(invoice));
        const denied = { failureClass: 'permission', mayBeDone: false };
        expect(await failureOf(writesOf(own).create({ name: name() }))).toMatchObject(denied);
        expect(await failureOf(writesOf(own).update(String(id), { name: name() }))).toMatchObject(denied);
        const account_id = String(peer.books.cash);
        const payment = {
          invoice_id: String(invoice),
          account_id,
          amount: '1.00',
          payment_date: new Date().toISOString(),
        };
        expect(await failureOf(writesOf(own).pay(payment))).toMatchObject(denied);
      } finally {
        await own.close();
      }
    });
  });
}

/** The peer comes without any. */
async function ensureCountries({ rpc }: Peer): Promise<void> {
  const wanted = { DK: 'Denmark', US: 'United States' };
  for (const [code, country] of Object.entries(wanted)) {
    const [found] = await rpc.read('country.country', [['code', '=', code]], []);
    const id = found?.id ?? (await rpc.create('country.country', { code, name: country }))[0];
    if (code !== 'US') continue;
    const [state] = await rpc.read('country.subdivision', [['code', '=', 'US-OR']], []);
    if (!state) await rpc.create('country.subdivision', { country: id, code: 'US-OR', name: 'Oregon', type: 'state' });
  }
}
