'use client';

import { Checkbox } from '@/components/ui/checkbox.tsx';
import { FieldError, FieldHelp } from '@/components/ui/field.tsx';
import { Label } from '@/components/ui/label.tsx';
import { type Scope, scopes } from '@/db/schema/enums.ts';
import { scopeWords } from './scope-words.ts';

/** What may be done with a model's records. Reading is always among it; what the platform has not can't be chosen. */
export function ScopesField({
  chosen,
  offered,
  error,
}: {
  chosen: readonly Scope[];
  offered: readonly Scope[];
  error?: string;
}) {
  const shown = scopes.filter((scope) => offered.includes(scope) || chosen.includes(scope));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium">Access</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {shown.map((scope) => (
          <span key={scope} className="flex items-center gap-2">
            <Checkbox
              id={`scope-${scope}`}
              name="scopeAccess"
              value={scope}
              defaultChecked={chosen.includes(scope)}
              disabled={scope === 'READ'}
            />
            <Label htmlFor={`scope-${scope}`}>{scopeWords[scope]}</Label>
          </span>
        ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
      {offered.length === 1 && <FieldHelp>This platform is read only.</FieldHelp>}
    </fieldset>
  );
}
