import { ChoiceLinks } from '@/components/ui/choice-links.tsx';

/** Switches between what was invoiced and what was paid. */
export function InvoicesHead({ companyId, current }: { companyId: string; current: 'invoices' | 'payments' }) {
  const path = `/companies/${companyId}/invoices`;
  return (
    <ChoiceLinks
      label="Invoices and payments"
      current={current}
      choices={[
        { value: 'invoices', label: 'Invoices', href: path },
        { value: 'payments', label: 'Payments', href: `${path}/payments` },
      ]}
    />
  );
}
