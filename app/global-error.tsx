'use client';

import { GeistSans } from 'geist/font/sans';
import { CloudAlert } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import './globals.css';

/** Stands in for the whole page when even the root layout failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body>
        <title>Something went wrong · Ledgerline</title>
        <main className="grid min-h-dvh place-items-center">
          <Empty
            icon={CloudAlert}
            title={<h1>This page could not be shown</h1>}
            description="Something went wrong on our side. Nothing that was saved is lost. Load the page again; if it stays, report the reference below."
            action={
              <div className="grid justify-items-center gap-3">
                <Button variant="primary" onClick={() => window.location.reload()}>
                  Load again
                </Button>
                {error.digest && (
                  <p className="flex items-center gap-1 text-muted-foreground text-xs">
                    Reference <span className="code">{error.digest}</span>
                    <CopyButton value={error.digest} label="Copy reference" />
                  </p>
                )}
              </div>
            }
          />
        </main>
      </body>
    </html>
  );
}
