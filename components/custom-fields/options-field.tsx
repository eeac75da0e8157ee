'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { FieldError, FieldHelp } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';

interface OptionRow {
  key: string;
  /** Empty for a new one. */
  id: string;
  name: string;
}

/** The choices of a list field, in the order in which they are offered. */
export function OptionsField({ stored, error }: { stored: readonly { id: string; name: string }[]; error?: string }) {
  const [rows, setRows] = useState<OptionRow[]>(() =>
    stored.length > 0 ? stored.map(({ id, name }) => ({ key: id, id, name })) : [newRow(0)],
  );
  const [made, setMade] = useState(1);
  const add = () => {
    setRows([...rows, newRow(made)]);
    setMade(made + 1);
  };
  const swap = (at: number, by: 1 | -1) => {
    const next = [...rows];
    const [moved, other] = [rows[at], rows[at + by]];
    if (moved && other) {
      next[at] = other;
      next[at + by] = moved;
    }
    setRows(next);
  };
  return (
    <fieldset className="grid grid-cols-1 gap-2" aria-describedby="field-options-help">
      <legend className="mb-1.5 font-medium text-sm">Options</legend>
      {rows.map((row, at) => (
        <div key={row.key} className="flex items-center gap-1">
          <input type="hidden" name="optionId" value={row.id} />
          <Input
            name="optionName"
            aria-label={`Option ${at + 1}`}
            defaultValue={row.name}
            maxLength={120}
            autoComplete="off"
            autoFocus={at > 0 && row.id === '' && at === rows.length - 1}
            className="mr-1"
          />
          <RowButton
            label={`Move option ${at + 1} up`}
            icon={ArrowUp}
            disabled={at === 0}
            onClick={() => swap(at, -1)}
          />
          <RowButton
            label={`Move option ${at + 1} down`}
            icon={ArrowDown}
            disabled={at === rows.length - 1}
            onClick={() => swap(at, 1)}
          />
          <RowButton
            label={`Remove option ${at + 1}`}
            icon={X}
            disabled={rows.length === 1}
            onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
          />
        </div>
      ))}
      {error && <FieldError>Options {error}</FieldError>}
      <Button size="sm" className="w-fit" onClick={add}>
        <Plus aria-hidden />
        Add an option
      </Button>
      <FieldHelp id="field-options-help">
        A renamed option keeps its values. A removed one is offered no more; companies that have it keep it.
      </FieldHelp>
    </fieldset>
  );
}

const newRow = (number: number): OptionRow => ({ key: `new-${number}`, id: '', name: '' });

function RowButton({
  label,
  icon: Icon,
  disabled,
  onClick,
}: {
  label: string;
  icon: typeof X;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <Button variant="ghost" size="icon-sm" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon aria-hidden />
    </Button>
  );
}
