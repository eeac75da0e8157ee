import { Fragment } from 'react';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { DeliveryItemDetail } from '@/lib/domain/webhooks/delivery-list.ts';
import { formatDuration } from '@/lib/format/duration.ts';

type Attempt = DeliveryItemDetail['attempts'][number];

/** Every try, newest first, with the beginning of the receiver's answer under it. */
export function AttemptsTable({ attempts }: { attempts: readonly Attempt[] }) {
  return (
    <Table label="Tries of this delivery" className="mt-1">
      <TableHeader>
        <TableRow>
          <TableHead numeric>No.</TableHead>
          <TableHead>When</TableHead>
          <TableHead>Outcome</TableHead>
          <TableHead>Status</TableHead>
          <TableHead numeric>Took</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {attempts.toReversed().map((attempt) => (
          <Fragment key={attempt.number}>
            <AttemptCells attempt={attempt} />
            {attempt.answer && (
              <TableRow className="hover:bg-transparent">
                <TableCell colSpan={5} className="pb-3">
                  <CodeBlock
                    label={`Answer to try ${attempt.number}`}
                    className="max-h-32 whitespace-pre-wrap break-all"
                  >
                    {attempt.answer}
                  </CodeBlock>
                </TableCell>
              </TableRow>
            )}
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}

function AttemptCells({ attempt }: { attempt: Attempt }) {
  return (
    <TableRow className={attempt.answer ? 'border-b-0 hover:bg-transparent' : undefined}>
      <TableCell numeric className="w-12">
        {attempt.number}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        <DateTime value={attempt.createdAt} />
      </TableCell>
      <TableCell className="min-w-48">
        {attempt.failure ? (
          <StatusText tone="danger" className="whitespace-normal">
            {attempt.failure}
          </StatusText>
        ) : (
          <StatusText tone="success">Taken</StatusText>
        )}
      </TableCell>
      <TableCell>
        <code className="code text-muted-foreground">{attempt.statusCode ?? '—'}</code>
      </TableCell>
      <TableCell numeric className="whitespace-nowrap">
        {formatDuration(attempt.durationMs)}
      </TableCell>
    </TableRow>
  );
}
