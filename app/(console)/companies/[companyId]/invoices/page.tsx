import type { Metadata } from 'next';
import { loadCompany } from '../_components/load-company.ts';
import { RecordsPanel } from '../_components/records-panel.tsx';
import { InvoicesHead } from './_components/invoices-head.tsx';
import { whyNoPayment } from './_components/why-no-payment.ts';

interface Props {
  params: Promise<{ companyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Invoices of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** What the company asked its customers to pay. */
export default async function CompanyInvoicesPage({ params, searchParams }: Props) {
  const { companyId } = await params;
  return (
    <div className="grid min-w-0 gap-3">
      <InvoicesHead companyId={companyId} current="invoices" />
      <RecordsPanel
        companyId={companyId}
        model="INVOICE"
        searchParams={searchParams}
        canPay={(await whyNoPayment(companyId)) === null}
      />
    </div>
  );
}
