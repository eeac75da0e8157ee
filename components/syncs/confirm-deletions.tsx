'use client';

import { useRouter } from 'next/navigation';
import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { confirmDeletions } from '@/lib/domain/syncs/actions.ts';
import type { RunJob } from '@/lib/domain/syncs/run-view.ts';
import { formatNumber } from '@/lib/format/number.ts';
import { dataModelNames } from './data-model-names.ts';

/** Lets a person say that what a full sync did not find is really gone; asks once, and names how many of how many. */
export function ConfirmDeletions({
  companyId,
  syncId,
  job,
  refused,
}: {
  companyId: number;
  syncId: string;
  job: RunJob;
  refused: NonNullable<RunJob['refusedDeletions']>;
}) {
  const router = useRouter();
  const [, act] = useAct();
  const name = dataModelNames[job.dataModel].toLowerCase();
  const gone = formatNumber(refused.wouldVanish);
  const confirm = async () => {
    const result = await confirmDeletions({ syncId, jobId: job.id });
    if (result.ok) router.push(`/companies/${companyId}/syncs/${result.data.id}`);
    return result;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" className="mt-2">
          They are gone: mark {gone} deleted
        </Button>
      }
      title={`Mark ${gone} of ${formatNumber(refused.live)} ${name} deleted?`}
      description={`A full sync of ${name} is started. What it does not find is marked deleted, up to ${gone} records; should more be gone by then, it stops and asks again. A record that comes back on the platform comes back here.`}
      confirmLabel="Start and mark deleted"
      danger
      onConfirm={() => act(confirm, `The full sync of ${name} is queued`)}
    />
  );
}
