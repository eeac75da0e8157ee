'use client';

import { RefreshCw } from 'lucide-react';
import { useTransition } from 'react';
import { unanswered } from '@/components/settings/form-problems.ts';
import { Button } from '@/components/ui/button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { retryTrouble } from '@/lib/domain/incidents/actions.ts';
import type { IncidentKey } from '@/lib/domain/incidents/schema.ts';
import { formatCount } from '@/lib/format/number.ts';

/** Syncs every company that has a trouble once more. */
export function RetryButton({ trouble, count }: { trouble: IncidentKey; count: number }) {
  const [pending, startTransition] = useTransition();
  const retry = () =>
    startTransition(async () => {
      const result = await retryTrouble(trouble).catch(unanswered);
      if (!result.ok) toast.error(result.message);
      else if (result.data.started > 0)
        toast.success(`${formatCount(result.data.started, 'sync is', 'syncs are')} queued`);
      else toast.info('A sync is already running, or the company is paused. Nothing was started.');
    });
  return (
    <Button size="sm" disabled={pending} aria-busy={pending} onClick={retry}>
      <RefreshCw aria-hidden className={pending ? 'animate-spin' : undefined} />
      {count === 1 ? 'Sync again' : `Sync all ${count} again`}
    </Button>
  );
}
