'use client';

import { GeistSans } from 'geist/font/sans';
import './globals.css';

/**
 * Stands in for the whole page when even the root layout failed. Every page loads it beforehand and on its own: it is
 * made of plain elements, so that nobody pays twice for the kit.
 */
export default function GlobalError({ error }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body>
        <title>Something went wrong · Ledgerline</title>
        <main className="grid min-h-dvh place-items-center">
          <div className="grid justify-items-center gap-3 px-6 py-14 text-center">
            <h1 className="font-medium text-base">This page could not be shown</h1>
            <p className="max-w-sm text-balance text-muted-foreground">
              Something went wrong on our side. Nothing that was saved is lost. Load the page again; if it stays, report
              the reference below.
            </p>
            <button
              type="button"
              onClick={() => window.location.reload()}
              className="focus-ring h-8 rounded-md bg-primary px-3 font-medium text-primary-foreground text-sm hover:bg-primary-hover"
            >
              Load again
            </button>
            {error.digest && (
              <p className="text-muted-foreground text-xs">
                Reference <span className="code select-all">{error.digest}</span>
              </p>
            )}
          </div>
        </main>
      </body>
    </html>
  );
}
