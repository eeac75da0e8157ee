import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { paymentWriteList } from '@/components/writes/payment-write-list.ts';
import { PaymentWritesTable } from '@/components/writes/payment-writes-table.tsx';
import { countLater } from '@/lib/count-later.ts';
import { paymentWriteCount, paymentWritePage } from '@/lib/domain/writes/write-page.ts';
import { followViewLink, SavedViews } from '../../../../_components/saved-views.tsx';
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
  const { companyId } = await params;
  const { ctx, company } = await loadCompany(companyId);
  await followViewLink(`/companies/${company.id}/invoices/sent`, 'sent-payments', searchParams);
  const query = tableQuery(await readTableParams(paymentWriteList, searchParams));
  const page = await paymentWritePage(ctx, { companyId: company.id }, query);
  return (
    <div className="grid min-w-0 gap-3">
      <InvoicesHead companyId={companyId} current="sent" />
      <PaymentWritesTable
        companyId={company.id}
        initial={{
          query: query.toString(),
          page,
          total: countLater(query, page, () => paymentWriteCount(ctx, { companyId: company.id }, query)),
        }}
        views={<SavedViews list="sent-payments" />}
      />
    </div>
  );
}
