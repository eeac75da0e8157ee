'use client';

import { useState } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { disconnectByLink } from '@/lib/domain/connections/actions.ts';

/** The customer takes access back; asked once. */
export function DisconnectByLink({ inviteLinkId, platform }: { inviteLinkId: string; platform: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="lg">
          Disconnect
        </Button>
      }
      title={`Disconnect ${platform}?`}
      description="The stored sign-in is erased and nothing more is read. You can connect again with this link."
      confirmLabel="Disconnect"
      danger
      onConfirm={async () => {
        const result = await disconnectByLink({ inviteLinkId });
        setProblem(result.ok ? null : result.message);
        return result.ok;
      }}
    >
      {problem && <Alert tone="danger">{problem}</Alert>}
    </ConfirmDialog>
  );
}
