'use client';

import { Input } from '@/components/ui/input.tsx';
import { intervalForDays, wholeDays } from '@/lib/domain/companies/due-interval.ts';
import { useProfileForm } from './profile-context.ts';
import { ProfileField } from './profile-field.tsx';

/** The term of payment: its whole days, and the exact text that they follow from. Either moves the other. */
export function DueFields() {
  const { draft, base, set } = useProfileForm();
  const { dueDays, dueInterval } = draft;
  const setDays = (text: string) => {
    const days = text.trim() === '' ? null : /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
    // What is no number of days says nothing of the term; the field is refused with what was typed. Days that are those of
    // the stored term bring it back with its hours.
    const follows = days === undefined ? {} : { dueInterval: intervalForDays(days, base.dueInterval) ?? '' };
    set({ dueDays: text, ...follows });
  };
  const setInterval = (text: string) =>
    set({ dueInterval: text, dueDays: text === '' ? '' : String(wholeDays(text) ?? '') });
  return (
    <>
      <ProfileField field="dueDays" shown={dueDays}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            value={dueDays}
            onChange={(event) => setDays(event.target.value)}
            autoComplete="off"
          />
        )}
      </ProfileField>
      <ProfileField
        field="dueInterval"
        help="As a duration of ISO 8601: P30D is 30 days, P2DT23H 2 days and 23 hours."
        shown={dueInterval && <span className="code">{dueInterval}</span>}
      >
        {(control) => (
          <Input
            {...control}
            className="code"
            value={dueInterval}
            onChange={(event) => setInterval(event.target.value)}
            placeholder="P30D"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </ProfileField>
    </>
  );
}
