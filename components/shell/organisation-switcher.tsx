'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { useTransition } from 'react';
import { cn } from '../ui/cn.ts';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '../ui/dropdown-menu.tsx';
import { Monogram } from '../ui/monogram.tsx';

export interface OrganisationChoice {
  id: string;
  name: string;
}

export interface OrganisationSwitcherProps {
  current: OrganisationChoice;
  /** All that the member belongs to, the current one among them. */
  organisations: OrganisationChoice[];
  /** A server action: makes it the current one. */
  onSwitch: (organisationId: string) => Promise<void>;
}

const row = 'flex h-9 w-full min-w-0 items-center gap-2.5 rounded-md px-1.5 text-left';

/** The organisation's name; a menu for members of several. */
export function OrganisationSwitcher({ current, organisations, onSwitch }: OrganisationSwitcherProps) {
  const [pending, startTransition] = useTransition();
  const face = (
    <>
      <Monogram name={current.name} className="border-transparent bg-primary text-primary-foreground" />
      <span className="min-w-0 flex-1 truncate font-semibold group-data-folded/shell:lg:sr-only">{current.name}</span>
    </>
  );
  if (organisations.length < 2) return <div className={row}>{face}</div>;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`Organisation ${current.name}, switch`}
        disabled={pending}
        aria-busy={pending}
        className={cn(row, 'focus-ring transition-colors hover:bg-hover data-[state=open]:bg-hover')}
      >
        {face}
        <ChevronsUpDown aria-hidden className="size-3.5 text-muted-foreground group-data-folded/shell:lg:hidden" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-54">
        <DropdownMenuLabel>Organisations</DropdownMenuLabel>
        {organisations.map((organisation) => (
          <DropdownMenuItem
            key={organisation.id}
            onSelect={() => {
              if (organisation.id !== current.id) startTransition(() => onSwitch(organisation.id));
            }}
          >
            <Monogram name={organisation.name} size="xs" />
            <span className="min-w-0 flex-1 truncate">{organisation.name}</span>
            {organisation.id === current.id && <Check aria-label="current" className="text-primary!" />}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
