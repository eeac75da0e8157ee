import { redirect } from 'next/navigation';
import { recordListHref } from '@/components/records/record-paths.ts';
import { loadCompany, loadRecordCounts } from '../_components/load-company.ts';
import { recordGroups } from './_components/record-groups.ts';

interface Props {
  params: Promise<{ companyId: string }>;
}

/** Leads to the first model that there are records of. */
export default async function CompanyRecordsPage({ params }: Props) {
  const { companyId } = await params;
  const [{ company }, counts] = await Promise.all([loadCompany(companyId), loadRecordCounts(companyId)]);
  const models = recordGroups.flatMap((group) => group.models);
  const filled = models.find((model) => counts.some((one) => one.model === model && one.live > 0));
  redirect(recordListHref(company.id, filled ?? 'BILL'));
}
