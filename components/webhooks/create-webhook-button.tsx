'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useCommands } from '@/components/shell/commands.tsx';
import { Button } from '@/components/ui/button.tsx';
import type { PlatformOption } from './webhook-form.tsx';

// The form is fetched when it is first asked for: most visits don't make a webhook.
const WebhookDialog = dynamic(() => import('./webhook-dialog.tsx').then((module) => module.WebhookDialog));

/** The primary action of the page: makes a webhook and shows its signing key once. */
export function CreateWebhookButton({ platforms }: { platforms: PlatformOption[] }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useCommands([{ id: 'add-webhook', label: 'Add a webhook', run: () => setOpen(true) }]);
  const close = () => {
    setOpen(false);
    // The dialog is no child of the button, so that nobody else gives the focus back.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <Button ref={button} variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Add a webhook
      </Button>
      {open && <WebhookDialog webhook={null} platforms={platforms} onClose={close} />}
    </>
  );
}
