import { describe, expect, test } from 'vitest';
import { type ConformancePlatform, mappedOf, passOf } from './conformance-platform.ts';

const numbered = (what: string, count: number) => Array.from({ length: count }, (_, place) => `${what} ${place}`);

/** How contacts are read, which every platform has. */
export function pullingConformance(platform: () => Promise<ConformancePlatform>): void {
  describe('when it pulls', () => {
    test('nothing: a page without records and a checkpoint to go on from', async (context) => {
      const found = await platform();
      if (!found.empty) return context.skip();
      const empty = { ...found, credentials: await found.empty() };
      const { entityId } = await found.connector.connect(empty.credentials);
      const first = await passOf({ ...empty, entityId }, 'CONTACT');
      expect(first.ids).toEqual([]);
      expect(first.pages.length).toBeGreaterThan(0);
      const next = await passOf({ ...empty, entityId }, 'CONTACT', { cursor: first.checkpoint });
      expect(next.ids).toEqual([]);
    });

    test('one record: with the next pass, and it alone is new', async () => {
      const found = await platform();
      const before = await passOf(found, 'CONTACT');
      const [id = ''] = await found.makeContacts(['Only one']);
      const { rows } = await passOf(found, 'CONTACT', { cursor: before.checkpoint });
      expect(mappedOf(found, 'CONTACT', { rows }, id).fields.name).toBe('Only one');
      expect([...rows.keys()].filter((one) => !before.rows.has(one))).toEqual([id]);
    });

    test('records of one moment over several pages: each of them, and again from any page on', async () => {
      const found = await platform();
      const made = await found.makeContacts(numbered('Tie', found.pageSize * 2 + 3));
      const whole = await passOf(found, 'CONTACT', { full: true });
      expect(whole.pages.length).toBeGreaterThanOrEqual(3);
      expect(made.filter((id) => !whole.rows.has(id))).toEqual([]);
      for (const place of [0, Math.floor(whole.pages.length / 2)]) {
        const rest = await passOf(found, 'CONTACT', { cursor: whole.pages[place]?.checkpoint, full: true });
        const seen = new Set(
          whole.pages
            .slice(0, place + 1)
            .flatMap((page) => page.records.map((raw) => found.connector.identify('CONTACT', raw))),
        );
        expect(made.filter((id) => !seen.has(id) && !rest.rows.has(id))).toEqual([]);
      }
    });

    test('a change with the next pass', async () => {
      const found = await platform();
      const [id = ''] = await found.makeContacts(['Before']);
      const { checkpoint } = await passOf(found, 'CONTACT');
      await found.renameContact(id, 'After');
      const next = await passOf(found, 'CONTACT', { cursor: checkpoint });
      expect(mappedOf(found, 'CONTACT', next, id).fields.name).toBe('After');
    });

    test('what changes while it pages: with this pass or the next, and nothing is left out', async () => {
      const found = await platform();
      const made = await found.makeContacts(numbered('Moving', found.pageSize * 2 + 1));
      const [first = '', last = ''] = [made[0], made.at(-1)];
      const pass = await passOf(found, 'CONTACT', {
        full: true,
        afterPage: async (place) => {
          if (place !== 1) return;
          await found.renameContact(first, 'Moved first');
          await found.renameContact(last, 'Moved last');
        },
      });
      const next = await passOf(found, 'CONTACT', { cursor: pass.checkpoint });
      const known = { rows: new Map([...pass.rows, ...next.rows]) };
      expect(made.filter((id) => !known.rows.has(id))).toEqual([]);
      expect(mappedOf(found, 'CONTACT', known, first).fields.name).toBe('Moved first');
      expect(mappedOf(found, 'CONTACT', known, last).fields.name).toBe('Moved last');
    });

    test('a whole pass without what was deleted', async (context) => {
      const found = await platform();
      if (!found.deleteContact) return context.skip();
      const [kept = '', gone = ''] = await found.makeContacts(['Kept', 'Gone']);
      await found.deleteContact(gone);
      const { rows } = await passOf(found, 'CONTACT', { full: true });
      expect([rows.has(kept), rows.has(gone)]).toEqual([true, false]);
    });

    test('names in every script, to the letter', async () => {
      const found = await platform();
      const names = ['Ærø & Søn “A/S”', '株式会社 北斗', 'شركة الميناء', 'Zoë 🚢 O’Brien', 'Åse\u0301'];
      const made = await found.makeContacts(names);
      const { rows } = await passOf(found, 'CONTACT', { full: true });
      expect(made.map((id) => mappedOf(found, 'CONTACT', { rows }, id).fields.name)).toEqual(names);
    });

    test('the same record twice: the same to the byte, and mapped alike in every time zone', async () => {
      const found = await platform();
      const [id = ''] = await found.makeContacts(['Twice']);
      const [first, second] = [
        await passOf(found, 'CONTACT', { full: true }),
        await passOf(found, 'CONTACT', { full: true }),
      ];
      expect(JSON.stringify(second.rows.get(id))).toBe(JSON.stringify(first.rows.get(id)));
      const zone = process.env.TZ;
      const mapped = ['UTC', 'Pacific/Kiritimati', 'America/Adak'].map((one) => {
        process.env.TZ = one;
        return JSON.stringify(mappedOf(found, 'CONTACT', first, id));
      });
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
      expect(new Set(mapped).size).toBe(1);
    });

    test('nothing more once it is given up', async () => {
      const found = await platform();
      const given = new AbortController();
      given.abort(new Error('given up'));
      await expect(passOf(found, 'CONTACT', { signal: given.signal })).rejects.toThrow();
    });
  });
}
