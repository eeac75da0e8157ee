import { Plus } from 'lucide-react';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button.tsx';
import { ChoiceLinks } from '@/components/ui/choice-links.tsx';
import { loadCompany, mayOf } from '../../_components/load-company.ts';
import { paymentPlace } from './payment-place.ts';

/** Switches between what was invoiced, what was paid and what was sent from here; and the way to a new payment. */
export async function InvoicesHead({
  companyId,
  current,
}: {
  companyId: string;
  current: 'invoices' | 'payments' | 'sent' | 'new';
}) {
  const loaded = await loadCompany(companyId);
  const path = `/companies/${loaded.company.id}/invoices`;
  const canPay =
    current !== 'new' && mayOf(loaded).pay && loaded.isConnected && paymentPlace(loaded.definition) !== null;
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
      <ChoiceLinks
        label="Invoices and payments"
        current={current}
        choices={[
          { value: 'invoices', label: 'Invoices', href: path },
          { value: 'payments', label: 'Payments', href: `${path}/payments` },
          { value: 'sent', label: 'Sent from here', href: `${path}/sent` },
        ]}
      />
      {canPay && (
        <Link href={`${path}/new-payment`} className={buttonVariants()}>
          <Plus aria-hidden />
          New payment
        </Link>
      )}
    </div>
  );
}
