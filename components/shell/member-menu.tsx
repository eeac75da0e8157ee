'use client';

import { LogOut } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useTransition } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '../ui/dropdown-menu.tsx';

export interface MemberMenuProps {
  name: string;
  email: string;
  /** In words: "Owner". */
  role: string;
  /** A server action: ends the session and leads to the sign-in page. */
  onSignOut: () => Promise<void>;
}

/** Who one is, the theme, and the way out. */
export function MemberMenu({ name, email, role, onSignOut }: MemberMenuProps) {
  const { theme, setTheme } = useTheme();
  const [pending, startTransition] = useTransition();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`Account of ${name}`}
        disabled={pending}
        aria-busy={pending}
        className="focus-ring flex size-8 items-center justify-center rounded-full"
      >
        <Avatar name={name} className="size-7" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{name}</p>
          <p className="truncate text-muted-foreground text-xs">{email}</p>
          <p className="text-muted-foreground text-xs">{role}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Theme</DropdownMenuLabel>
        <DropdownMenuRadioGroup aria-label="Theme" value={theme} onValueChange={setTheme}>
          <DropdownMenuRadioItem value="system">As the system</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="light">Light</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="dark">Dark</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => startTransition(onSignOut)}>
          <LogOut aria-hidden />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
