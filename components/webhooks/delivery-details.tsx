'use client';

import { useQuery } from '@tanstack/react-query';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { Fact, Facts } from '@/components/ui/facts.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import type { DeliveryItemDetail } from '@/lib/domain/webhooks/delivery-list.ts';
import { deliveryQuery } from '@/lib/domain/webhooks/query-options.ts';
import { AttemptsTable } from './attempts-table.tsx';
import { ReplayButton } from './replay-button.tsx';
import { deliveryStateOf, webhookTypeWords } from './webhook-words.ts';

/** One delivery: how it stands, what is sent, every try. Moves while it is on its way. */
export function DeliveryDetails({ initial, mayReplay }: { initial: DeliveryItemDetail; mayReplay: boolean }) {
  const { data: delivery } = useQuery({ ...deliveryQuery(initial.id), initialData: initial });
  const { label, tone } = deliveryStateOf(delivery);
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
        <h2 className="font-semibold text-lg">{webhookTypeWords[delivery.eventType].label}</h2>
        <StatusPill tone={tone}>{label}</StatusPill>
        {mayReplay && (
          <span className="ml-auto">
            <ReplayButton deliveryId={delivery.id} state={delivery.state} />
          </span>
        )}
      </div>
      <Outlook delivery={delivery} />
      <Card>
        <DeliveryFacts delivery={delivery} />
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>Tries</CardTitle>
          <CardDescription>
            {delivery.attempts.length === 0 ? 'It was not sent yet.' : 'With the beginning of each answer.'}
          </CardDescription>
        </CardHeader>
        {delivery.attempts.length > 0 && <AttemptsTable attempts={delivery.attempts} />}
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>Payload</CardTitle>
          <CopyButton value={delivery.payload} label="Copy payload" />
        </CardHeader>
        <CardContent>
          <CodeBlock label="Payload" className="max-h-96">
            {delivery.payload}
          </CodeBlock>
        </CardContent>
      </Card>
    </div>
  );
}

function DeliveryFacts({ delivery }: { delivery: DeliveryItemDetail }) {
  return (
    <Facts className="grid-cols-2 p-4 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]">
      <Fact label="Webhook">{delivery.webhookName}</Fact>
      <Fact label="Company">
        {delivery.companyId === null ? (
          delivery.isTest ? (
            'None, it is a test'
          ) : (
            'None, it is an incident'
          )
        ) : (
          <RowLink
            href={`/companies/${delivery.companyId}`}
            className="focus-ring rounded-sm text-primary hover:underline"
          >
            {delivery.companyName}
          </RowLink>
        )}
      </Fact>
      {delivery.platform && <Fact label="Platform">{delivery.platform}</Fact>}
      <Fact label="Happened">
        <RelativeTime value={delivery.createdAt} />
      </Fact>
      {delivery.syncId && delivery.companyId !== null && (
        <Fact label="Sync">
          <RowLink
            href={`/companies/${delivery.companyId}/syncs/${delivery.syncId}`}
            className="focus-ring rounded-sm text-primary hover:underline"
          >
            Open the sync
          </RowLink>
        </Fact>
      )}
      <Fact label="Address" className="col-span-full">
        <code className="code break-all">{delivery.webhookUrl}</code>
      </Fact>
    </Facts>
  );
}

/** What comes next where it did not arrive: what happened, whether anything is lost, what to do. */
function Outlook({ delivery }: { delivery: DeliveryItemDetail }) {
  const last = delivery.attempts.at(-1);
  if (!last?.failure) return null;
  if (delivery.state === 'FAILED') {
    return (
      <Alert tone="danger" title={`${last.failure}.`}>
        It is not tried any more. The event is kept for thirty days: mend the receiver, then replay it.
      </Alert>
    );
  }
  if (delivery.state !== 'PENDING') return null;
  return (
    <Alert tone="warning" title={`${last.failure}.`}>
      It is tried again at <DateTime value={delivery.nextAttemptAt} />. Nothing is lost.
    </Alert>
  );
}
