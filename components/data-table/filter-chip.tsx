'use client';

import { ChevronDown, Plus, X } from 'lucide-react';
import { cn } from '../ui/cn.ts';
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '../ui/dropdown-menu.tsx';

/** One filter of a list. */
export interface TableFilter<F extends string = string> {
  /** Its name in the address; one of the definition's filters. */
  name: F;
  label: string;
  options: ReadonlyArray<{ value: string; label: string }>;
  /** Only one value at a time. */
  single?: boolean;
}

export interface FilterChipProps {
  filter: TableFilter;
  values: string[];
  onChange: (values: string[]) => void;
}

/** A filter as a chip: dashed while it is off, with its values and a cross while it is on. */
export function FilterChip({ filter, values, onChange }: FilterChipProps) {
  const active = values.length > 0;
  const names = values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value);
  const toggle = (value: string, checked: boolean) => {
    if (filter.single) return onChange(checked ? [value] : []);
    onChange(checked ? [...values, value] : values.filter((other) => other !== value));
  };
  return (
    <span
      data-slot="filter-chip"
      className={cn(
        'inline-flex h-7 shrink-0 items-center rounded-full border text-xs transition-colors',
        active ? 'border-primary/30 bg-primary-tint' : 'border-border-strong border-dashed hover:bg-hover',
      )}
    >
      <DropdownMenu>
        <DropdownMenuTrigger
          className={cn(
            'focus-ring inline-flex h-full items-center gap-1 rounded-full px-2.5 [&_svg]:size-3.5',
            active ? 'pr-1.5' : 'text-muted-foreground',
          )}
        >
          {!active && <Plus aria-hidden />}
          {filter.label}
          {active && <span className="max-w-48 truncate font-medium text-primary">{summary(names)}</span>}
          {active && <ChevronDown aria-hidden className="text-muted-foreground" />}
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          <DropdownMenuLabel>{filter.label}</DropdownMenuLabel>
          {filter.options.map((option) => (
            <DropdownMenuCheckboxItem
              key={option.value}
              checked={values.includes(option.value)}
              onCheckedChange={(checked) => toggle(option.value, checked === true)}
              onSelect={(event) => !filter.single && event.preventDefault()}
            >
              {option.label}
            </DropdownMenuCheckboxItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {active && (
        <button
          type="button"
          aria-label={`Remove filter ${filter.label}`}
          onClick={() => onChange([])}
          className="focus-ring flex h-full w-7 items-center justify-center rounded-full text-muted-foreground hover:text-foreground"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}

const summary = (names: string[]) => (names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(', '));
