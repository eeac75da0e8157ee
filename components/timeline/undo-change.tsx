'use client';

import { Undo2 } from 'lucide-react';
import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import { undoConfigChange } from '@/lib/domain/sync-config/actions.ts';

/** Takes a change of settings back, schedule and cursor included. */
export function UndoChange({ companyId, changeId }: { companyId: number; changeId: number }) {
  const [pending, act] = useAct();
  return (
    <Button
      variant="ghost"
      size="sm"
      disabled={pending}
      aria-busy={pending}
      onClick={() => act(() => undoConfigChange({ companyId, changeId }), 'It is as it was before')}
      className="-ml-2 w-fit"
    >
      <Undo2 aria-hidden />
      Undo
    </Button>
  );
}
