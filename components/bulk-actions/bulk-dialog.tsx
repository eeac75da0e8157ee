'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState, useTransition } from 'react';
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
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { useLocale } from '@/components/ui/viewer.tsx';
import { previewBulkAction, startBulkAction } from '@/lib/domain/bulk-actions/actions.ts';
import type { BulkActionInput, BulkPreview, BulkSelection } from '@/lib/domain/bulk-actions/schema.ts';
import { formatCount, formatNumber } from '@/lib/format/number.ts';
import { ConsoleFault } from '@/lib/get-json.ts';
import { unanswered } from '../settings/form-problems.ts';
import { BulkProgress } from './bulk-progress.tsx';
import { bulkKindWords, verdictWords } from './bulk-words.ts';
import type { AskableKind } from './company-bulk-actions.tsx';

/** Counts first what would be done and what not and why, asks once, and then shows how it goes. */
export function BulkDialog({
  kind,
  selection,
  onStarted,
  onClose,
}: {
  kind: AskableKind;
  selection: BulkSelection;
  onStarted: () => void;
  onClose: () => void;
}) {
  const [startedId, setStartedId] = useState<string | null>(null);
  const queries = useQueryClient();
  // The choice ends with the dialog, not with the start: until then the dialog stands in its bar.
  const close = () => {
    if (startedId) onStarted();
    void queries.invalidateQueries({ queryKey: ['companies'] });
    void queries.invalidateQueries({ queryKey: ['bulk-actions'] });
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent>
        {startedId ? (
          <BulkProgress bulkActionId={startedId} onClose={close} />
        ) : (
          <Question kind={kind} selection={selection} onStarted={setStartedId} onClose={close} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function Question({
  kind,
  selection,
  onStarted,
  onClose,
}: {
  kind: AskableKind;
  selection: BulkSelection;
  onStarted: (id: string) => void;
  onClose: () => void;
}) {
  const { verb, means, danger } = bulkKindWords[kind];
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const needsTags = kind === 'TAG' || kind === 'UNTAG';
  const tags = useDeferredValue(text)
    .split(',')
    .flatMap((tag) => tag.trim() || []);
  const input: BulkActionInput = { kind, selection, ...(needsTags && { tags }) };
  const isReady = !needsTags || tags.length > 0;
  const preview = useQuery({
    queryKey: ['bulk-preview', input],
    queryFn: () => counted(input),
    enabled: isReady,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  const will = preview.data?.counts.WILL ?? 0;
  const start = () =>
    startTransition(async () => {
      const result = await startBulkAction(input).catch(unanswered);
      if (result.ok) onStarted(result.data.id);
      else setProblem(result.message);
    });
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (will > 0) start();
      }}
    >
      <DialogHeader>
        <DialogTitle>{needsTags ? verb : `${verb} companies`}</DialogTitle>
        <DialogDescription>{means}</DialogDescription>
      </DialogHeader>
      {needsTags && (
        <Field id="bulk-tags" label="Tags" help="A comma ends a tag.">
          {(control) => (
            <Input
              {...control}
              value={text}
              onChange={(event) => setText(event.target.value)}
              maxLength={500}
              autoComplete="off"
              autoFocus
            />
          )}
        </Field>
      )}
      {isReady && <Counted kind={kind} preview={preview.data} fault={preview.error} />}
      {problem && <Alert tone="danger">{problem}</Alert>}
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton
          variant={danger ? 'danger' : 'primary'}
          pending={pending}
          pendingLabel="Starting…"
          disabled={!isReady || will === 0 || preview.data?.isTooMany}
        >
          {verb}
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

/** The dry count: how many will be, and why others will not. */
function Counted({ kind, preview, fault }: { kind: AskableKind; preview?: BulkPreview; fault: Error | null }) {
  const locale = useLocale();
  if (fault) return <Alert tone="danger">{fault.message}</Alert>;
  if (!preview) return <Skeleton className="h-10" />;
  if (preview.isTooMany) {
    const most = formatNumber(preview.total - 1, locale);
    return <Alert tone="warning">More than {most} companies match. Narrow the list by search or filters first.</Alert>;
  }
  const will = preview.counts.WILL ?? 0;
  const others = verdictWords(preview.counts, locale);
  return (
    <div role="status" className="rounded-md border bg-subtle px-3 py-2.5">
      <p className="font-medium">
        {will === preview.total ? '' : `${formatNumber(will, locale)} of `}
        {formatCount(preview.total, 'company', 'companies', locale)} will be {bulkKindWords[kind].done}.
      </p>
      {others.length > 0 && <p className="text-muted-foreground">The others stay as they are: {others.join('; ')}.</p>}
    </div>
  );
}

/** The preview as a query has it: a refusal is an error with words. */
async function counted(input: BulkActionInput): Promise<BulkPreview> {
  const result = await previewBulkAction(input).catch(unanswered);
  if (result.ok) return result.data;
  throw new ConsoleFault(result.message, 400, null);
}
