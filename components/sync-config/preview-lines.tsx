import Link from 'next/link';
import type { ReactNode } from 'react';
import { Quantity } from '@/components/ui/amount.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import type { ConfigPreview } from '@/lib/domain/sync-config/config-preview.ts';
import { formatDay } from '@/lib/format/date.ts';

/** What a change of a model's settings touches, line by line; grey lines while it is asked for. */
export function PreviewLines({
  preview,
  name,
  platform,
}: {
  /** Null while it is on its way. */
  preview: ConfigPreview | null;
  /** `invoices` */
  name: string;
  platform: string;
}) {
  if (!preview) return <PreviewSkeleton />;
  const { records, callsBefore, callsAfter, callsAllowed, webhooks, leftBehind, oldest } = preview;
  return (
    <dl aria-label="What this touches" className="divide-y rounded-md border">
      <Line label="Stored">
        <Quantity value={records} /> {name}, all of them kept
      </Line>
      {preview.readsAgain && (
        <Line label="Older ones">
          The next sync reads all {name} again from that day on
          {oldest && `; the oldest stored one is of ${formatDay(oldest)}`}
        </Line>
      )}
      {leftBehind !== null && leftBehind > 0 && (
        <Line label="Left behind">
          <Quantity value={leftBehind} /> stored {name} are dated before that day: they stay, and are no longer read
        </Line>
      )}
      <Line label="Next sync">
        <Change
          before={preview.dueBefore}
          after={preview.dueAfter}
          show={(due) => <RelativeTime value={due} fallback="Not by itself" />}
        />
      </Line>
      <Line label="Calls a day">
        <Change before={callsBefore} after={callsAfter} show={(calls) => <Quantity value={calls} />} />
        <span className="block text-muted-foreground text-xs">
          {callsAllowed === null ? (
            `${platform} sets no limit`
          ) : (
            <>
              of <Quantity value={callsAllowed} /> that {platform} takes
            </>
          )}
          {preview.callsAreCounted ? '; counted over the last 7 days' : '; an estimate'}
        </span>
      </Line>
      <Line label="Webhooks">
        {webhooks === 0 ? (
          'No webhook is told of changes'
        ) : (
          <>
            <Link href="/webhooks" className="focus-ring rounded-sm text-primary underline-offset-4 hover:underline">
              {webhooks === 1 ? '1 webhook' : `${webhooks} webhooks`}
            </Link>{' '}
            {webhooks === 1 ? 'is' : 'are'} told of changes
          </>
        )}
      </Line>
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-3 px-3 py-2">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** A value as it is, and as it will be where that is another one. */
function Change<T>({ before, after, show }: { before: T; after: T; show: (value: T) => ReactNode }) {
  if (before === after) return show(after);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      <span className="text-muted-foreground">{show(before)}</span>
      <span aria-hidden className="text-muted-foreground">
        →
      </span>
      <span className="sr-only">becomes</span>
      <span className="font-medium">{show(after)}</span>
    </span>
  );
}

function PreviewSkeleton() {
  return (
    <div role="status" aria-label="Loading what this touches" className="divide-y rounded-md border">
      {['w-2/5', 'w-1/2', 'w-3/5', 'w-1/3'].map((width) => (
        <div key={width} className="flex h-9 items-center px-3">
          <Skeleton className={`h-3 ${width}`} />
        </div>
      ))}
    </div>
  );
}
