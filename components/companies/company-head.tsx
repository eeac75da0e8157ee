import { Fragment, type ReactNode } from 'react';
import { Monogram } from '@/components/ui/monogram.tsx';
import { PageHead } from '@/components/ui/page-head.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import type { Health } from '@/lib/domain/companies/health.ts';

/** Who the company is, how it is, when it was synced and will be again. */
export function CompanyHead({
  name,
  platform,
  entityName,
  health,
  lastSyncedAt,
  nextDueAt,
  now,
  rename,
  actions,
}: {
  name: string;
  /** Null until one is chosen. */
  platform: string | null;
  /** What the platform calls the company; null without a connection. */
  entityName: string | null;
  health: Health;
  lastSyncedAt: Date | null;
  nextDueAt: Date | null;
  /** The moment the page is made for. */
  now: Date;
  rename: ReactNode;
  actions: ReactNode;
}) {
  const parts: [key: string, part: ReactNode][] = [['platform', platform ?? 'No platform yet']];
  if (entityName && entityName !== name) parts.push(['entity', entityName]);
  if (lastSyncedAt) {
    parts.push([
      'last',
      <>
        Last synced <RelativeTime value={lastSyncedAt} />
      </>,
    ]);
  }
  const isPast = nextDueAt !== null && nextDueAt < now;
  if (nextDueAt) {
    parts.push([
      'next',
      <>
        {isPast ? 'Was due' : 'Next due'} <RelativeTime value={nextDueAt} />
      </>,
    ]);
  }
  return (
    <PageHead
      leading={<Monogram name={name} size="lg" />}
      title={name}
      badge={
        <>
          {rename}
          <StatusPill tone={health.tone}>{health.label}</StatusPill>
        </>
      }
      description={
        <p>
          {parts.map(([key, part], index) => (
            <Fragment key={key}>
              {index > 0 && ' · '}
              {part}
            </Fragment>
          ))}
        </p>
      }
      actions={actions}
    />
  );
}
