'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { FieldError, FieldHelp } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';

interface HeaderRow {
  key: number;
  name: string;
  isStored: boolean;
}

/** Headers to send with each event. Values that are stored are never shown; left empty, they stay. */
export function HeadersField({ stored, error }: { stored: readonly string[]; error?: string }) {
  const [rows, setRows] = useState<HeaderRow[]>(() => stored.map((name, key) => ({ key, name, isStored: true })));
  const [nextKey, setNextKey] = useState(stored.length);
  const add = () => {
    setRows([...rows, { key: nextKey, name: '', isStored: false }]);
    setNextKey(nextKey + 1);
  };
  return (
    <fieldset className="grid grid-cols-1 gap-2" aria-describedby="webhook-headers-help">
      <legend className="mb-1.5 font-medium text-sm">Headers</legend>
      {rows.map((row, at) => (
        <div key={row.key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] gap-2">
          <Input
            name="headerName"
            aria-label={`Name of header ${at + 1}`}
            defaultValue={row.name}
            placeholder="Authorization"
            autoComplete="off"
            spellCheck={false}
          />
          <Input
            name="headerValue"
            type="password"
            aria-label={`Value of header ${at + 1}`}
            placeholder={row.isStored ? 'Stored, hidden' : 'Value'}
            autoComplete="new-password"
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove header ${at + 1}`}
            onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {error && <FieldError>{error}</FieldError>}
      <Button size="sm" className="w-fit" onClick={add}>
        <Plus aria-hidden />
        Add a header
      </Button>
      <FieldHelp id="webhook-headers-help">
        Sent with each event. Values are stored sealed and not shown again.
      </FieldHelp>
    </fieldset>
  );
}
