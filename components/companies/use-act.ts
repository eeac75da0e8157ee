'use client';

import { useTransition } from 'react';
import { toast } from '@/components/ui/toast.ts';

type Outcome = { ok: true } | { ok: false; message: string };

/**
 * Runs a server action and says in a toast how it went. `act` resolves to whether it worked, once the page shows it.
 */
export function useAct(): [pending: boolean, act: (work: () => Promise<Outcome>, done: string) => Promise<boolean>] {
  const [pending, startTransition] = useTransition();
  const act = (work: () => Promise<Outcome>, done: string) =>
    new Promise<boolean>((resolve) =>
      startTransition(async () => {
        const result = await work().catch(unreachable);
        if (result.ok) toast.success(done);
        else toast.error(result.message);
        resolve(result.ok);
      }),
    );
  return [pending, act];
}

/** The action did not answer at all: whether it was done is not known. */
function unreachable(): Outcome {
  return { ok: false, message: 'The server did not answer. Reload the page to see whether it was done.' };
}
