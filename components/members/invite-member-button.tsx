'use client';

import dynamic from 'next/dynamic';
import { AddButton } from '@/components/settings/add-button.tsx';
import type { Role } from '@/db/schema/enums.ts';

// The form is fetched when it is first asked for.
const InviteMemberDialog = dynamic(() =>
  import('./invite-member-dialog.tsx').then((module) => module.InviteMemberDialog),
);

/** Makes the link by which somebody becomes a member. */
export function InviteMemberButton({ offered }: { offered: readonly Role[] }) {
  return (
    <AddButton label="Invite a member">{(close) => <InviteMemberDialog offered={offered} onClose={close} />}</AddButton>
  );
}
