'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { RowDrawer } from '@/components/data-table/row-drawer.tsx';
import { buttonVariants } from '@/components/ui/button.tsx';
import { recordQuery } from '@/lib/domain/records/query-options.ts';
import type { RecordDetail } from '@/lib/domain/records/record-view.ts';
import { RecordDetails } from './record-details.tsx';
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
  canPay,
  ...frame
}: {
  companyId: number;
  model: ListedModel;
  rootfiId: number;
  platform: string;
  mayReadRaw: boolean;
  /** Payments of invoices can be written. */
  canPay: boolean;
  onClose: () => void;
  returnFocusTo: string;
}) {
  const { data: record, error, refetch } = useQuery(recordQuery(companyId, recordPaths[model], rootfiId));
  const [noun] = recordNoun(model);
  const words = noun.charAt(0).toUpperCase() + noun.slice(1);
  const state = record && recordState(model, record);
  return (
    <RowDrawer
      title={record ? (record.title ?? record.platformId) : words}
      state={state && <RecordStatus state={state} />}
      description={`${words} on ${platform}`}
      noun={noun}
      error={error}
      onRetry={refetch}
      {...frame}
    >
      {record ? (
        <>
          {canPay && isUnpaid(record) && (
            <Link href={`/companies/${companyId}/invoices/new-payment?invoice=${rootfiId}`} className={payClasses}>
              <Plus aria-hidden />
              New payment of it
            </Link>
          )}
          <RecordDetails companyId={companyId} record={record} platform={platform} mayReadRaw={mayReadRaw} />
        </>
      ) : null}
    </RowDrawer>
  );
}

const payClasses = `${buttonVariants()} mb-5`;

/** An invoice of which something is open. */
const isUnpaid = ({ model, values, deletedAt }: RecordDetail) =>
  model === 'INVOICE' && deletedAt === null && Number(values.amount_due) > 0;
