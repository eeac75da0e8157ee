'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { type ReactNode, useState } from 'react';
import { Toaster } from '../ui/toaster.tsx';
import { ViewerProvider } from '../ui/viewer.tsx';
import type { ViewerSeed } from '../ui/viewer-seed.ts';
import { FocusKeeper } from './focus-keeper.tsx';

export interface ProvidersProps extends ViewerSeed {
  /** Of this request's Content-Security-Policy, for the script that sets the theme before the first paint. */
  nonce?: string;
  children: ReactNode;
}

/** What every page stands in: theme, clock and zone, query cache, toasts, focus. */
export function Providers({ nonce, now, locale, timeZone, children }: ProvidersProps) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <ThemeProvider attribute="class" nonce={nonce} disableTransitionOnChange>
      <ViewerProvider now={now} locale={locale} timeZone={timeZone}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
        <Toaster />
        <FocusKeeper />
      </ViewerProvider>
    </ThemeProvider>
  );
}

// Made in state, not at module level: on the server a module is shared by all viewers.
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Rows that the server rendered count as fresh for a while, so that hydration does not fetch them again.
        staleTime: 30_000,
        // Nothing outlives its page: the next visit begins with what the server renders then, of the organisation that
        // is chosen then, and not with what was seen before.
        gcTime: 0,
        retry: 1,
        refetchOnWindowFocus: true,
      },
    },
  });
}
