'use client';

import { useAct } from '@/components/companies/use-act.ts';
import { toast } from '@/components/ui/toast.ts';
import { undoConfigChange } from '@/lib/domain/sync-config/actions.ts';

/** How long a change can be taken back from the corner; afterwards from the timeline. */
export const undoMs = 30_000;

/** Says that settings were changed, and offers to take it back. */
export function useUndo(companyId: number) {
  const [, act] = useAct();
  return (done: string, changeId: number | null) => {
    if (changeId === null) return toast.success(done);
    const undo = () => void act(() => undoConfigChange({ companyId, changeId }), 'It is as it was before');
    toast.success(done, { duration: undoMs, action: { label: 'Undo', onClick: undo } });
  };
}
