'use client';

import { useState } from 'react';
import { CompanyPicker, type PickedCompany } from '@/components/companies/company-picker.tsx';
import { EntryDialog } from '@/components/settings/entry-dialog.tsx';
import { Field, FieldError } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { switchOnFault } from '@/lib/domain/fault-lab/actions.ts';
import type { LabOffer } from '@/lib/domain/fault-lab/lab-offer.ts';
import { WhatIsSeen } from './what-is-seen.tsx';

const onSandbox = { platform: 'SANDBOX' };

/** Chooses a company on the sandbox and what its platform does wrong from now on. */
export function FaultDialog({ offers, onClose }: { offers: readonly LabOffer[]; onClose: () => void }) {
  const [picked, setPicked] = useState<PickedCompany[]>([]);
  const [offer, setOffer] = useState(offers[0]);
  if (!offer) return null;
  const { kind } = offer;
  return (
    <EntryDialog
      title="Switch on a fault"
      description="The sandbox fails for the company until you switch it off. Other companies that read the same books meet it too."
      submitLabel="Switch on"
      save={(form) =>
        switchOnFault({
          companyId: picked[0]?.id ?? 0,
          kind,
          ...(kind === 'failing-page' && { page: String(form.get('page')) }),
        })
      }
      saved={() => `${offer.label} is on for ${picked[0]?.name}`}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <fieldset className="grid grid-cols-1 gap-2">
            <legend className="mb-1.5 font-medium text-sm">Company</legend>
            <CompanyPicker single filter={onSandbox} picked={picked} onPick={setPicked} />
            {problems.companyId && <FieldError>{companyProblem(picked, problems.companyId)}</FieldError>}
          </fieldset>
          <Field id="kind" label="What goes wrong" help={offer.does}>
            {(control) => (
              <Select
                {...control}
                value={kind}
                onChange={({ target }) => setOffer(offers.find((one) => one.kind === target.value))}
              >
                {offers.map((one) => (
                  <option key={one.kind} value={one.kind}>
                    {one.label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {kind === 'failing-page' && (
            <Field
              id="page"
              label="Page"
              help="Counted from 1. Small books have one page of a model."
              error={problems.page}
            >
              {(control) => (
                <Input {...control} name="page" type="number" min={1} defaultValue={1} className="w-28" required />
              )}
            </Field>
          )}
          <div className="rounded-md bg-subtle p-3 text-sm" aria-live="polite">
            <WhatIsSeen offer={offer} />
          </div>
        </>
      )}
    </EntryDialog>
  );
}

const companyProblem = (picked: readonly PickedCompany[], problem: string) =>
  picked[0] ? `${picked[0].name} ${problem}` : 'Choose the company that is to meet it';
