'use client';

import { Checkbox } from '@/components/ui/checkbox.tsx';
import { FieldError } from '@/components/ui/field.tsx';
import { Label } from '@/components/ui/label.tsx';
import type { Option } from './profile-options.ts';

/** Any of the choices; what is chosen keeps their order. */
export function CheckboxGroup({
  id,
  label,
  choices,
  chosen,
  onChoose,
  error,
}: {
  /** The ids of the checkboxes are made from it. */
  id: string;
  label: string;
  choices: readonly Option[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
  error?: string;
}) {
  const toggle = (value: string, checked: boolean) =>
    onChoose(
      choices.flatMap((choice) =>
        (choice.value === value ? checked : chosen.includes(choice.value)) ? choice.value : [],
      ),
    );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {choices.map((choice) => (
          <span key={choice.value} className="flex min-w-0 items-center gap-2">
            <Checkbox
              id={`${id}-${choice.value}`}
              checked={chosen.includes(choice.value)}
              onCheckedChange={(checked) => toggle(choice.value, checked === true)}
            />
            <Label htmlFor={`${id}-${choice.value}`} className="min-w-0 break-words font-normal">
              {choice.label}
            </Label>
          </span>
        ))}
      </div>
      {error && <FieldError className="mt-1.5">{error}</FieldError>}
    </fieldset>
  );
}
