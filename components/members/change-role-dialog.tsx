'use client';

import { EntryDialog } from '@/components/settings/entry-dialog.tsx';
import type { Role } from '@/db/schema/enums.ts';
import { changeRole } from '@/lib/domain/members/actions.ts';
import type { MemberRow } from './member-row.ts';
import { RoleField } from './role-field.tsx';
import { roleOf, roleWords } from './role-words.ts';

/** Gives a member another role. */
export function ChangeRoleDialog({
  member,
  offered,
  onClose,
}: {
  member: MemberRow;
  offered: readonly Role[];
  onClose: () => void;
}) {
  const { userId, name, role } = member;
  return (
    <EntryDialog
      title={`Change the role of ${name}`}
      description="It holds from their next click on."
      submitLabel="Save"
      save={(form) => changeRole({ userId, role: roleOf(form) })}
      saved={(form) => `${name} has the role ${roleWords[roleOf(form)].label.toLowerCase()}`}
      onClose={onClose}
    >
      {() => <RoleField offered={offered} value={role} />}
    </EntryDialog>
  );
}
