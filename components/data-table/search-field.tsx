'use client';

import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import type { OnSearch } from './search-wait.ts';
import { useDelayedSearch } from './use-delayed-search.ts';

export interface SearchFieldProps {
  /** The search that is in force. */
  value: string;
  onSearch: OnSearch;
  /** What can be searched: "Search companies". */
  label: string;
}

/** Searches while one types, a moment after the last key; Enter at once, Escape empties it. */
export function SearchField({ value, onSearch, label }: SearchFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  const { text, search } = useDelayedSearch(value, onSearch, field);
  return (
    <div ref={field} className="relative w-full sm:w-60">
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted-foreground" />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={200}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(text, 0);
          if (event.key === 'Escape') search('', 0);
        }}
        className="px-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {text && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label="Clear search"
          className="absolute top-0.5 right-0.5"
          onClick={() => search('', 0)}
        >
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}
