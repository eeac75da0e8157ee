import type { Language } from '@/lib/format/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { pt } from './pt.ts';
import type { Words } from './words.ts';

/** The connect page's words in every language. For the server: a browser is sent the reader's alone. */
export const catalogue: Record<Language, Words> = { en, de, fr, es, pt, hi };
