import { rankedTags } from './locale.ts';

/** The languages that customers are spoken to in, each by its own name. The console itself is English. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  hi: 'हिन्दी',
} as const;
export type Language = keyof typeof languages;

/** The cookie that holds the language a customer chose over that of their browser. */
export const languageCookie = 'language';

/** Who reads a customer's page: the language of its words, and the locale of its dates and numbers. */
export interface Reader {
  language: Language;
  /** A BCP 47 tag of that language: `de-AT` for who asks for it, else `de`. */
  locale: string;
}

export const isLanguage = (value: string | null | undefined): value is Language =>
  value !== null && value !== undefined && Object.hasOwn(languages, value);

/** The reader by what they chose and what their browser asks for; English when that is none of ours. */
export function readerOf(input: { chosen?: string | null; acceptLanguage: string | null }): Reader {
  const tags = rankedTags(input.acceptLanguage);
  const language = isLanguage(input.chosen) ? input.chosen : (tags.map(languageOf).find(isLanguage) ?? 'en');
  return { language, locale: tags.find((tag) => languageOf(tag) === language) ?? language };
}

const languageOf = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';
