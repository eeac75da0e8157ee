'use client';

import { useState } from 'react';
import { unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { toast } from '@/components/ui/toast.ts';
import { removeMember } from '@/lib/domain/members/actions.ts';
import type { MemberRow } from './member-row.ts';

/** Asks before somebody is taken out of the organisation; a refusal is read in the same place. */
export function RemoveMember({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { userId, name, isSelf } = member;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isSelf ? 'Leave this organisation?' : `Remove ${name}?`}
      description={
        isSelf
          ? 'You see nothing of it from then on. Somebody else can invite you again.'
          : 'They see nothing of this organisation from then on. What they did stays, and so do the keys and links that they made. They can be invited again.'
      }
      confirmLabel={isSelf ? 'Leave' : 'Remove'}
      danger
      onConfirm={async () => {
        const result = await removeMember({ userId }).catch(unanswered);
        if (!result.ok) setRefusal(result.message);
        else toast.success(isSelf ? 'You left the organisation' : `${name} is removed`);
        return result.ok;
      }}
    >
      {refusal && (
        <Alert tone="danger" title="Nothing was changed">
          {refusal}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
