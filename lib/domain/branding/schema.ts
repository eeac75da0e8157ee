import { z } from 'zod';
import { isHexColor } from '../../format/color.ts';

const emptyIsNone = (value: unknown) => (value === '' ? null : value);

export const updateBrandingInput = z.object({
  /** `#rrggbb`; null for Ledgerline's own. */
  accent: z.preprocess(
    emptyIsNone,
    z.string().trim().toLowerCase().refine(isHexColor, 'must be a colour such as #1f6f6b').nullable(),
  ),
  contact: z.preprocess(emptyIsNone, z.email('must be an e-mail address').max(254).nullable()),
});
export type UpdateBrandingInput = z.infer<typeof updateBrandingInput>;

export interface LogoView {
  /** Where the picture is served; another one for every picture. */
  url: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** How an organisation looks to its customers. */
export interface BrandingView {
  accent: string | null;
  contact: string | null;
  logo: LogoView | null;
}

/** The address of a logo on this site. */
export const logoUrl = (logoId: string): string => `/api/logos/${logoId}`;
