'use client';

import { useQuery } from '@tanstack/react-query';
import { Alert } from '@/components/ui/alert.tsx';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { customerMessageQuery } from '@/lib/domain/customer-messages/query-options.ts';
import { faultOf } from '@/lib/get-json.ts';
import { CustomerMessageForm } from './customer-message-form.tsx';

/** The ready message to a company's customer, with its link. */
export function CustomerMessageDialog({
  companyId,
  name,
  onClose,
}: {
  companyId: number;
  name: string;
  onClose: () => void;
}) {
  const { data, error, refetch } = useQuery(customerMessageQuery(companyId));
  const fault = faultOf(error);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto sm:max-w-xl">
        <DialogHeader>
          <DialogTitle>Write to {name}</DialogTitle>
          <DialogDescription>
            Says what happened and what to do, in your customer’s words. Change what you like.
          </DialogDescription>
        </DialogHeader>
        {data && <CustomerMessageForm companyId={companyId} message={data} onNewLink={refetch} onClose={onClose} />}
        {!data && fault && <Alert tone="danger">{fault.message}</Alert>}
        {!data && !fault && (
          <div className="grid gap-4" aria-busy="true">
            <Skeleton className="h-8" />
            <Skeleton className="h-48" />
            <Skeleton className="h-9" />
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
