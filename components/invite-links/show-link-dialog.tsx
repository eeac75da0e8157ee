'use client';

import { CopyField } from '@/components/ui/copy-field.tsx';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import type { InviteLinkListItem } from '@/lib/domain/invite-links/invite-link-list.ts';
import { QrCode } from './qr-code.tsx';

/** A link once more, to copy and as a QR code. */
export function ShowLinkDialog({ link, onClose }: { link: InviteLinkListItem; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>The link for {link.companyName}</DialogTitle>
          <DialogDescription>
            {link.status === 'CONNECTED' ? 'It reconnects the company.' : 'It connects the company.'}
          </DialogDescription>
        </DialogHeader>
        <CopyField value={link.url} label="Invite link" />
        <QrCode value={link.url} name={link.companyName} />
      </DialogContent>
    </Dialog>
  );
}
