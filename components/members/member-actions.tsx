'use client';

import { KeyRound, LogOut, MoreHorizontal, UserCog, UserMinus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import type { Role } from '@/db/schema/enums.ts';
import { revokeMemberSessions } from '@/lib/domain/sessions/actions.ts';
import type { MemberRow } from './member-row.ts';
import { RemoveMember } from './remove-member.tsx';

const ChangeRoleDialog = dynamic(() => import('./change-role-dialog.tsx').then((module) => module.ChangeRoleDialog));
const ResetLinkDialog = dynamic(() => import('./reset-link-dialog.tsx').then((module) => module.ResetLinkDialog));

/** What can be done with a member; everybody may leave. */
export function MemberActions({ member, offered }: { member: MemberRow; offered: readonly Role[] }) {
  const [asked, setAsked] = useState<'role' | 'reset-link' | 'remove' | null>(null);
  const [, act] = useAct();
  const { userId, name, isSelf, isManaged } = member;
  const menu = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsked(null);
    requestAnimationFrame(() => menu.current?.focus());
  };
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button ref={menu} variant="ghost" size="icon-sm" aria-label={`Actions for ${name}`}>
            <MoreHorizontal aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {isManaged && (
            <DropdownMenuItem onSelect={() => setAsked('role')}>
              <UserCog aria-hidden />
              Change role
            </DropdownMenuItem>
          )}
          {isManaged && !isSelf && (
            <>
              <DropdownMenuItem onSelect={() => setAsked('reset-link')}>
                <KeyRound aria-hidden />
                Make a reset link
              </DropdownMenuItem>
              <DropdownMenuItem
                onSelect={() => act(() => revokeMemberSessions({ userId }), `${name} is signed out everywhere`)}
              >
                <LogOut aria-hidden />
                Sign out everywhere
              </DropdownMenuItem>
            </>
          )}
          <DropdownMenuItem variant="danger" onSelect={() => setAsked('remove')}>
            <UserMinus aria-hidden />
            {isSelf ? 'Leave' : 'Remove'}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {asked === 'role' && <ChangeRoleDialog member={member} offered={offered} onClose={close} />}
      {asked === 'reset-link' && <ResetLinkDialog member={member} onClose={close} />}
      {asked === 'remove' && <RemoveMember member={member} onClose={close} />}
    </>
  );
}
