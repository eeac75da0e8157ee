'use client';

import { useQuery } from '@tanstack/react-query';
import { recordQuery } from '@/lib/domain/records/query-options.ts';
import { RecordDetails } from './record-details.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { type ListedModel, recordNoun } from './record-lists.ts';
import { recordPaths } from './record-paths.ts';
import { recordState } from './record-states.ts';
import { RecordStatus } from './record-status.tsx';

/** One record of any model in a drawer. */
export function RecordSheet({
  companyId,
  model,
  rootfiId,
  platform,
  mayReadRaw,
  ...frame
}: {
  companyId: number;
  model: ListedModel;
  rootfiId: number;
  platform: string;
  mayReadRaw: boolean;
  onClose: () => void;
  returnFocusTo: string;
}) {
  const { data: record, error, refetch } = useQuery(recordQuery(companyId, recordPaths[model], rootfiId));
  const [noun] = recordNoun(model);
  const words = noun.charAt(0).toUpperCase() + noun.slice(1);
  const state = record && recordState(model, record);
  return (
    <RecordDrawer
      title={record ? (record.title ?? record.platformId) : words}
      state={state && <RecordStatus state={state} />}
      description={`${words} on ${platform}`}
      noun={noun}
      error={error}
      onRetry={refetch}
      {...frame}
    >
      {record ? (
        <RecordDetails companyId={companyId} record={record} platform={platform} mayReadRaw={mayReadRaw} />
      ) : null}
    </RecordDrawer>
  );
}
