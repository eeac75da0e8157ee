'use client';

import { useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import type { DeliveryState } from '@/db/schema/enums.ts';
import { replayDelivery } from '@/lib/domain/webhooks/actions.ts';

/** Sends an event again, or at once while it waits. */
export function ReplayButton({ deliveryId, state }: { deliveryId: string; state: DeliveryState }) {
  const [pending, act] = useAct();
  const queries = useQueryClient();
  const replay = () =>
    act(async () => {
      const result = await replayDelivery({ deliveryId });
      await queries.invalidateQueries({ queryKey: ['webhook-deliveries'] });
      return result;
    }, 'It is on its way again');
  return (
    <Button onClick={replay} disabled={pending || state === 'PROCESSING'} aria-busy={pending}>
      <RotateCw aria-hidden className={pending ? 'animate-spin' : undefined} />
      {state === 'PENDING' ? 'Send now' : 'Replay'}
    </Button>
  );
}
