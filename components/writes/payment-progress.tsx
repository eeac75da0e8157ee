'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect } from 'react';
import { recordHref } from '@/components/records/record-paths.ts';
import { WrittenRecord } from '@/components/syncs/written-record.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Button, buttonVariants } from '@/components/ui/button.tsx';
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Stepper } from '@/components/ui/stepper.tsx';
import type { WriteState } from '@/db/schema/enums.ts';
import type { RecordItem } from '@/lib/domain/records/record-view.ts';
import { runWritesQuery } from '@/lib/domain/writes/query-options.ts';
import { faultOf } from '@/lib/get-json.ts';

const steps = ['Waits', 'Sent', 'Taken', 'Written'];
/** How far a write has come; one of which it is not known stands where it was sent. */
const stepOf: Record<WriteState, number> = {
  PENDING: 0,
  SENDING: 1,
  UNCERTAIN: 1,
  ACCEPTED: 2,
  CONFIRMED: 4,
  FAILED: 1,
};

/** A payment on its way: its states as they happen, what was done about it, and where to go from there. */
export function PaymentProgress({
  companyId,
  syncId,
  invoice,
  platform,
  onAnother,
}: {
  companyId: number;
  syncId: string;
  invoice: RecordItem;
  platform: string;
  /** Begins anew; what failed is kept to be changed. */
  onAnother: (hasFailed: boolean) => void;
}) {
  const queries = useQueryClient();
  const query = useInfiniteQuery(runWritesQuery({ companyId, syncId }));
  const write = query.data?.pages[0]?.rows[0];
  const ended = write?.endedAt ?? null;
  const hasFailed = write?.state === 'FAILED';
  // The invoice's balance and the lists of payments are other ones then.
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: ['company', companyId] });
  }, [ended, queries, companyId]);
  return (
    <Card>
      <CardHeader>
        <CardTitle>Payment of {invoice.title ?? invoice.platformId}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        <Stepper steps={steps} current={write ? stepOf[write.state] : 0} label="How far the payment has come" />
        {query.error && !write && (
          <Alert tone="warning" title="Its state can't be shown right now">
            {faultOf(query.error)?.message} The payment is not touched by it.
          </Alert>
        )}
      </CardContent>
      {write && (
        <ol aria-label="The payment" aria-live="polite" className="border-t">
          <WrittenRecord write={write} platform={platform} />
        </ol>
      )}
      <CardFooter className="flex-wrap">
        <Link
          href={`/companies/${companyId}/syncs/${syncId}`}
          className="focus-ring rounded-sm text-primary hover:underline"
        >
          Open its sync
        </Link>
        <span className="flex flex-wrap gap-2">
          <Link
            href={recordHref(companyId, { model: 'INVOICE', rootfiId: invoice.rootfiId })}
            className={buttonVariants()}
          >
            Open the invoice
          </Link>
          {ended && (
            <Button onClick={() => onAnother(hasFailed)}>
              {hasFailed ? 'Change and try again' : 'Another payment'}
            </Button>
          )}
        </span>
      </CardFooter>
    </Card>
  );
}
