'use client';

import { useState } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog.tsx';
import { type PlatformOption, WebhookForm } from './webhook-form.tsx';
import type { WebhookRow } from './webhook-row.ts';

/** The form of a new webhook, then its key; or that of one to change. */
export function WebhookDialog({
  webhook,
  platforms,
  onClose,
}: {
  /** Null: a new one. */
  webhook: WebhookRow | null;
  platforms: PlatformOption[];
  onClose: () => void;
}) {
  const [signingKey, setSigningKey] = useState<string | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        {signingKey ? (
          <KeyShown signingKey={signingKey} onDone={onClose} />
        ) : (
          <WebhookForm webhook={webhook} platforms={platforms} onMade={setSigningKey} onClose={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function KeyShown({ signingKey, onDone }: { signingKey: string; onDone: () => void }) {
  return (
    <div className="grid grid-cols-1 gap-5">
      <DialogHeader>
        <DialogTitle>Copy the signing key now</DialogTitle>
        <DialogDescription>
          Your program checks with it that a message is ours. It is stored sealed and can't be shown again.
        </DialogDescription>
      </DialogHeader>
      <CopyField value={signingKey} label="Signing key" />
      <Alert>
        Messages follow Standard Webhooks: <code className="code">webhook-id</code>,{' '}
        <code className="code">webhook-timestamp</code> and <code className="code">webhook-signature</code>. The same id
        may come more than once.
      </Alert>
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </div>
  );
}
