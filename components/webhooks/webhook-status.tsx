import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { WebhookRow } from './webhook-row.ts';

/** Whether a webhook is on and its receiver takes what it is sent. */
export function WebhookStatus({ webhook }: { webhook: WebhookRow }) {
  if (webhook.disabledReason === 'FAILING') {
    return (
      <StatusText tone="danger" detail={<RelativeTime value={webhook.disabledAt} />}>
        Switched off, failing
      </StatusText>
    );
  }
  if (webhook.state === 'DISABLED') return <StatusText tone="neutral">Off</StatusText>;
  if (webhook.failingSince) {
    return (
      <StatusText tone="warning" detail={<RelativeTime value={webhook.failingSince} />}>
        Failing since
      </StatusText>
    );
  }
  return <StatusText tone="success">On</StatusText>;
}
