import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Building2, Link2, RefreshCw, User } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useDeferredValue } from 'react';
import { searchQuery } from '@/lib/domain/search/query-options.ts';
import type { Found } from '@/lib/domain/search/schema.ts';
import type { OpenCompany } from '../shell/commands.tsx';
import { syncStatusWords } from '../syncs/sync-status.ts';
import { CommandGroup, CommandItem } from './command-item.tsx';

/** What the server has under the words: companies, contacts, invite links, syncs. */
export function FoundGroups({
  words,
  company,
  onRun,
}: {
  words: string;
  company: OpenCompany | null;
  onRun: (work: () => void) => void;
}) {
  const router = useRouter();
  const asked = useDeferredValue(words);
  const { data, error, isFetching } = useQuery(searchQuery(asked, company?.id));
  if (words === '') return null;
  if (error) {
    return (
      <p role="alert" className="px-2.5 py-2 text-danger">
        The search did not work. {error.message}
      </p>
    );
  }
  const go = (href: string) => onRun(() => router.push(href));
  return (
    <>
      {isFetching && (
        <Command.Loading className="px-2.5 py-2 text-muted-foreground text-xs">Searching…</Command.Loading>
      )}
      {data && <Lists found={data} onGo={go} />}
    </>
  );
}

const linkWords = { PENDING: 'pending', CONNECTED: 'connected', EXPIRED: 'expired', REVOKED: 'revoked' } as const;

function Lists({ found, onGo }: { found: Found; onGo: (href: string) => void }) {
  return (
    <>
      {found.companies.length > 0 && (
        <CommandGroup heading="Companies">
          {found.companies.map(({ id, name, platform, isArchived }) => (
            <CommandItem
              key={id}
              value={`company ${id}`}
              icon={<Building2 aria-hidden />}
              detail={isArchived ? 'Archived' : platform}
              onSelect={() => onGo(`/companies/${id}`)}
            >
              {name}
            </CommandItem>
          ))}
        </CommandGroup>
      )}
      {found.contacts.length > 0 && (
        <CommandGroup heading="Contacts">
          {found.contacts.map(({ companyId, rootfiId, name, companyName }) => (
            <CommandItem
              key={`${companyId} ${rootfiId}`}
              value={`contact ${companyId} ${rootfiId}`}
              icon={<User aria-hidden />}
              detail={companyName}
              onSelect={() => onGo(`/companies/${companyId}/contacts?contact=${rootfiId}`)}
            >
              {name}
            </CommandItem>
          ))}
        </CommandGroup>
      )}
      {found.inviteLinks.length > 0 && (
        <CommandGroup heading="Invite links">
          {found.inviteLinks.map(({ id, companyName, status }) => (
            <CommandItem
              key={id}
              value={`invite-link ${id}`}
              icon={<Link2 aria-hidden />}
              detail={`Link, ${linkWords[status]}`}
              onSelect={() => onGo(`/invite-links?${new URLSearchParams({ q: companyName })}`)}
            >
              {companyName}
            </CommandItem>
          ))}
        </CommandGroup>
      )}
      {found.syncs.length > 0 && (
        <CommandGroup heading="Syncs">
          {found.syncs.map(({ id, companyId, companyName, status }) => (
            <CommandItem
              key={id}
              value={`sync ${id}`}
              icon={<RefreshCw aria-hidden />}
              detail={`Sync, ${syncStatusWords[status].label.toLowerCase()}`}
              onSelect={() => onGo(`/companies/${companyId}/syncs/${id}`)}
            >
              {companyName}
            </CommandItem>
          ))}
        </CommandGroup>
      )}
    </>
  );
}
