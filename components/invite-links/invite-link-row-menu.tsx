'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CalendarPlus, ExternalLink, MoreHorizontal, QrCode, Unlink } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ActionsCell } from '@/components/data-table/cells.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import { toast } from '@/components/ui/toast.ts';
import { revokeInviteLink } from '@/lib/domain/invite-links/actions.ts';
import type { InviteLinkListItem } from '@/lib/domain/invite-links/invite-link-list.ts';

const ExtendLinkDialog = dynamic(() => import('./extend-link-dialog.tsx').then((module) => module.ExtendLinkDialog));
const ShowLinkDialog = dynamic(() => import('./show-link-dialog.tsx').then((module) => module.ShowLinkDialog));

/** Copy is always there; the menu shows the link, gives it more time and revokes it. */
export function InviteLinkRowMenu({ link }: { link: InviteLinkListItem }) {
  const [open, setOpen] = useState<'show' | 'extend' | 'revoke' | null>(null);
  const close = () => setOpen(null);
  const queries = useQueryClient();
  if (link.status === 'REVOKED') return null;
  return (
    <ActionsCell
      menu={
        <>
          <CopyButton value={link.url} label={`Copy link for ${link.companyName}`} />
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${link.companyName}`}>
                <MoreHorizontal aria-hidden />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              <DropdownMenuItem onSelect={() => setOpen('show')}>
                <QrCode aria-hidden />
                Show as QR code
              </DropdownMenuItem>
              {link.status !== 'CONNECTED' && (
                <DropdownMenuItem onSelect={() => setOpen('extend')}>
                  <CalendarPlus aria-hidden />
                  Extend
                </DropdownMenuItem>
              )}
              <DropdownMenuItem asChild>
                <a href={link.url} target="_blank" rel="noreferrer">
                  <ExternalLink aria-hidden />
                  Open as the customer sees it
                </a>
              </DropdownMenuItem>
              <DropdownMenuItem variant="danger" onSelect={() => setOpen('revoke')}>
                <Unlink aria-hidden />
                Revoke
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
          {open === 'show' && <ShowLinkDialog link={link} onClose={close} />}
          {open === 'extend' && <ExtendLinkDialog link={link} onClose={close} />}
          <ConfirmDialog
            open={open === 'revoke'}
            onOpenChange={(next) => !next && close()}
            title={`Revoke the link of ${link.companyName}?`}
            description="The link stops working, also for reconnecting. A connection that stands is not touched. You can make a new link later."
            confirmLabel="Revoke"
            danger
            onConfirm={async () => {
              const result = await revokeInviteLink({ inviteLinkId: link.id });
              if (result.ok) toast.success('The link no longer works');
              else toast.error(result.message);
              await queries.invalidateQueries({ queryKey: ['invite-links'] });
              return result.ok;
            }}
          />
        </>
      }
    />
  );
}
