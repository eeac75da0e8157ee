import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { modelAt } from '@/lib/domain/records/registry.ts';
import { orNotFound } from '../../../../_components/or-not-found.ts';
import { loadCompany } from '../../_components/load-company.ts';
import { RecordsPanel } from '../../_components/records-panel.tsx';
import { isInRecords } from '../_components/record-groups.ts';

interface Props {
  params: Promise<{ companyId: string; model: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function modelOf(params: Props['params']) {
  const { model: path } = await params;
  const model = await orNotFound(async () => modelAt(path));
  if (!isInRecords(model)) notFound();
  return model;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [model, { companyId }] = await Promise.all([modelOf(params), params]);
  return { title: `${dataModelNames[model]} of ${(await loadCompany(companyId)).company.name}` };
}

/** The records of one model, as the company's platform has them. */
export default async function CompanyRecordsOfModelPage({ params, searchParams }: Props) {
  const [model, { companyId }] = await Promise.all([modelOf(params), params]);
  return <RecordsPanel companyId={companyId} model={model} searchParams={searchParams} />;
}
