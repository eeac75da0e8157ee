import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { paymentWriteList } from '@/components/writes/payment-write-list.ts';
import { PaymentWritesTable } from '@/components/writes/payment-writes-table.tsx';
import { paymentWritePage, writePageSize } from '@/lib/domain/writes/write-page.ts';
import { loadCompany } from '../../_components/load-company.ts';
import { InvoicesHead } from '../_components/invoices-head.tsx';

interface Props {
  params: Promise<{ companyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Sent payments of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** The payments that were written to the company's platform, and how each of them stands. */
export default async function CompanySentPaymentsPage({ params, searchParams }: Props) {
  const [{ companyId }, state] = await Promise.all([params, readTableParams(paymentWriteList, searchParams)]);
  const { ctx, company } = await loadCompany(companyId);
  const page = await paymentWritePage(ctx, {
    companyId: company.id,
    states: state.filters.state,
    after: state.after,
  });
  return (
    <div className="grid min-w-0 gap-3">
      <InvoicesHead companyId={companyId} current="sent" />
      <PaymentWritesTable
        companyId={company.id}
        initial={{ query: tableQuery(state).toString(), page }}
        pageSize={writePageSize}
      />
    </div>
  );
}
