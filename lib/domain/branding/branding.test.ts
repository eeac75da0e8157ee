import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { type Context, makeContext } from '../../context.ts';
import { createOrganisation } from '../organisations/mutations.ts';
import { findLogo, getBranding } from './data.ts';
import { readLogoImage } from './logo-image.ts';
import { maxLogoBytes } from './logo-limits.ts';
import { removeLogo, setLogo, updateBranding } from './mutations.ts';
import { updateBrandingInput } from './schema.ts';
import { jpeg, png, webp } from './testing/pictures.ts';

await createTestDatabase();

let ours: Context;
let theirs: Context;

beforeAll(async () => {
  const actor = { type: 'system', id: 'test', label: 'Test' } as const;
  const founder = { actor, requestId: randomUUID(), now: new Date(), door: 'test' };
  ours = (await createOrganisation(founder, { name: 'Ours' })).ctx;
  theirs = (await createOrganisation(founder, { name: 'Theirs' })).ctx;
});

const idOf = (url: string | undefined) => url?.split('/').at(-1) ?? '';

describe('the branding of an organisation', () => {
  it('is none until it is set, and then its own alone', async () => {
    expect(await getBranding(ours)).toEqual({ accent: null, contact: null, logo: null });
    await updateBranding(ours, { accent: '#1f5fbf', contact: 'help@example.com' });
    expect(await getBranding(ours)).toEqual({ accent: '#1f5fbf', contact: 'help@example.com', logo: null });
    expect(await getBranding(theirs)).toEqual({ accent: null, contact: null, logo: null });
  });

  it('has a logo that is served as what it is, under another address once it changes, and not once it is gone', async () => {
    await setLogo(ours, { bytes: png(120, 40) });
    const first = (await getBranding(ours)).logo;
    expect(first).toMatchObject({ width: 120, height: 40 });
    expect(await findLogo({ logoId: idOf(first?.url) })).toEqual({ bytes: png(120, 40), type: 'image/png' });
    await setLogo(theirs, { bytes: png(120, 40) });
    await setLogo(ours, { bytes: jpeg(64, 64) });
    const second = (await getBranding(ours)).logo;
    expect(second?.url).not.toBe(first?.url);
    expect(await findLogo({ logoId: idOf(first?.url) })).toBeNull();
    await removeLogo(ours);
    expect(await getBranding(ours)).toEqual({ accent: '#1f5fbf', contact: 'help@example.com', logo: null });
    expect((await getBranding(theirs)).logo).toMatchObject({ width: 120 });
  });

  it('refuses a logo that is no picture, too big or too wide, and keeps the one it has', async () => {
    await setLogo(ours, { bytes: webp(200, 50) });
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    for (const [bytes, message] of [
      [svg, 'must be a PNG, JPEG or WebP picture'],
      [Buffer.concat([png(10, 10), Buffer.alloc(maxLogoBytes)]), 'must have at most 256 kB'],
      [png(2001, 10), 'must be at most 2000 pixels wide and high; it has 2001 × 10'],
      [png(0, 10), 'must be at most 2000 pixels wide and high; it has 0 × 10'],
    ] as const) {
      await expect(setLogo(ours, { bytes })).rejects.toMatchObject({
        code: 'invalid',
        details: { issues: [{ path: 'logo', message }] },
      });
    }
    expect((await getBranding(ours)).logo).toMatchObject({ width: 200, height: 50 });
  });

  it('is changed by who may change the organisation alone', async () => {
    const actor = { type: 'user', id: randomUUID(), label: 'Robin', role: 'operator' } as const;
    const operator = makeContext({ ...ours, actor });
    await expect(updateBranding(operator, { accent: null, contact: null })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(setLogo(operator, { bytes: png(8, 8) })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeLogo(operator)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('takes colours and addresses only, and an empty field for none', () => {
    expect(updateBrandingInput.parse({ accent: ' #1F5FBF ', contact: '' })).toEqual({
      accent: '#1f5fbf',
      contact: null,
    });
    const wrong = updateBrandingInput.safeParse({ accent: 'red;}', contact: 'nobody' });
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['accent', 'contact']);
  });
});

describe('what a picture is', () => {
  it('is told by its first bytes', () => {
    expect(readLogoImage(png(3, 4))).toEqual({ type: 'image/png', width: 3, height: 4 });
    expect(readLogoImage(jpeg(640, 480))).toEqual({ type: 'image/jpeg', width: 640, height: 480 });
    expect(readLogoImage(webp(300, 100))).toEqual({ type: 'image/webp', width: 300, height: 100 });
  });

  it('is nothing for any other bytes, and for a picture that was cut off', () => {
    const starts = [png(9, 9), jpeg(9, 9), webp(9, 9)];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(40), fc.uint8Array({ maxLength: 40 }), (start, kept, rest) => {
        const bytes = Buffer.concat([start.subarray(0, kept), rest]);
        expect(() => readLogoImage(bytes)).not.toThrow();
      }),
    );
    expect(readLogoImage(png(9, 9).subarray(0, 20))).toBeNull();
    expect(readLogoImage(jpeg(9, 9).subarray(0, 8))).toBeNull();
    expect(readLogoImage(Buffer.from('GIF89a, and some more bytes than that'))).toBeNull();
  });
});
