'use client';

import { Power } from 'lucide-react';
import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import { updateWebhook } from '@/lib/domain/webhooks/actions.ts';

/** Switches a webhook on again whose receiver was mended. */
export function SwitchOnButton({ webhookId, name }: { webhookId: number; name: string }) {
  const [pending, act] = useAct();
  return (
    <Button
      size="sm"
      disabled={pending}
      aria-busy={pending}
      onClick={() => act(() => updateWebhook({ webhookId, state: 'ENABLED' }), `${name} is on; what waits is sent`)}
    >
      <Power aria-hidden />
      Switch on again
    </Button>
  );
}
