import { Button } from '@/components/ui/button.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';

/** A link for one person, this once. */
export function LinkMade({
  title,
  label,
  url,
  email,
  expiresAt,
  isMailed,
  onDone,
}: {
  title: string;
  /** What the link is called: "Invitation link". */
  label: string;
  url: string;
  /** Whom it is for. */
  email: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Whether it goes to them by mail, too. */
  isMailed: boolean;
  onDone: () => void;
}) {
  return (
    <div className="grid grid-cols-1 gap-5">
      <DialogHeader>
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>
          {isMailed ? `It is on its way to ${email}. You can also pass it on yourself:` : `Send it to ${email}.`} It
          works once, until <DateTime value={expiresAt} />, and can't be shown again.
        </DialogDescription>
      </DialogHeader>
      <CopyField value={url} label={label} />
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </div>
  );
}
