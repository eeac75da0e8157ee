import type { Metadata } from 'next';
import { loadCompany } from '../../_components/load-company.ts';
import { RecordsPanel } from '../../_components/records-panel.tsx';
import { InvoicesHead } from '../_components/invoices-head.tsx';

interface Props {
  params: Promise<{ companyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Payments of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** What the company's customers paid. */
export default async function CompanyPaymentsPage({ params, searchParams }: Props) {
  const { companyId } = await params;
  return (
    <div className="grid min-w-0 gap-3">
      <InvoicesHead companyId={companyId} current="payments" />
      <RecordsPanel companyId={companyId} model="INVOICE_PAYMENT" searchParams={searchParams} />
    </div>
  );
}
