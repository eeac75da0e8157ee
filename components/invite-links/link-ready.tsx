import { Mail } from 'lucide-react';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { Button, buttonVariants } from '@/components/ui/button.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { QrCode } from './qr-code.tsx';

export interface MadeLink {
  companyId: number;
  companyName: string;
  url: string;
}

/** The link to send: to copy, as a QR code, and as the beginning of a mail. */
export function LinkReady({ made, onClose }: { made: MadeLink; onClose: () => void }) {
  return (
    <div className="grid grid-cols-1 gap-5">
      <DialogHeader>
        <DialogTitle>The link for {made.companyName} is ready</DialogTitle>
        <DialogDescription>
          Send it to your customer. It also works later, when they need to connect again.
        </DialogDescription>
      </DialogHeader>
      <div className="grid grid-cols-1 justify-items-start gap-2">
        <CopyField value={made.url} label="Invite link" className="w-full" />
        <a href={mailTo(made)} className={buttonVariants({ size: 'sm' })}>
          <Mail aria-hidden />
          Write a mail
        </a>
      </div>
      <QrCode value={made.url} name={made.companyName} />
      <DialogFooter>
        <RowLink href={`/companies/${made.companyId}`} className={buttonVariants()}>
          Open the company
        </RowLink>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </div>
  );
}

function mailTo({ companyName, url }: MadeLink): string {
  const subject = `Connect the books of ${companyName}`;
  const body = `Hello,\n\nplease connect the books of ${companyName} with this link:\n\n${url}\n\nYou see what is read before you sign in, and you can take the access back there at any time.`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
