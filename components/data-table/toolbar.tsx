'use client';

import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { FilterChip, type TableFilter } from './filter-chip.tsx';
import { SearchField } from './search-field.tsx';
import type { TableControl } from './use-table-params.ts';

export interface ToolbarProps<F extends string> {
  control: TableControl<F>;
  /** What can be searched, "Search companies"; without it there is no search. */
  searchLabel?: string;
  filters: ReadonlyArray<TableFilter<F>>;
  /** Quiet actions at the right. */
  end?: ReactNode;
}

/** Search and filter chips in one row. */
export function Toolbar<F extends string>({ control, searchLabel, filters, end }: ToolbarProps<F>) {
  return (
    <div data-slot="toolbar" className="flex flex-wrap items-center gap-2">
      {searchLabel && <SearchField value={control.params.search} onSearch={control.setSearch} label={searchLabel} />}
      <div className="flex min-w-0 flex-wrap items-center gap-1.5">
        {filters.map((filter) => (
          <FilterChip
            key={filter.name}
            filter={filter}
            values={control.params.filters[filter.name]}
            onChange={(values) => control.setFilter(filter.name, values)}
          />
        ))}
        {control.narrowed && (
          <Button variant="ghost" size="sm" onClick={control.clear}>
            Clear
          </Button>
        )}
      </div>
      {end && <div className="ml-auto flex items-center gap-2">{end}</div>}
    </div>
  );
}
