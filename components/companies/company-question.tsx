'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { toast } from '@/components/ui/toast.ts';
import { archiveCompany, restoreCompany } from '@/lib/domain/companies/actions.ts';
import { disconnectCompany } from '@/lib/domain/connections/actions.ts';
import { startSync } from '@/lib/domain/syncs/actions.ts';
import { useAct } from './use-act.ts';

export type CompanyQuestion = 'full-sync' | 'disconnect' | 'archive';

interface Words {
  title: (name: string) => string;
  description: string;
  confirm: string;
  danger?: boolean;
}

const words: Record<CompanyQuestion, Words> = {
  'full-sync': {
    title: (name) => `Read everything of ${name} again?`,
    description:
      'A full sync reads every record, and marks as deleted what is gone on the platform. It takes longer than a normal one.',
    confirm: 'Start full sync',
  },
  disconnect: {
    title: (name) => `Disconnect ${name}?`,
    description:
      'The stored sign-in is erased and syncs stop. Records, settings and the invite link are kept; your customer reconnects with the link.',
    confirm: 'Disconnect',
    danger: true,
  },
  archive: {
    title: (name) => `Archive ${name}?`,
    description:
      'The company leaves the lists, its stored sign-in is erased and its link stops working. Records are kept. Restore brings it back; then your customer has to reconnect.',
    confirm: 'Archive',
    danger: true,
  },
};

/** Asks once before a company is read anew, disconnected or archived, and does it. */
export function CompanyQuestionDialog({
  question,
  companyId,
  name,
  onClose,
}: {
  question: CompanyQuestion;
  companyId: number;
  name: string;
  onClose: () => void;
}) {
  const [, act] = useAct();
  const { title, description, confirm, danger } = words[question];

  const work: Record<CompanyQuestion, () => Promise<boolean>> = {
    'full-sync': () => act(() => startSync({ companyId, fullSync: true }), 'The full sync is queued'),
    disconnect: () => act(() => disconnectCompany({ companyId }), `${name} is disconnected`),
    archive: async () => {
      const result = await archiveCompany({ companyId });
      if (!result.ok) toast.error(result.message);
      else {
        // Restoring brings all of it back but the sign-in, which is gone for good.
        toast.message(`${name} is archived`, {
          action: { label: 'Undo', onClick: () => void act(() => restoreCompany({ companyId }), `${name} is back`) },
        });
      }
      return result.ok;
    },
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title(name)}
      description={description}
      confirmLabel={confirm}
      danger={danger}
      onConfirm={work[question]}
    />
  );
}
