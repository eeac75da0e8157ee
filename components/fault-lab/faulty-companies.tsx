import { FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import type { ActiveFault } from '@/lib/domain/fault-lab/lab-faults.ts';
import type { LabOffer } from '@/lib/domain/fault-lab/lab-offer.ts';
import type { FaultyCompany } from '@/lib/domain/fault-lab/schema.ts';
import { SwitchOffButton } from './switch-off-button.tsx';
import { WhatIsSeen } from './what-is-seen.tsx';

/** The companies whose sandbox does something wrong, each with what is to be seen of it and the way out. */
export function FaultyCompanies({
  companies,
  offers,
}: {
  companies: readonly FaultyCompany[];
  offers: readonly LabOffer[];
}) {
  if (companies.length === 0) {
    return (
      <Card>
        <Empty
          icon={FlaskConical}
          title="No fault is on"
          description="Switch one on for a company on the sandbox, sync it, and look at what an operator sees."
        />
      </Card>
    );
  }
  return (
    <Card>
      <ul aria-label="Companies with a fault" className="divide-y">
        {companies.map(({ companyId, name, faults }) => (
          <li key={companyId} className="grid gap-3 px-4 py-3.5">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <Link
                href={`/companies/${companyId}`}
                className="focus-ring rounded-sm font-medium text-primary underline-offset-4 hover:underline"
              >
                {name}
              </Link>
              <SwitchOffButton companyId={companyId} name={name} />
            </div>
            {faults.map((fault) => (
              <Fault key={fault.kind ?? fault.sandboxKind} fault={fault} offers={offers} />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Fault({ fault, offers }: { fault: ActiveFault; offers: readonly LabOffer[] }) {
  const offer = offers.find(({ kind }) => kind === fault.kind);
  return (
    <div className="grid max-w-3xl gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusPill tone="warning">{offer?.label ?? 'Another fault'}</StatusPill>
        <span className="text-muted-foreground">
          {fault.page !== null && `Page ${fault.page}. `}
          {fault.until && (
            <>
              Until <DateTime value={fault.until} />.{' '}
            </>
          )}
          {offer?.does ?? `It was set at the sandbox’s own door, which calls it ${fault.sandboxKind}.`}
        </span>
      </p>
      {offer && <WhatIsSeen offer={offer} />}
    </div>
  );
}
