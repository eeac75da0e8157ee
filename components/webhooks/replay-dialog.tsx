'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { useLocale } from '@/components/ui/viewer.tsx';
import { previewReplay, replayDeliveries } from '@/lib/domain/webhooks/actions.ts';
import type { ReplayInput, ReplayPreview } from '@/lib/domain/webhooks/schema.ts';
import { formatCount, formatNumber } from '@/lib/format/number.ts';
import { ConsoleFault } from '@/lib/get-json.ts';
import { useAct } from '../companies/use-act.ts';
import { unanswered } from '../settings/form-problems.ts';
import { replayedCount, replayWords } from './replay-words.ts';

/** Counts first what would be sent again and what not and why, and asks once. */
export function ReplayDialog({
  chosen,
  onDone,
  onClose,
}: {
  chosen: ReplayInput;
  onDone: () => void;
  onClose: () => void;
}) {
  const locale = useLocale();
  const queries = useQueryClient();
  const [pending, act] = useAct();
  const { data: preview, error } = useQuery({
    queryKey: ['replay-preview', chosen],
    queryFn: () => counted(chosen),
    staleTime: 0,
    retry: false,
  });
  const count = preview ? replayedCount(preview) : 0;
  const deliveries = formatCount(count, 'delivery', 'deliveries', locale);
  const replay = async () => {
    const isDone = await act(() => replayDeliveries(chosen), `${deliveries} on the way again`);
    await queries.invalidateQueries({ queryKey: ['webhook-deliveries'] });
    if (!isDone) return;
    onDone();
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <form
          className="grid grid-cols-1 gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void replay();
          }}
        >
          <DialogHeader>
            <DialogTitle>Replay deliveries</DialogTitle>
            <DialogDescription>
              The same events are sent under the same ids, by which a receiver knows what it has taken already.
            </DialogDescription>
          </DialogHeader>
          {error ? <Alert tone="danger">{error.message}</Alert> : <Counted preview={preview} />}
          <DialogFooter>
            <Button onClick={onClose}>Cancel</Button>
            <SubmitButton pending={pending} pendingLabel="Replaying…" disabled={count === 0}>
              Replay
            </SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function Counted({ preview }: { preview: ReplayPreview | undefined }) {
  const locale = useLocale();
  if (!preview) return <Skeleton className="h-10" />;
  if (preview.isTooMany) {
    const most = formatNumber(preview.total - 1, locale);
    return <Alert tone="warning">More than {most} deliveries match. Narrow the list by search or filters first.</Alert>;
  }
  const { sent, left } = replayWords(preview, locale);
  return (
    <div role="status" className="rounded-md border bg-subtle px-3 py-2.5">
      <p className="font-medium">{sent}</p>
      {left && <p className="text-muted-foreground">{left}</p>}
    </div>
  );
}

/** The preview as a query has it: a refusal is an error with words. */
async function counted(chosen: ReplayInput): Promise<ReplayPreview> {
  const result = await previewReplay(chosen).catch(unanswered);
  if (result.ok) return result.data;
  throw new ConsoleFault(result.message, 400, null);
}
