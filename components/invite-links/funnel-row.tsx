import Link from 'next/link';
import { formatNumber } from '@/lib/format/number.ts';

/** One step of the way: how many came here, as a number and a bar, and how many went no further. */
export function FunnelRow({
  label,
  count,
  of,
  href,
  stopped,
}: {
  label: string;
  count: number;
  /** How many set out. */
  of: number;
  /** The links that came here. */
  href: string;
  /** Those that went no further; null at the end of the way. */
  stopped: { count: number; href: string } | null;
}) {
  return (
    <li className="grid grid-cols-[7.5rem_minmax(0,1fr)_auto] items-center gap-x-3">
      <span>{label}</span>
      <span aria-hidden className="h-2 rounded-sm bg-subtle">
        <span className="block h-full min-w-px rounded-sm bg-info-solid" style={{ width: `${(count / of) * 100}%` }} />
      </span>
      <Link
        href={href}
        className="num focus-ring inline-flex min-h-6 min-w-6 items-center justify-end justify-self-end rounded-sm font-medium hover:underline"
      >
        {formatNumber(count)}
      </Link>
      <span className="col-start-2 text-muted-foreground text-xs">
        {stopped && stopped.count > 0 && (
          <Link
            href={stopped.href}
            className="focus-ring inline-flex min-h-6 items-center rounded-sm hover:text-foreground hover:underline"
          >
            {formatNumber(stopped.count)} went no further
          </Link>
        )}
      </span>
    </li>
  );
}
