'use client';

import { Button } from '@/components/ui/button.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { PageBody } from '@/components/ui/page-head.tsx';

export default function ConsoleError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PageBody>
      <Empty
        title={<h1>This page could not be loaded</h1>}
        description="Nothing was changed. Try again; if it stays, report the number below."
        action={
          <div className="grid justify-items-center gap-3">
            <Button onClick={reset}>Try again</Button>
            {error.digest && <code className="code text-muted-foreground">{error.digest}</code>}
          </div>
        }
      />
    </PageBody>
  );
}
