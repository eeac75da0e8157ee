import { Database } from 'lucide-react';
import Link from 'next/link';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { type ListedModel, recordLists, recordNoun } from '@/components/records/record-lists.ts';
import { recordListHref } from '@/components/records/record-paths.ts';
import { RecordsTable } from '@/components/records/records-table.tsx';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { recordViewList } from '@/db/schema/enums.ts';
import { countLater } from '@/lib/count-later.ts';
import { recordFields, recordListCount, recordPage } from '@/lib/domain/records/record-view.ts';
import { followViewLink, SavedViews } from '../../../_components/saved-views.tsx';
import { loadCompany, loadModels, mayOf, orFirstPage } from './load-company.ts';

/** A company's records of one model, or why there are none to be seen. */
export async function RecordsPanel({
  companyId,
  model,
  searchParams,
  canPay,
}: {
  companyId: string;
  model: ListedModel;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
  /** Payments of invoices can be written. */
  canPay?: boolean;
}) {
  const loaded = await loadCompany(companyId);
  const { ctx, company, platform, isArchived } = loaded;
  const [, many] = recordNoun(model);
  if (isArchived) {
    return (
      <Card>
        <Empty
          icon={Database}
          title={`${company.name} is archived`}
          description={`Its ${many} are kept. Restore it to see them.`}
        />
      </Card>
    );
  }
  const path = recordListHref(company.id, model);
  await followViewLink(path, recordViewList(model), searchParams);
  const query = tableQuery(await readTableParams(recordLists[model], searchParams));
  const page = await orFirstPage(path, () => recordPage(ctx, { companyId: company.id, model }, query));
  return (
    <RecordsTable
      key={model}
      companyId={company.id}
      model={model}
      fields={recordFields(model)}
      platform={platform ?? 'the platform'}
      mayReadRaw={mayOf(loaded).readRaw}
      initial={{
        query: query.toString(),
        page,
        total: countLater(query, page, () => recordListCount(ctx, { companyId: company.id, model }, query)),
      }}
      views={<SavedViews list={recordViewList(model)} />}
      canPay={canPay}
      empty={<NoRecords model={model} why={await whyNone(companyId, model)} />}
    />
  );
}

function NoRecords({ model, why }: { model: ListedModel; why: { description: string; modelsHref?: string } }) {
  return (
    <Empty
      icon={Database}
      title={`No ${dataModelNames[model].toLowerCase()} yet`}
      description={why.description}
      action={
        why.modelsHref && (
          <Link href={why.modelsHref} className="focus-ring rounded-sm text-primary hover:underline">
            Go to models
          </Link>
        )
      }
    />
  );
}

/** Why a list is empty, and where that is changed. */
async function whyNone(companyId: string, model: ListedModel): Promise<{ description: string; modelsHref?: string }> {
  const [{ company, platform, definition, isConnected }, models] = await Promise.all([
    loadCompany(companyId),
    loadModels(companyId),
  ]);
  const [, many] = recordNoun(model);
  if (!definition || !company.connection) return { description: 'They appear once your customer has connected.' };
  if (!definition.models.some((one) => one.model === model)) {
    return { description: `Ledgerline reads no ${many} from ${platform}.` };
  }
  if (models.some((one) => one.dataModel === model && !one.enabled)) {
    return { description: 'They are switched off for this company.', modelsHref: `/companies/${company.id}/models` };
  }
  if (!isConnected) return { description: 'The company is disconnected. They appear once it has connected again.' };
  return { description: `They appear here once a sync has read them from ${platform}.` };
}
