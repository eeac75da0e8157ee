import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { cspNonce } from '@/components/shell/csp-nonce.ts';
import { Providers } from '@/components/shell/providers.tsx';
import { timeZoneCookie } from '@/components/ui/viewer-seed.ts';
import { requestPathHeader } from '@/lib/auth/client-address.ts';
import { languageCookie, type Reader, readerOf } from '@/lib/format/language.ts';
import { pickLocale } from '@/lib/format/locale.ts';
import { defaultTimeZone, isTimeZone } from '@/lib/format/time-zone.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Ledgerline', template: '%s · Ledgerline' },
  description: "Your customers' accounting, payments and shop systems in one console and one API.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfdfe' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1115' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered for its request: a page made at build time has no CSP nonce and its scripts are blocked.
  await connection();
  const [head, jar] = await Promise.all([headers(), cookies()]);
  const zone = jar.get(timeZoneCookie)?.value;
  const { language, locale } = viewerOf(head, jar.get(languageCookie)?.value);
  return (
    <html lang={language} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <Providers
          nonce={cspNonce(head)}
          now={Date.now()}
          locale={locale}
          timeZone={isTimeZone(zone) ? zone : defaultTimeZone}
        >
          {children}
        </Providers>
      </body>
    </html>
  );
}

/** The console is English with the viewer's numbers; the customers' pages are in the reader's language altogether. */
function viewerOf(head: Headers, chosen: string | undefined): Reader {
  const acceptLanguage = head.get('accept-language');
  const isCustomers = head.get(requestPathHeader)?.startsWith('/connect/') ?? false;
  return isCustomers ? readerOf({ chosen, acceptLanguage }) : { language: 'en', locale: pickLocale(acceptLanguage) };
}
