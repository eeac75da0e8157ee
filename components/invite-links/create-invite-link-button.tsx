'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useCommands } from '@/components/shell/commands.tsx';
import { Button } from '@/components/ui/button.tsx';
import type { PlatformOption } from './link-draft.ts';

// The form is fetched when it is first asked for: most visits to a list don't make a link.
const CreateInviteLinkDialog = dynamic(() =>
  import('./create-invite-link-dialog.tsx').then((module) => module.CreateInviteLinkDialog),
);

/** The primary action of the lists: makes an invite link. */
export function CreateInviteLinkButton({ platforms }: { platforms: PlatformOption[] }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useCommands([{ id: 'invite-company', label: 'Invite a company', run: () => setOpen(true) }]);
  const close = () => {
    setOpen(false);
    // The dialog is no child of the button, so that nobody else gives the focus back.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <Button ref={button} variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Invite a company
      </Button>
      {open && <CreateInviteLinkDialog platforms={platforms} onClose={close} />}
    </>
  );
}
