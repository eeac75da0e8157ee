import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { catalogue } from '@/components/connections/words/catalogue.ts';
import type { Words } from '@/components/connections/words/words.ts';
import { languageCookie, type Reader, readerOf } from '@/lib/format/language.ts';

/** Who reads a customer's page, with the page's words in their language. */
export type ConnectReader = Reader & { words: Words };

/** The reader of this request. Read once a request. */
export const loadReader = cache(async (): Promise<ConnectReader> => {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  const reader = readerOf({
    chosen: jar.get(languageCookie)?.value,
    acceptLanguage: head.get('accept-language'),
  });
  return { ...reader, words: catalogue[reader.language] };
});
