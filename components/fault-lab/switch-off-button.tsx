'use client';

import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import { switchOffFaults } from '@/lib/domain/fault-lab/actions.ts';

/** Makes a company's sandbox well again. */
export function SwitchOffButton({ companyId, name }: { companyId: number; name: string }) {
  const [pending, act] = useAct();
  return (
    <Button
      size="sm"
      disabled={pending}
      aria-busy={pending}
      aria-label={`Switch off the fault of ${name}`}
      onClick={() => act(() => switchOffFaults({ companyId }), `${name} works again`)}
    >
      Switch off
    </Button>
  );
}
