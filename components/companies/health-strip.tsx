import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import type { CompanyView } from '@/lib/domain/companies/schema.ts';
import type { Health } from './health.ts';

/** Below the head: is it fine, since when, who must act, what next; the evidence is folded. */
export function HealthStrip({
  health,
  company,
  action,
}: {
  health: Health;
  company: Pick<CompanyView, 'connection'>;
  /** The button for the next step. */
  action?: ReactNode;
}) {
  const failure = company.connection?.failure;
  return (
    <section aria-label="Health" className="rounded-md border bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <dl className="grid flex-1 gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_auto_auto_minmax(0,2fr)]">
          <Answer question="State">
            <StatusPill tone={health.tone}>{health.label}</StatusPill>
            <p className="mt-1.5">{health.summary}</p>
          </Answer>
          <Answer question="Since">
            <RelativeTime value={health.since} />
          </Answer>
          <Answer question="Who acts">{health.whoActs ?? 'Nobody'}</Answer>
          <Answer question="Next step">{health.nextStep ?? 'Nothing to do.'}</Answer>
        </dl>
        {action}
      </div>
      {failure && (
        <Disclosure summary="What the platform said" className="mt-3">
          <p className="mb-2">{failure.message}</p>
          {Object.keys(failure.evidence).length > 0 && (
            <pre className="code overflow-x-auto rounded-md bg-subtle p-3 text-xs">
              {JSON.stringify(failure.evidence, null, 2)}
            </pre>
          )}
        </Disclosure>
      )}
    </section>
  );
}

function Answer({ question, children }: { question: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="mb-1 text-muted-foreground text-xs">{question}</dt>
      <dd>{children}</dd>
    </div>
  );
}
