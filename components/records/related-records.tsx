'use client';

import Link from 'next/link';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Money } from '@/components/ui/amount.tsx';
import type { ParentModel } from '@/db/schema/enums.ts';
import type { RecordItem } from '@/lib/domain/records/record-view.ts';
import { formatDay } from '@/lib/format/date.ts';
import { recordHref } from './record-paths.ts';

const mostShown = 20;

/** Records that name this one: the payments of an invoice. */
export function RelatedRecords({
  companyId,
  model,
  rows,
}: {
  companyId: number;
  model: ParentModel;
  rows: readonly RecordItem[];
}) {
  const title = dataModelNames[model];
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{title}</h3>
      {rows.length === 0 ? (
        <p className="text-muted-foreground">None</p>
      ) : (
        <ul aria-label={title} className="divide-y rounded-md border">
          {rows.slice(0, mostShown).map((record) => (
            <li key={record.rootfiId} className="flex items-baseline justify-between gap-4 px-3 py-2">
              <span className="min-w-0">
                <Link
                  href={recordHref(companyId, { model, rootfiId: record.rootfiId })}
                  prefetch={false}
                  className="focus-ring rounded-sm break-words text-primary underline-offset-4 hover:underline"
                >
                  {record.title ?? <span className="code">{record.platformId}</span>}
                </Link>
                <span className="ml-2 text-muted-foreground text-xs">{dayOf(record)}</span>
              </span>
              <Money amount={amountOf(record)} currency={record.currency} />
            </li>
          ))}
          {rows.length > mostShown && (
            <li className="px-3 py-2 text-muted-foreground">and {rows.length - mostShown} more</li>
          )}
        </ul>
      )}
    </section>
  );
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const amountOf = ({ values }: RecordItem) => textOf(values.amount) ?? textOf(values.total_amount);

function dayOf({ values }: RecordItem): string {
  const day = textOf(values.payment_date) ?? textOf(values.posted_date);
  return day ? formatDay(day) : '';
}
