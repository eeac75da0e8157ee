import { Mail, SquareArrowOutUpRight } from 'lucide-react';
import { ConfirmCompany } from '@/components/companies/confirm-company.tsx';
import { WriteToCustomer } from '@/components/companies/write-to-customer.tsx';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { may } from '@/lib/auth/permissions.ts';
import type { Actor } from '@/lib/context.ts';
import { type IncidentGuide, type IncidentStep, incidentSteps } from '@/lib/domain/incidents/cause.ts';
import type { Attention } from '@/lib/domain/incidents/schema.ts';
import { reportText } from './report-text.ts';
import { RetryButton } from './retry-button.tsx';

interface StepsProps {
  entry: Attention;
  guide: IncidentGuide;
  actor: Actor;
}

/** The buttons for a trouble, as far as the viewer may press them. */
export function IncidentSteps(props: StepsProps) {
  const steps = incidentSteps[props.entry.cause].filter((step) => mayTake(props.actor, step));
  if (steps.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 pt-0.5">
      {steps.map((step) => (
        <Step key={step} step={step} {...props} />
      ))}
    </div>
  );
}

const needed = {
  message: 'invite-links.write',
  retry: 'syncs.write',
  review: 'syncs.write',
  confirm: 'connections.confirm',
  report: 'read',
} as const;

const mayTake = (actor: Actor, step: IncidentStep) => may(actor, needed[step]);

function Step({ step, entry, guide }: StepsProps & { step: IncidentStep }) {
  const [only] = entry.count === 1 ? entry.companies : [];
  switch (step) {
    case 'message':
      if (only) return <WriteToCustomer companyId={only.id} name={only.name} size="sm" />;
      return entry.incidentId ? <ToEach incidentId={entry.incidentId} count={entry.count} /> : null;
    case 'retry':
      return <RetryButton trouble={keyOf(entry)} count={entry.count} />;
    case 'report':
      return (
        <CopyButton value={reportText(entry, guide)} label="Copy a report" showLabel size="sm" variant="secondary" />
      );
    case 'confirm':
      return <Confirmations entry={entry} />;
    case 'review':
      return <Reviews entry={entry} />;
  }
}

const keyOf = ({ cause, integration, platformCode }: Attention) => ({ cause, integration, platformCode });

const ToEach = ({ incidentId, count }: { incidentId: string; count: number }) => (
  <Button size="sm" asChild>
    <RowLink href={`/incidents/${incidentId}`}>
      <Mail aria-hidden />
      Write to {count} customers
    </RowLink>
  </Button>
);

const Confirmations = ({ entry }: { entry: Attention }) =>
  entry.companies.map(
    ({ id, name, proposed }) =>
      proposed && (
        <div key={id} className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <span>
            {name} signed in to {proposed}
          </span>
          <ConfirmCompany companyId={id} name={name} proposed={proposed} size="sm" />
        </div>
      ),
  );

const Reviews = ({ entry }: { entry: Attention }) =>
  entry.companies.map(
    ({ id, name, syncId }) =>
      syncId && (
        <Button key={id} size="sm" asChild>
          <RowLink href={`/companies/${id}/syncs/${syncId}`}>
            <SquareArrowOutUpRight aria-hidden />
            Review {entry.count === 1 ? 'the sync' : name}
          </RowLink>
        </Button>
      ),
  );
