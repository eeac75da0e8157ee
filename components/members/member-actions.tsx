'use client';

import { MoreHorizontal, UserCog, UserMinus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import type { Role } from '@/db/schema/enums.ts';
import type { MemberRow } from './member-row.ts';
import { RemoveMember } from './remove-member.tsx';

const ChangeRoleDialog = dynamic(() => import('./change-role-dialog.tsx').then((module) => module.ChangeRoleDialog));

/** What can be done with a member. */
export function MemberActions({ member, offered }: { member: MemberRow; offered: readonly Role[] }) {
  const [asked, setAsked] = useState<'role' | 'remove' | null>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsked(null);
    requestAnimationFrame(() => menu.current?.focus());
  };
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button ref={menu} variant="ghost" size="icon-sm" aria-label={`Actions for ${member.name}`}>
            <MoreHorizontal aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setAsked('role')}>
            <UserCog aria-hidden />
            Change role
          </DropdownMenuItem>
          <DropdownMenuItem variant="danger" onSelect={() => setAsked('remove')}>
            <UserMinus aria-hidden />
            {member.isSelf ? 'Leave' : 'Remove'}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {asked === 'role' && <ChangeRoleDialog member={member} offered={offered} onClose={close} />}
      {asked === 'remove' && <RemoveMember member={member} onClose={close} />}
    </>
  );
}
