import type { en } from './en.ts';

type Texts<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends string ? string : Texts<Shape[Key]> };

/** Everything the connect page says of its own, in one language. Platforms bring their own words. */
export type Words = Texts<typeof en>;

/** Puts values into a text: `Connect {platform}`. A name without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
