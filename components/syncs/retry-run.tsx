'use client';

import { RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import { retrySync } from '@/lib/domain/syncs/actions.ts';
import type { RunDetail } from '@/lib/domain/syncs/run-view.ts';

/** Does an ended run once more, and leads to the new one. */
export function RetryRun({ companyId, run }: { companyId: number; run: RunDetail }) {
  const router = useRouter();
  const [pending, act] = useAct();
  const isPart = run.status !== 'SUCCESS' && run.jobCounts.success > 0;
  const retry = async () => {
    const result = await retrySync({ syncId: run.id });
    if (result.ok) router.push(`/companies/${companyId}/syncs/${result.data.id}`);
    return result;
  };
  return (
    <Button
      size="sm"
      className="ml-auto"
      disabled={pending}
      aria-busy={pending}
      onClick={() => act(retry, 'The retry is queued')}
    >
      <RotateCcw aria-hidden />
      {isPart ? 'Retry what did not go well' : 'Run again'}
    </Button>
  );
}
