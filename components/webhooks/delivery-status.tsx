import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { DeliveryItem } from '@/lib/domain/webhooks/delivery-list.ts';
import { deliveryStateOf } from './webhook-words.ts';

/** A delivery's state, with the moment of the next try where it was tried in vain. */
export function DeliveryStatus({ delivery }: { delivery: DeliveryItem }) {
  const { label, tone } = deliveryStateOf(delivery);
  const isRetried = delivery.nextAttemptAt !== null && delivery.attemptCount > 0;
  return (
    <StatusText tone={tone} detail={isRetried ? <RelativeTime value={delivery.nextAttemptAt} /> : undefined}>
      {isRetried ? 'Tries again' : label}
    </StatusText>
  );
}
