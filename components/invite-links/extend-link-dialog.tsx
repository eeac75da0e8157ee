'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { EntryDialog } from '@/components/settings/entry-dialog.tsx';
import { extendInviteLink } from '@/lib/domain/invite-links/actions.ts';
import type { InviteLinkListItem } from '@/lib/domain/invite-links/invite-link-list.ts';
import { ExpiryField } from './expiry-field.tsx';
import { expiryDate } from './link-draft.ts';

/** Gives a link more time from now on; one that has expired works again. */
export function ExtendLinkDialog({ link, onClose }: { link: InviteLinkListItem; onClose: () => void }) {
  const queries = useQueryClient();
  const [days, setDays] = useState('30');
  const save = async () => {
    const expiresAt = expiryDate(days, new Date())?.toISOString() ?? null;
    const result = await extendInviteLink({ inviteLinkId: link.id, expiresAt });
    if (result.ok) await queries.invalidateQueries({ queryKey: ['invite-links'] });
    return result;
  };
  return (
    <EntryDialog
      title={`Extend the link of ${link.companyName}`}
      description={`Your customer’s link stays the same.${link.status === 'EXPIRED' ? ' It works again at once.' : ''}`}
      submitLabel="Extend"
      save={save}
      saved={() => `The link of ${link.companyName} has more time`}
      onClose={onClose}
    >
      {(problems) => <ExpiryField value={days} onChange={setDays} error={problems.expiresAt} />}
    </EntryDialog>
  );
}
