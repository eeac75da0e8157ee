import { Pause, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn.ts';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import { toneIcons, toneText } from '@/components/ui/tone.ts';
import type { Health, HealthTone } from '@/lib/domain/companies/health.ts';
import type { ConnectionView } from '@/lib/domain/companies/schema.ts';
import { formatCount } from '@/lib/format/number.ts';

// Only what calls for somebody is tinted: a healthy company's strip is quiet.
const frames: Record<HealthTone, string> = {
  success: 'bg-surface',
  neutral: 'bg-surface',
  info: 'bg-surface',
  warning: 'border-warning/20 bg-warning-tint/60',
  danger: 'border-danger/20 bg-danger-tint/60',
};

/** Below the head: is it fine, since when, who must act, what next; the evidence is folded. */
export function HealthStrip({
  health,
  failure,
  pause,
  keptAside,
  action,
}: {
  health: Health;
  failure: ConnectionView['failure'];
  /** A person stopped its syncs. */
  pause: ConnectionView['pause'];
  /** What the last sync could not read; null when it read all. */
  keptAside: { recordsFailed: number; href: string } | null;
  /** The button for the next step. */
  action?: ReactNode;
}) {
  const Icon = toneIcons[health.tone];
  return (
    <section aria-label="Health" data-tone={health.tone} className={cn('rounded-md border p-4', frames[health.tone])}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <dl className="grid min-w-0 flex-1 basis-80 grid-cols-2 gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,5fr)_auto_auto_minmax(0,4fr)]">
          <Answer question="Is it fine?" className="max-lg:col-span-2">
            <span className="flex gap-2">
              <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', toneText[health.tone])} />
              {health.summary}
            </span>
          </Answer>
          <Answer question="Since when?" className="lg:whitespace-nowrap">
            <RelativeTime value={health.since} />
          </Answer>
          <Answer question="Who must act?" className="lg:whitespace-nowrap">
            {health.whoActs ?? 'Nobody'}
          </Answer>
          <Answer question="What next?" className="max-lg:col-span-2">
            {health.nextStep ?? 'Nothing to do'}
          </Answer>
        </dl>
        {action}
      </div>
      {pause && (
        <p className="mt-3 flex items-center gap-2 border-t pt-3">
          <Pause aria-hidden className="size-4 shrink-0 text-muted-foreground" />
          <span>
            Paused since <DateTime value={pause.since} /> by {pause.by}. Nothing is read or written until it is resumed.
          </span>
        </p>
      )}
      {keptAside && (
        <p className="mt-3 flex items-center gap-2 border-t pt-3">
          <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
          <span>
            {formatCount(keptAside.recordsFailed, 'record was', 'records were')} kept aside by the last sync; all others
            are stored.{' '}
            <Link href={keptAside.href} className="focus-ring rounded-sm text-primary underline underline-offset-4">
              See why
            </Link>
          </span>
        </p>
      )}
      {failure && (
        <Disclosure summary="Why: the last error" className="mt-3">
          <p className="mb-2 max-w-3xl">{failure.message}</p>
          {Object.keys(failure.evidence).length > 0 && (
            <CodeBlock label="What the platform said">{JSON.stringify(failure.evidence, null, 2)}</CodeBlock>
          )}
        </Disclosure>
      )}
    </section>
  );
}

function Answer({ question, className, children }: { question: string; className?: string; children: ReactNode }) {
  return (
    <div className={cn('min-w-0', className)}>
      <dt className="mb-0.5 text-muted-foreground text-xs">{question}</dt>
      <dd>{children}</dd>
    </div>
  );
}
