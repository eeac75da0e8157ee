'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { cancelSync } from '@/lib/domain/syncs/actions.ts';

/** Ends a run early. What it has stored stays, so it asks nothing first. */
export function CancelSyncButton({ syncId }: { syncId: string }) {
  const queries = useQueryClient();
  const [pending, startTransition] = useTransition();
  const cancel = () =>
    startTransition(async () => {
      const result = await cancelSync({ syncId });
      if (result.ok) toast('The sync is being cancelled; what it stored stays');
      else toast.error(result.message);
      await queries.invalidateQueries({ queryKey: ['company'] });
    });
  return (
    <Button disabled={pending} aria-busy={pending} onClick={cancel}>
      Cancel sync
    </Button>
  );
}
