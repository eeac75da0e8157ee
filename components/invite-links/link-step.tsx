import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { ExpiryField } from './expiry-field.tsx';
import type { StepProps } from './link-wizard.tsx';

/** How long the link works, and where the customer goes on to. */
export function LinkStep({ draft, change, problems }: StepProps) {
  return (
    <>
      <ExpiryField
        value={draft.worksForDays}
        onChange={(worksForDays) => change({ worksForDays })}
        error={problems.expiresAt}
      />
      <Field
        id="link-redirect"
        label="Go on to"
        optional
        help="An address of yours that the done page leads to."
        error={problems.redirectUrl && `This ${problems.redirectUrl}`}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="url"
            placeholder="https://app.example.com/connected"
            value={draft.redirectUrl}
            onChange={(event) => change({ redirectUrl: event.target.value })}
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
    </>
  );
}
