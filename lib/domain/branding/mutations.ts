import { createHash } from 'node:crypto';
import { db, type Tx } from '../../../db/client.ts';
import { brandings } from '../../../db/schema/branding.ts';
import { requireSettings } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { invalid } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { getBranding } from './data.ts';
import { readLogoImage } from './logo-image.ts';
import { maxLogoBytes, maxLogoSide } from './logo-limits.ts';
import type { UpdateBrandingInput } from './schema.ts';

/** Sets the colour and the contact address of the connect page. Throws forbidden. */
export async function updateBranding(ctx: Context, input: UpdateBrandingInput): Promise<void> {
  requireSettings(ctx);
  const { accent, contact } = input;
  const before = await getBranding(ctx);
  await db().transaction(async (tx) => {
    await store(tx, ctx, { accent, contact });
    await recordAudit(tx, ctx, {
      action: 'branding.changed',
      before: { accent: before.accent, contact: before.contact },
      after: { accent, contact },
    });
  });
}

/** Sets the logo of the connect page. Throws forbidden, and invalid for what is no picture of a fitting size. */
export async function setLogo(ctx: Context, input: { bytes: Buffer }): Promise<void> {
  requireSettings(ctx);
  const { bytes } = input;
  if (bytes.length > maxLogoBytes) throw refused(`must have at most ${maxLogoBytes / 1024} kB`);
  const image = readLogoImage(bytes);
  if (!image) throw refused('must be a PNG, JPEG or WebP picture');
  const { type, width, height } = image;
  if (width < 1 || height < 1 || Math.max(width, height) > maxLogoSide) {
    throw refused(`must be at most ${maxLogoSide} pixels wide and high; it has ${width} × ${height}`);
  }
  // Made from the organisation too: one that forgets its picture takes no other's away.
  const logoId = createHash('sha256').update(`${ctx.organisationId} `).update(bytes).digest('hex').slice(0, 32);
  await db().transaction(async (tx) => {
    await store(tx, ctx, { logo: bytes, logoId, logoType: type, logoWidth: width, logoHeight: height });
    await recordAudit(tx, ctx, { action: 'logo.changed', after: { type, width, height } });
  });
}

const refused = (message: string) => invalid({ path: 'logo', message });

/** Takes the logo away; the connect page shows the organisation's first letter then. Throws forbidden. */
export async function removeLogo(ctx: Context): Promise<void> {
  requireSettings(ctx);
  await db().transaction(async (tx) => {
    await store(tx, ctx, { logo: null, logoId: null, logoType: null, logoWidth: null, logoHeight: null });
    await recordAudit(tx, ctx, { action: 'logo.deleted' });
  });
}

async function store(tx: Tx, ctx: Context, values: Partial<typeof brandings.$inferInsert>): Promise<void> {
  const row = { ...values, updatedAt: ctx.now };
  await tx
    .insert(brandings)
    .values({ ...row, organisationId: ctx.organisationId })
    .onConflictDoUpdate({ target: brandings.organisationId, set: row });
}
