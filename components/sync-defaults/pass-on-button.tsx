'use client';

import { useState, useTransition } from 'react';
import { unanswered } from '@/components/settings/form-problems.ts';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { toast } from '@/components/ui/toast.ts';
import type { Integration, ParentModel } from '@/db/schema/enums.ts';
import { countPropagation, updateSyncDefaults } from '@/lib/domain/sync-defaults/actions.ts';
import type { PropagationCount } from '@/lib/domain/sync-defaults/schema.ts';
import { propagationWords } from './propagation-words.ts';

/** Lets the companies that are connected follow the defaults as they stand, after saying how many change. */
export function PassOnButton({
  integration,
  platform,
  models,
}: {
  integration: Integration;
  platform: string;
  models: readonly ParentModel[];
}) {
  const [count, setCount] = useState<PropagationCount | null>(null);
  const [pending, startTransition] = useTransition();
  const configs = models.map((dataModel) => ({ dataModel }));
  const ask = () =>
    startTransition(async () => {
      const result = await countPropagation({ integration, configs }).catch(unanswered);
      if (!result.ok) toast.error(result.message);
      else if (result.data.companies > 0) setCount(result.data);
      else toast.info(`Nothing to pass on. ${propagationWords(result.data)}`);
    });
  return (
    <>
      <Button onClick={ask} disabled={pending} aria-busy={pending}>
        {pending ? 'Counting…' : 'Pass on to connected companies'}
      </Button>
      <ConfirmDialog
        open={count !== null}
        onOpenChange={(open) => !open && setCount(null)}
        title={`Pass the defaults of ${platform} on?`}
        description={`${count ? propagationWords(count) : ''} What is stored is kept. Each company's timeline says what was changed.`}
        confirmLabel="Pass on"
        onConfirm={async () => {
          const result = await updateSyncDefaults({ integration, configs, propagate: true }).catch(unanswered);
          if (result.ok) toast.success(`The defaults of ${platform} are passed on`);
          else toast.error(result.message);
          return result.ok;
        }}
      />
    </>
  );
}
