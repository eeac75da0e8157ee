import { Boxes } from 'lucide-react';
import type { Metadata } from 'next';
import { ModelsTable } from '@/components/sync-config/models-table.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { loadCompany, loadModels, loadProgress, mayOf } from '../_components/load-company.ts';

interface Props {
  params: Promise<{ companyId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Models of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** What is read of the company, how often and from when. */
export default async function CompanyModelsPage({ params }: Props) {
  const { companyId } = await params;
  const loaded = await loadCompany(companyId);
  const [models, progress] = await Promise.all([loadModels(companyId), loadProgress(companyId)]);
  const { company, platform, isArchived, isConnected, isSyncable, definition } = loaded;
  const may = mayOf(loaded);
  return (
    <div className="grid gap-3">
      {models.length > 0 ? (
        <>
          <p className="text-muted-foreground">
            {isConnected
              ? 'Switching a model off keeps what is stored of it. A setting that was not made here follows the default.'
              : 'Nothing is read while the company is disconnected; these settings hold once it connects again.'}
            {isConnected && company.connection?.pause && ' The company is paused: nothing is read until it is resumed.'}
            {!may.configure && ' Changing them needs the role operator, admin or owner.'}
          </p>
          <Card>
            <ModelsTable
              companyId={company.id}
              models={models}
              platform={platform ?? 'the platform'}
              offeredScopes={definition?.scopes ?? ['READ']}
              mayEdit={may.configure}
              canSync={may.sync && isSyncable && !progress?.isActive}
            />
          </Card>
        </>
      ) : (
        <Card>
          <Empty
            icon={Boxes}
            title={isArchived ? `${company.name} is archived` : 'No models yet'}
            description={
              isArchived
                ? 'Its settings are kept. Restore it to see and change them.'
                : 'What can be read depends on the platform; the models appear once your customer connects.'
            }
          />
        </Card>
      )}
    </div>
  );
}
