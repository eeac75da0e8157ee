import { accentOf, accentVariables, type Theme } from '@/lib/format/accent.ts';

/** Puts the organisation's colour in place of Ledgerline's, in both themes, each with a shade that can be read there. */
export function BrandStyle({ accent }: { accent: string | null }) {
  if (!accent) return null;
  return <style>{`:root{${declarations(accent, 'light')}}.dark{${declarations(accent, 'dark')}}`}</style>;
}

const declarations = (accent: string, theme: Theme) =>
  Object.entries(accentVariables(accentOf(accent, theme)))
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
