'use client';

import { useQuery } from '@tanstack/react-query';
import { Building2, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { motherCandidatesQuery } from '@/lib/domain/companies/query-options.ts';
import { faultOf } from '@/lib/get-json.ts';
import { useProfileForm } from './profile-context.ts';
import { ProfileField } from './profile-field.tsx';

/** The company above this one, looked for among those of its chain. */
export function MotherField() {
  const { draft, set } = useProfileForm();
  const [open, setOpen] = useState(false);
  const { mother } = draft;
  return (
    <ProfileField field="motherCompanyId" help="A company of the same chain." shown={mother?.name}>
      {(control) => (
        <div className="flex gap-1">
          <Popover open={open} onOpenChange={setOpen}>
            <PopoverTrigger asChild>
              <Button {...control} className="min-w-0 flex-1 justify-start font-normal">
                <Building2 aria-hidden className="text-muted-foreground" />
                <span className={mother ? 'truncate' : 'text-muted-foreground'}>{mother?.name ?? 'None'}</span>
              </Button>
            </PopoverTrigger>
            <PopoverContent aria-label="Choose the mother company" className="p-3">
              <Candidates
                onPick={(picked) => {
                  set({ mother: picked });
                  setOpen(false);
                }}
              />
            </PopoverContent>
          </Popover>
          {mother && (
            <Button
              variant="ghost"
              size="icon"
              aria-label="Remove the mother company"
              onClick={() => set({ mother: null })}
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
      )}
    </ProfileField>
  );
}

function Candidates({ onPick }: { onPick: (picked: { uuid: string; name: string }) => void }) {
  const { companyId } = useProfileForm();
  const [search, setSearch] = useState('');
  const found = useQuery(motherCandidatesQuery(companyId, search.trim()));
  return (
    <div className="grid gap-2">
      <Input
        type="search"
        aria-label="Search companies of the chain"
        placeholder="Search companies"
        value={search}
        maxLength={200}
        onChange={(event) => setSearch(event.target.value)}
        // Enter would save the form that the panel belongs to.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <ul aria-label="Companies of the chain" className="max-h-56 overflow-auto">
        {found.data?.map(({ uuid, name, companyCode }) => (
          <li key={uuid}>
            <button
              type="button"
              className="flex min-h-8 w-full items-center gap-3 rounded-sm px-2 text-left hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring"
              onClick={() => onPick({ uuid, name })}
            >
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="code text-muted-foreground">{companyCode}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.data?.length === 0 && (
        <p className="text-muted-foreground">No other company of the chain has that in its name.</p>
      )}
      {found.isPending && <p className="text-muted-foreground">Looking…</p>}
      {found.isError && <p className="text-danger">{faultOf(found.error)?.message}</p>}
    </div>
  );
}
