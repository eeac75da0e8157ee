import { CompanyPicker } from '@/components/companies/company-picker.tsx';
import { ChoiceCard } from '@/components/ui/choice-card.tsx';
import { Field, FieldError } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import type { StepProps } from './link-wizard.tsx';

/** For whom the link is: a company that is made with it, or one that is there. */
export function CompanyStep({ draft, change, problems }: StepProps) {
  return (
    <>
      <fieldset className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        <legend className="sr-only">For whom</legend>
        <ChoiceCard
          name="kind"
          title="A new company"
          checked={draft.kind === 'new'}
          onChange={() => change({ kind: 'new' })}
        />
        <ChoiceCard
          name="kind"
          title="An existing company"
          checked={draft.kind === 'existing'}
          onChange={() => change({ kind: 'existing' })}
        />
      </fieldset>
      {draft.kind === 'new' ? (
        <Field
          id="link-company"
          label="Company name"
          error={problems.companyName}
          help="As your customer knows it; they see it on the page."
        >
          {(control) => (
            <Input
              {...control}
              value={draft.companyName}
              onChange={(event) => change({ companyName: event.target.value })}
              maxLength={255}
              autoComplete="off"
              required
            />
          )}
        </Field>
      ) : (
        <div className="grid grid-cols-1 gap-1.5">
          <CompanyPicker
            single
            picked={draft.picked ? [draft.picked] : []}
            onPick={([picked]) => change({ picked: picked ?? null })}
          />
          {problems.companyId && <FieldError>{problems.companyId}</FieldError>}
        </div>
      )}
    </>
  );
}
