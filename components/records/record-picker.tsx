'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronsUpDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { FieldControlProps } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { recordsQuery } from '@/lib/domain/records/query-options.ts';
import type { RecordItem } from '@/lib/domain/records/record-view.ts';
import { faultOf } from '@/lib/get-json.ts';
import { type ListedModel, recordNoun } from './record-lists.ts';
import { recordPaths } from './record-paths.ts';

export interface RecordPickerProps {
  companyId: number;
  model: ListedModel;
  /** The order in which they are offered: a field, descending with a minus. */
  sort?: string;
  picked: RecordItem | null;
  onPick: (record: RecordItem) => void;
  /** A quiet second line, and what stands at the right. */
  detail: (record: RecordItem) => ReactNode;
  end: (record: RecordItem) => ReactNode;
  control: FieldControlProps;
}

/** Finds one of a company's records by what people know it by. */
export function RecordPicker(props: RecordPickerProps) {
  const { model, picked, control } = props;
  const [open, setOpen] = useState(false);
  const [one] = recordNoun(model);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button {...control} className="w-full min-w-0 justify-between font-normal">
          <span className={picked ? 'truncate' : 'text-muted-foreground'}>
            {picked ? nameOf(picked) : `Choose an ${one}`}
          </span>
          <ChevronsUpDown aria-hidden className="text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={`Choose an ${one}`} align="start" className="w-96 max-w-[calc(100vw-2rem)] p-3">
        <Found
          {...props}
          onPick={(record) => {
            props.onPick(record);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

const nameOf = (record: RecordItem) => record.title ?? record.platformId;

function Found({ companyId, model, sort, onPick, detail, end }: RecordPickerProps) {
  const [search, setSearch] = useState('');
  const [, many] = recordNoun(model);
  const query = new URLSearchParams({ ...(search.trim() && { q: search.trim() }), ...(sort && { sort }) });
  const found = useQuery(recordsQuery(companyId, recordPaths[model], query));
  return (
    <div className="grid gap-2">
      <Input
        type="search"
        aria-label={`Search ${many}`}
        placeholder={`Search ${many}`}
        value={search}
        maxLength={200}
        onChange={(event) => setSearch(event.target.value)}
        // Enter would send the form that the panel belongs to.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <ul aria-label={many} className="max-h-64 overflow-auto">
        {found.data?.rows.map((record) => (
          <li key={record.rootfiId}>
            <button
              type="button"
              className="flex min-h-11 w-full items-center gap-3 rounded-sm px-2 py-1 text-left hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring"
              onClick={() => onPick(record)}
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate">{nameOf(record)}</span>
                <span className="block truncate text-muted-foreground text-xs">{detail(record)}</span>
              </span>
              {end(record)}
            </button>
          </li>
        ))}
      </ul>
      {found.data?.rows.length === 0 && (
        <p className="text-muted-foreground">
          {search.trim() ? `No ${many} match` : `No ${many} have been read of this company yet`}.
        </p>
      )}
      {found.isPending && <p className="text-muted-foreground">Looking…</p>}
      {found.isError && <p className="text-danger">{faultOf(found.error)?.message}</p>}
    </div>
  );
}
