'use client';

import { Check, Minus } from 'lucide-react';
import Link from 'next/link';
import { SearchMatch } from '@/components/data-table/search-match.tsx';
import { Money } from '@/components/ui/amount.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { useLocale } from '@/components/ui/viewer.tsx';
import type { ParentModel } from '@/db/schema/enums.ts';
import { fieldWords, spelled } from '@/lib/domain/records/field-words.ts';
import type { Reference } from '@/lib/domain/records/references.ts';
import { formatDay } from '@/lib/format/date.ts';
import { formatNumber } from '@/lib/format/number.ts';
import { recordHref } from './record-paths.ts';
import { stateWords } from './record-states.ts';
import { RecordStatus } from './record-status.tsx';

export interface RecordValueProps {
  model: ParentModel;
  column: string;
  value: unknown;
  currency: string | null;
  reference: Reference | undefined;
  /** Leads to what it refers to; without it that is named only. */
  companyId?: number;
}

/** One value of a record, as its column is shown; a dash where the platform has nothing. */
export function RecordValue({ model, column, value, currency, reference, companyId }: RecordValueProps) {
  const { kind } = fieldWords(column);
  if (value === null || value === undefined || value === '') return <span className="text-muted-foreground">—</span>;
  const text = String(value);
  switch (kind) {
    case 'money':
      return <Money amount={text} currency={currency} />;
    case 'number':
      return <Digits value={text} />;
    case 'percent':
      return <Digits value={text} unit="%" />;
    case 'day':
      return <span className="whitespace-nowrap">{formatDay(text)}</span>;
    case 'moment':
      return <RelativeTime value={text} />;
    case 'flag':
      return <Flag on={value === true} />;
    case 'word':
      // A platform's own words may be written as they are meant to be read.
      return text === text.toLowerCase() ? spelled(text) : text;
    case 'state':
      return <RecordStatus state={stateWords(model, text)} />;
    case 'reference':
      return <Referred reference={reference} platformId={text} companyId={companyId} />;
    case 'code':
      return <span className="code break-all">{text}</span>;
    default:
      return text;
  }
}

function Digits({ value, unit }: { value: string; unit?: string }) {
  const locale = useLocale();
  return (
    <data value={value} className="num whitespace-nowrap">
      {formatNumber(value, locale)}
      {unit && ` ${unit}`}
    </data>
  );
}

function Flag({ on }: { on: boolean }) {
  const Icon = on ? Check : Minus;
  return (
    <span className="inline-flex items-center gap-1">
      <Icon aria-hidden className="size-3.5 text-muted-foreground" />
      {on ? 'Yes' : 'No'}
    </span>
  );
}

/** A record by what people know it by; by its id on the platform where it is not stored. */
function Referred({
  reference,
  platformId,
  companyId,
}: {
  reference: Reference | undefined;
  platformId: string;
  companyId: number | undefined;
}) {
  if (!reference) return <span className="code break-all text-muted-foreground">{platformId}</span>;
  if (companyId === undefined) return <SearchMatch text={reference.title} />;
  return (
    <Link
      href={recordHref(companyId, reference)}
      prefetch={false}
      className="focus-ring rounded-sm break-words text-primary underline-offset-4 hover:underline"
    >
      {reference.title}
    </Link>
  );
}
