import type { ReactNode } from 'react';
import type { LabOffer } from '@/lib/domain/fault-lab/lab-offer.ts';

/** What a fault looks like to the operator: its class, who must act and what next, and how the company gets well again. */
export function WhatIsSeen({ offer }: { offer: LabOffer }) {
  const { failure, shows, after } = offer;
  return (
    <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <Line label="You will see">
        {failure && <span className="font-medium">{failure.label}. </span>}
        {shows}
      </Line>
      {failure && (
        <>
          <Line label="Who must act">{failure.whoActs}</Line>
          <Line label="Next step">{failure.nextStep}</Line>
        </>
      )}
      <Line label="Back to normal">{after}</Line>
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:col-span-2 sm:grid-cols-subgrid">
      <dt className="text-muted-foreground">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
