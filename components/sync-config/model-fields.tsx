'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { type Frequency, frequencies, type Scope } from '@/db/schema/enums.ts';
import type { EditedModel } from './model-change.ts';
import { frequencyWords } from './schedule-words.ts';
import { ScopesField } from './scopes-field.tsx';

/** How often a model is read, from when, and what may be done with it; `modelChange` reads them. */
export function ModelFields({
  model,
  offeredScopes,
  syncFromHelp,
  problems,
}: {
  model: EditedModel & { isDated: boolean };
  offeredScopes: readonly Scope[];
  /** What a day means, and none. */
  syncFromHelp: string;
  problems: Record<string, string>;
}) {
  const [frequency, setFrequency] = useState<Frequency>(model.frequency);
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field
          id="model-interval"
          label="Every"
          error={problems.interval && `Every ${problems.interval}`}
          className={frequency === 'NEVER' ? 'opacity-50' : undefined}
        >
          {(control) => (
            <Input
              {...control}
              name="interval"
              type="number"
              inputMode="numeric"
              min={1}
              max={1000}
              defaultValue={model.interval}
              disabled={frequency === 'NEVER'}
            />
          )}
        </Field>
        <Field id="model-frequency" label="Unit" error={problems.frequency}>
          {(control) => (
            <Select
              {...control}
              name="frequency"
              value={frequency}
              onChange={(event) => setFrequency(event.target.value as Frequency)}
            >
              {frequencies.map((one) => (
                <option key={one} value={one}>
                  {frequencyWords[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {model.isDated && (
        <Field id="model-sync-from" label="Sync from" optional help={syncFromHelp} error={problems.syncFrom}>
          {(control) => (
            <Input {...control} name="syncFrom" type="date" defaultValue={model.syncFrom?.slice(0, 10) ?? ''} />
          )}
        </Field>
      )}
      <ScopesField chosen={model.scopeAccess} offered={offeredScopes} error={problems.scopeAccess} />
    </>
  );
}
