'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { Toaster } from '../ui/toaster.tsx';
import { ViewerProvider } from '../ui/viewer.tsx';
import type { ViewerSeed } from '../ui/viewer-seed.ts';

export interface ProvidersProps extends ViewerSeed {
  /** Of this request's Content-Security-Policy, for the script that sets the theme before the first paint. */
  nonce?: string;
  children: ReactNode;
}

/** What every page stands in: theme, clock and zone, query cache, URL state, toasts. */
export function Providers({ nonce, now, locale, timeZone, children }: ProvidersProps) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <ThemeProvider attribute="class" nonce={nonce} disableTransitionOnChange>
      <ViewerProvider now={now} locale={locale} timeZone={timeZone}>
        <QueryClientProvider client={queryClient}>
          <NuqsAdapter>{children}</NuqsAdapter>
        </QueryClientProvider>
        <Toaster />
      </ViewerProvider>
    </ThemeProvider>
  );
}

// Made in state, not at module level: on the server a module is shared by all viewers.
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Rows that the server rendered count as fresh for a while, so that hydration does not fetch them again.
      queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: true },
    },
  });
}
