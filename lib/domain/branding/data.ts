import { eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { brandings } from '../../../db/schema/branding.ts';
import type { LogoType } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { type BrandingView, logoUrl } from './schema.ts';

const { accent, contact, logoId, logoWidth, logoHeight } = brandings;

/** How the organisation of the context looks to its customers; of one that set nothing every part is null. */
export async function getBranding(ctx: Context): Promise<BrandingView> {
  const [row] = await db()
    .select({ accent, contact, logoId, logoWidth, logoHeight })
    .from(brandings)
    .where(eq(brandings.organisationId, ctx.organisationId));
  if (!row) return { accent: null, contact: null, logo: null };
  const { logoId: id, logoWidth: width, logoHeight: height } = row;
  const logo = id && width && height ? { url: logoUrl(id), width, height } : null;
  return { accent: row.accent, contact: row.contact, logo };
}

/** A logo by its id, for whoever knows it: customers have no account. Null when there is none. */
export async function findLogo(input: { logoId: string }): Promise<{ bytes: Buffer; type: LogoType } | null> {
  const [row] = await db()
    .select({ bytes: brandings.logo, type: brandings.logoType })
    .from(brandings)
    .where(eq(brandings.logoId, input.logoId))
    .limit(1);
  return row?.bytes && row.type ? { bytes: row.bytes, type: row.type } : null;
}
