'use client';

import { CloudAlert } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { Empty } from '@/components/ui/empty.tsx';

/** What Next gives to an error boundary. */
export interface PartErrorProps {
  error: Error & { digest?: string };
  retry: () => void;
}

/** A tab that could not be made: what was not harmed, try again, and the number that finds it in the log. */
export function PartError({ error, retry, unharmed }: PartErrorProps & { unharmed: string }) {
  return (
    <Card>
      <Empty
        role="alert"
        icon={CloudAlert}
        title="This part of the page could not be loaded"
        description={`Nothing was changed, and ${unharmed}. Try again; if it stays, report the number below.`}
        action={
          <div className="grid justify-items-center gap-2">
            <Button onClick={retry}>Try again</Button>
            {error.digest && (
              <p className="flex items-center gap-1 text-muted-foreground text-xs">
                Error <span className="code">{error.digest}</span>
                <CopyButton value={error.digest} label="Copy error number" />
              </p>
            )}
          </div>
        }
      />
    </Card>
  );
}
