import { contrast, type Oklch, toHex, toOklch } from './color.ts';

/** What a theme takes from one brand colour; each value `#rrggbb`. */
export interface Accent {
  /** Buttons, links and the step one is at. */
  primary: string;
  primaryHover: string;
  /** Text on a button. */
  primaryForeground: string;
  /** Stands behind text of the primary colour. */
  primaryTint: string;
  ring: string;
}

export type Theme = 'light' | 'dark';

/** Enough for text of any size (WCAG 2.2 AA). */
const readable = 4.5;

const themes = {
  light: {
    surfaces: ['#ffffff', '#f6f7f9'],
    tint: { l: 0.955, c: 0.02 },
    foreground: 0.99,
    step: -0.005,
    hover: -0.05,
  },
  dark: { surfaces: ['#171a1e', '#1c1f24'], tint: { l: 0.285, c: 0.04 }, foreground: 0.2, step: 0.005, hover: 0.05 },
} as const;

/**
 * A brand colour made fit for a theme: the colour itself where it can be read as text on every surface of the theme,
 * else the nearest shade of it that can, darker in the light theme and lighter in the dark one.
 */
export function accentOf(hex: string, theme: Theme): Accent {
  const { tint, foreground, hover, surfaces } = themes[theme];
  const brand = toOklch(hex);
  const primaryTint = toHex({ ...brand, l: tint.l, c: Math.min(brand.c, tint.c) });
  const primary = isReadable(hex, [...surfaces, primaryTint])
    ? hex.toLowerCase()
    : readableShade(brand, theme, [...surfaces, primaryTint]);
  const shade = toOklch(primary);
  return {
    primary,
    primaryHover: toHex({ ...shade, l: Math.min(0.97, Math.max(0.05, shade.l + hover)) }),
    primaryForeground: toHex({ ...brand, l: foreground, c: Math.min(brand.c, foreground > 0.5 ? 0.005 : 0.035) }),
    primaryTint,
    ring: primary,
  };
}

function readableShade(brand: Oklch, theme: Theme, behind: string[]): string {
  const { step } = themes[theme];
  for (let l = brand.l; l > 0 && l < 1; l += step) {
    const shade = toHex({ ...brand, l });
    if (isReadable(shade, behind)) return shade;
  }
  return theme === 'light' ? '#000000' : '#ffffff';
}

const isReadable = (text: string, behind: readonly string[]) =>
  behind.every((surface) => contrast(text, surface) >= readable);

/** The style variables that put an accent in place of Ledgerline's own, as globals.css names them. */
export const accentVariables = (accent: Accent): Readonly<Record<`--${string}`, string>> => ({
  '--primary': accent.primary,
  '--primary-hover': accent.primaryHover,
  '--primary-foreground': accent.primaryForeground,
  '--primary-tint': accent.primaryTint,
  '--ring': accent.ring,
});
