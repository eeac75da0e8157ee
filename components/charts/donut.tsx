'use client';

import Link from 'next/link';
import { formatNumber } from '../../lib/format/number.ts';
import { cn } from '../ui/cn.ts';
import { useLocale } from '../ui/viewer.tsx';
import { Ring } from './ring.tsx';

export interface DonutPart {
  key: string;
  label: string;
  value: number;
  /** A CSS colour: `toneSolid.danger`. */
  color: string;
  /** The list behind the number. */
  href?: string;
}

export interface DonutProps {
  parts: DonutPart[];
  /** What is counted: "companies". */
  noun: string;
  emptyText: string;
  className?: string;
}

/** Parts of a whole as a ring, and beside it a list that says the same in words and leads to each part. */
export function Donut({ parts, noun, emptyText, className }: DonutProps) {
  const locale = useLocale();
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  if (total === 0) return <p className={cn('py-10 text-center text-muted-foreground', className)}>{emptyText}</p>;
  return (
    <div data-slot="donut" className={cn('flex flex-wrap items-center gap-x-8 gap-y-4', className)}>
      <div className="relative size-36 shrink-0">
        <div aria-hidden className="size-full">
          <Ring parts={parts} />
        </div>
        <p className="absolute inset-0 flex flex-col items-center justify-center">
          <span className="num font-semibold text-2xl tracking-tight">{formatNumber(total, locale)}</span>
          <span className="text-muted-foreground text-xs">{noun}</span>
        </p>
      </div>
      <ul className="min-w-40 flex-1">
        {parts.map((part) => (
          <DonutRow key={part.key} part={part} value={formatNumber(part.value, locale)} />
        ))}
      </ul>
    </div>
  );
}

function DonutRow({ part, value }: { part: DonutPart; value: string }) {
  const body = (
    <>
      <span aria-hidden className="size-2 shrink-0 rounded-[2px]" style={{ background: part.color }} />
      <span className="min-w-0 flex-1 truncate">{part.label}</span>
      <span className={cn('num font-medium', part.value === 0 && 'text-muted-foreground')}>{value}</span>
    </>
  );
  const frame = 'flex h-7 items-center gap-2 rounded-sm px-1.5 -mx-1.5';
  return (
    <li>
      {part.href ? (
        <Link href={part.href} className={cn(frame, 'focus-ring transition-colors hover:bg-hover')}>
          {body}
        </Link>
      ) : (
        <span className={frame}>{body}</span>
      )}
    </li>
  );
}
