import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// tailwind-merge has to know the sizes that globals.css adds, or it takes them for colours and drops one of the two.
const merge = extendTailwindMerge({
  extend: { classGroups: { 'font-size': [{ text: ['2xs'] }], shadow: [{ shadow: ['overlay'] }] } },
});

/** Joins class names; of two that set the same property the later one wins. */
export const cn = (...values: ClassValue[]) => merge(clsx(values));
