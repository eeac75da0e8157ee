'use client';

import { useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/dialog.tsx';
import type { PlatformOption } from './link-draft.ts';
import { LinkReady, type MadeLink } from './link-ready.tsx';
import { LinkWizard } from './link-wizard.tsx';

/** Makes a link step by step, then shows it. */
export function CreateInviteLinkDialog({
  platforms,
  onClose,
}: {
  platforms: readonly PlatformOption[];
  onClose: () => void;
}) {
  const [made, setMade] = useState<MadeLink | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        {made ? (
          <LinkReady made={made} onClose={onClose} />
        ) : (
          <LinkWizard platforms={platforms} onMade={setMade} onClose={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}
