'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import { Input } from '@/components/ui/input.tsx';
import { companiesQuery } from '@/lib/domain/companies/query-options.ts';

export interface PickedCompany {
  id: number;
  name: string;
}

/** Chooses some companies of the organisation, found by their names; with `single` only one, with `filter` among fewer. */
export function CompanyPicker({
  picked,
  onPick,
  single = false,
  filter,
}: {
  picked: readonly PickedCompany[];
  onPick: (picked: PickedCompany[]) => void;
  single?: boolean;
  /** As the companies table has it in its address. */
  filter?: Record<string, string>;
}) {
  const [search, setSearch] = useState('');
  const found = useQuery(companiesQuery(new URLSearchParams({ ...filter, q: search.trim(), sort: 'name' })));
  const isPicked = (id: number) => picked.some((one) => one.id === id);
  const toggle = ({ id, name }: PickedCompany) => {
    if (isPicked(id)) return onPick(picked.filter((one) => one.id !== id));
    onPick(single ? [{ id, name }] : [...picked, { id, name }]);
  };
  return (
    <div className="grid gap-2">
      {picked.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label="Chosen companies">
          {picked.map((one) => (
            <li key={one.id}>
              <Badge>
                <span className="truncate">{one.name}</span>
                <button
                  type="button"
                  className="focus-ring rounded-sm"
                  aria-label={`Leave out ${one.name}`}
                  onClick={() => toggle(one)}
                >
                  <X aria-hidden />
                </button>
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <Input
        type="search"
        aria-label="Search companies"
        placeholder="Search companies"
        value={search}
        maxLength={200}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="max-h-44 overflow-auto rounded-md border" aria-label="Companies">
        {found.data?.rows.map((company) => (
          <li key={company.id} className="border-b last:border-b-0">
            <label className="flex min-h-9 items-center gap-2.5 px-3 hover:bg-subtle">
              <input
                type={single ? 'radio' : 'checkbox'}
                className="size-4 accent-primary"
                checked={isPicked(company.id)}
                onChange={() => toggle(company)}
              />
              <span className="min-w-0 flex-1 truncate">{company.name}</span>
              <span className="num text-muted-foreground text-xs">{company.id}</span>
            </label>
          </li>
        ))}
        {found.data?.rows.length === 0 && (
          <li className="px-3 py-2 text-muted-foreground">No company has that in its name</li>
        )}
        {found.isPending && <li className="px-3 py-2 text-muted-foreground">Loading companies…</li>}
        {found.isError && <li className="px-3 py-2 text-danger">{found.error.message}</li>}
      </ul>
    </div>
  );
}
