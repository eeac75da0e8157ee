'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { cancelBulkAction, undoBulkAction } from '@/lib/domain/bulk-actions/actions.ts';
import type { BulkActionView } from '@/lib/domain/bulk-actions/schema.ts';
import { useAct } from '../companies/use-act.ts';

/** Stops a bulk action that goes on, takes back one that has ended. */
export function BulkControls({ action }: { action: BulkActionView }) {
  const [pending, act] = useAct();
  const queries = useQueryClient();
  const router = useRouter();
  const bulkActionId = action.id;
  const stop = async () => {
    await act(() => cancelBulkAction({ bulkActionId }), 'Stopped; what was done stays done');
    await queries.invalidateQueries({ queryKey: ['bulk-action', bulkActionId] });
  };
  const undo = async () => {
    const result = await undoBulkAction({ bulkActionId });
    if (!result.ok) return toast.error(result.message);
    toast.success('It is being taken back');
    router.push(`/companies/bulk-actions/${result.data.id}`);
  };
  if (action.endedAt === null) {
    return (
      <Button disabled={pending} aria-busy={pending} onClick={stop}>
        Stop
      </Button>
    );
  }
  return (
    action.canUndo && (
      <Button onClick={undo}>
        <Undo2 aria-hidden />
        Undo
      </Button>
    )
  );
}
