'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useCommandRegistry } from '../shell/commands.tsx';
import type { NavGroup } from '../shell/nav.ts';
import type { OrganisationSwitcherProps } from '../shell/organisation-switcher.tsx';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '../ui/dialog.tsx';
import { CurlPage } from './curl-page.tsx';
import { type FarCommand, FarGroup } from './far-group.tsx';
import { FoundGroups } from './found-groups.tsx';
import { GoGroup } from './go-group.tsx';
import { ScreenGroup } from './screen-group.tsx';

export interface CommandMenuProps {
  nav: NavGroup[];
  /** Pages inside of a section of the sidebar. */
  subPages: { href: string; label: string }[];
  /** What other screens can do, as far as the viewer may. */
  far: FarCommand[];
  organisation: OrganisationSwitcherProps;
  onSignOut: () => Promise<void>;
  /** Whoever had the focus before has it again a frame later. */
  onClose: () => void;
}

/** Goes to anything by name or id and does anything; on every screen it copies what is shown as a command for a shell. */
export function CommandMenu(props: CommandMenuProps) {
  const { onClose } = props;
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState<'all' | 'curl'>('all');
  const registry = useCommandRegistry();
  // As the screen was when the menu was opened.
  const [screen] = useState(() => ({ commands: registry.all, company: registry.company }));
  const words = typed.trim();
  const run = (work: () => void) => {
    onClose();
    requestAnimationFrame(() => requestAnimationFrame(work));
  };
  const turn = (to: 'all' | 'curl') => {
    setPage(to);
    setTyped('');
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        className="mt-[12vh] max-h-[76vh] max-w-xl grid-cols-1 grid-rows-[minmax(0,1fr)] gap-0 overflow-hidden p-0"
        onEscapeKeyDown={(event) => {
          if (page === 'all') return;
          event.preventDefault();
          turn('all');
        }}
      >
        <DialogTitle className="sr-only">Search or do anything</DialogTitle>
        <DialogDescription className="sr-only">
          Type a name, an id or what you want to do; arrow keys choose, Enter runs.
        </DialogDescription>
        <Command
          label="Commands"
          shouldFilter={false}
          loop
          className="flex min-h-0 flex-col"
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && typed === '' && page !== 'all') turn('all');
          }}
        >
          <div className="flex items-center gap-2.5 border-b pr-12 pl-4">
            <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder={page === 'all' ? 'Name, id or what to do' : 'Copy as curl: which request?'}
              maxLength={200}
              className="h-12 w-full bg-transparent text-base outline-none placeholder:text-muted-foreground"
            />
          </div>
          <Command.List className="min-h-0 flex-1 overflow-y-auto p-2">
            {page === 'curl' ? (
              <CurlPage words={words} company={screen.company} onDone={onClose} />
            ) : (
              <>
                <Command.Empty className="px-3 py-6 text-center text-muted-foreground">
                  Nothing has these words
                </Command.Empty>
                <ScreenGroup words={words} screen={screen} onRun={run} onCurl={() => turn('curl')} />
                <FoundGroups words={words} company={screen.company} onRun={run} />
                <FarGroup words={words} far={props.far} onRun={run} />
                <GoGroup {...props} words={words} onRun={run} />
              </>
            )}
          </Command.List>
        </Command>
      </DialogContent>
    </Dialog>
  );
}
