import { Money } from '@/components/ui/amount.tsx';
import { balanceAfter } from './balance.ts';
import { openOf, type PaymentValues } from './payment-values.ts';

/** What is open of the invoice now, and what will be after the payment. */
export function BalanceStrip({ values }: { values: PaymentValues }) {
  const { invoice, amount } = values;
  const due = openOf(invoice);
  const after = balanceAfter(due, amount);
  const isTooMuch = after?.startsWith('-') ?? false;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="sr-only">Balance of the invoice</legend>
      <dl className="grid grid-cols-3 gap-3 rounded-md bg-subtle px-3 py-2.5">
        <Sum label="Open now" amount={due} currency={invoice?.currency} />
        <Sum label="This payment" amount={after === null ? null : amount.trim()} currency={invoice?.currency} />
        <Sum label="Open after" amount={after} currency={invoice?.currency} strong />
      </dl>
      {isTooMuch && <p className="text-warning">This is more than is open of the invoice.</p>}
    </fieldset>
  );
}

function Sum({
  label,
  amount,
  currency,
  strong,
}: {
  label: string;
  amount: string | null;
  currency: string | null | undefined;
  strong?: boolean;
}) {
  return (
    <div className="min-w-0">
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="truncate">
        <Money amount={amount} currency={currency} className={strong ? 'font-medium text-sm' : 'text-sm'} />
      </dd>
    </div>
  );
}
