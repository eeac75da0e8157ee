'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { ReplayInput } from '@/lib/domain/webhooks/schema.ts';

// Asked rarely: the dialog is fetched when it is first needed.
const ReplayDialog = dynamic(() => import('./replay-dialog.tsx').then((module) => module.ReplayDialog), { ssr: false });

/** Sends the chosen deliveries again, after it was counted which. */
export function ReplayChosen({ chosen, onDone }: { chosen: ReplayInput; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        Replay
      </Button>
      {asking && <ReplayDialog chosen={chosen} onDone={onDone} onClose={() => setAsking(false)} />}
    </>
  );
}
