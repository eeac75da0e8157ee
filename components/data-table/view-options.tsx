'use client';

import { SlidersHorizontal } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuGroup,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '../ui/dropdown-menu.tsx';
import { type ChoosableColumn, choosableColumns, columnsAfter, columnVisibility } from './column-choice.ts';
import { useDensity } from './density.tsx';
import type { Density } from './density-cookie.ts';
import type { TableControl } from './use-table-params.ts';

export interface ViewOptionsProps {
  control: Pick<TableControl, 'params' | 'definition' | 'setColumns' | 'setRows'>;
  columns: Parameters<typeof choosableColumns>[0];
}

/** How a list looks: which columns, how high its rows are, how many a page has. */
export function ViewOptions({ control, columns }: ViewOptionsProps) {
  const { density, setDensity } = useDensity();
  const { rowSizes } = control.definition;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="sm">
          <SlidersHorizontal aria-hidden />
          Display
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="min-w-52">
        <ColumnItems control={control} columns={columns} />
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Row height</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          aria-label="Row height"
          value={density}
          onValueChange={(value) => setDensity(value as Density)}
        >
          <DropdownMenuRadioItem value="comfortable">Comfortable</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="compact">Compact</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
        {rowSizes && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>Rows on a page</DropdownMenuLabel>
            <DropdownMenuRadioGroup
              aria-label="Rows on a page"
              value={String(control.params.rows)}
              onValueChange={(value) => control.setRows(Number(value))}
            >
              {rowSizes.map((size) => (
                <DropdownMenuRadioItem key={size} value={String(size)}>
                  {size}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function ColumnItems({ control, columns }: ViewOptionsProps) {
  const chosen = control.params.columns;
  const visible = columnVisibility(columns, chosen);
  return (
    <DropdownMenuGroup aria-label="Columns">
      <DropdownMenuLabel>Columns</DropdownMenuLabel>
      {choosableColumns(columns).map(({ id, label }: ChoosableColumn) => (
        <DropdownMenuCheckboxItem
          key={id}
          checked={visible[id]}
          onCheckedChange={(checked) => control.setColumns(columnsAfter(columns, chosen, id, checked === true))}
          onSelect={(event) => event.preventDefault()}
        >
          {label}
        </DropdownMenuCheckboxItem>
      ))}
      {chosen && <DropdownMenuItem onSelect={() => control.setColumns(null)}>The usual columns</DropdownMenuItem>}
    </DropdownMenuGroup>
  );
}
