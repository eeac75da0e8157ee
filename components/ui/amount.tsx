'use client';

import type { ComponentProps } from 'react';
import { formatMoney } from '../../lib/format/money.ts';
import { formatCompact, formatNumber } from '../../lib/format/number.ts';
import { cn } from './cn.ts';
import { useLocale } from './viewer.tsx';

/** An exact amount with its currency, in the viewer's locale. `amount` is a decimal text. */
export function Money({
  amount,
  currency,
  className,
  ...props
}: ComponentProps<'data'> & { amount: string | null | undefined; currency: string | null | undefined }) {
  const locale = useLocale();
  if (amount === null || amount === undefined) return <span className="text-muted-foreground">—</span>;
  return (
    <data data-slot="money" value={amount} className={cn('whitespace-nowrap font-mono text-xs', className)} {...props}>
      {formatMoney(amount, currency, locale)}
    </data>
  );
}

/** A number in the viewer's locale. `compact` shortens it (`1.2M`) and keeps the exact one on hover. */
export function Quantity({
  value,
  compact,
  ...props
}: Omit<ComponentProps<'data'>, 'value'> & { value: number; compact?: boolean }) {
  const locale = useLocale();
  const exact = formatNumber(value, locale);
  return (
    <data data-slot="quantity" value={value} title={compact ? exact : undefined} {...props}>
      {compact ? formatCompact(value, locale) : exact}
    </data>
  );
}
