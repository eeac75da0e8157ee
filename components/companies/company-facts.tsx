import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import type { CompanyView } from '@/lib/domain/companies/schema.ts';
import type { CallUse } from '@/lib/domain/platform-limits/data.ts';
import { formatDay } from '@/lib/format/date.ts';
import { formatDuration } from '@/lib/format/duration.ts';
import { formatNumber } from '@/lib/format/number.ts';

/** What does not move about a company: its names and numbers, and what it is on the platform. */
export function CompanyFacts({
  company,
  platform,
  calls,
  variableLabels,
}: {
  company: CompanyView;
  /** Null until one is chosen. */
  platform: string | null;
  /** How much its platform was asked lately, a line a window. */
  calls: readonly CallUse[];
  /** What the platform's form calls its settings, by name. */
  variableLabels: Record<string, string>;
}) {
  const { connection } = company;
  return (
    <dl className="divide-y border-t">
      <Line label="Id">
        <Code value={String(company.id)} label="Copy id" />
      </Line>
      <Line label="Company code">
        <Code value={company.companyCode} label="Copy company code" />
      </Line>
      <Line label="Number">
        <span className="num">{company.number}</span>
      </Line>
      <Line label="Platform">{platform ?? 'None yet'}</Line>
      {connection?.entityName && <Line label="Called there">{connection.entityName}</Line>}
      {connection?.entityId && (
        <Line label="Id there">
          <Code value={connection.entityId} label="Copy id on the platform" />
        </Line>
      )}
      {Object.entries(connection?.variables ?? {}).map(([name, value]) => (
        <Line key={name} label={variableLabels[name] ?? inWords(name)}>
          <span className="break-all">{value}</span>
        </Line>
      ))}
      <Line label="Sync from">{company.syncFrom ? formatDay(company.syncFrom.toISOString()) : 'The beginning'}</Line>
      {calls.map(({ calls: most, seconds, used, left }) => (
        <Line key={seconds} label={`Calls in ${formatDuration(seconds * 1000)}`}>
          <span className="num">
            {left === null
              ? formatNumber(used)
              : `${formatNumber(used)} of ${formatNumber(most)}, ${formatNumber(left)} left`}
          </span>
        </Line>
      ))}
      {connection && (
        <Line label="Connected">
          <DateTime value={connection.createdAt} />
        </Line>
      )}
      <Line label="Created">
        <DateTime value={company.createdAt} />
      </Line>
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4 px-4 py-1.5">
      <dt className="shrink-0 text-muted-foreground">{label}</dt>
      <dd className="min-w-0 text-right">{children}</dd>
    </div>
  );
}

function Code({ value, label }: { value: string; label: string }) {
  return (
    <span className="-mr-1.5 flex min-w-0 items-center justify-end gap-1">
      <span className="code truncate">{value}</span>
      <CopyButton value={value} label={label} />
    </span>
  );
}

/** `baseCurrency` → `Base currency`, for settings that the platform's form has no label for. */
function inWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
