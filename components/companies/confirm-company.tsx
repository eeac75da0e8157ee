'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { confirmReconnection, declineReconnection } from '@/lib/domain/connections/actions.ts';
import { useAct } from './use-act.ts';

/** Asks which company of the platform is meant, after its customer signed in to another one. */
export function ConfirmCompany({
  companyId,
  name,
  proposed,
  size,
}: {
  companyId: number;
  name: string;
  /** What the platform calls the other company. */
  proposed: string;
  size?: 'sm';
}) {
  const [isAsking, setIsAsking] = useState(false);
  const [pending, act] = useAct();
  const decline = () =>
    act(() => declineReconnection({ companyId }), `${name} stays with the company that was connected before`);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant={size ? 'secondary' : 'primary'}
        size={size}
        disabled={pending}
        aria-busy={pending}
        onClick={() => setIsAsking(true)}
      >
        Confirm {proposed}
      </Button>
      <Button variant="ghost" size={size} disabled={pending} aria-busy={pending} onClick={decline}>
        Keep the one before
      </Button>
      {isAsking && (
        <ConfirmDialog
          open
          onOpenChange={setIsAsking}
          title={`Connect ${name} to ${proposed}?`}
          description="The new sign-in replaces the old one and everything is read anew. Records of the company that was connected before are marked deleted once that is done."
          confirmLabel={`Connect ${proposed}`}
          danger
          onConfirm={() => act(() => confirmReconnection({ companyId }), `${name} is connected to ${proposed}`)}
        />
      )}
    </div>
  );
}
