'use client';

import { useState } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { disconnectByLink } from '@/lib/domain/connections/actions.ts';
import { type Refusal, refusalText } from './refusal-text.ts';
import { fill } from './words/words.ts';
import { useWords } from './words-context.tsx';

/** The customer takes access back; asked once. */
export function DisconnectByLink({ inviteLinkId, platform }: { inviteLinkId: string; platform: string }) {
  const words = useWords();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="lg">
          {words.disconnect.button}
        </Button>
      }
      title={fill(words.disconnect.question, { platform })}
      description={words.disconnect.help}
      confirmLabel={words.disconnect.button}
      cancelLabel={words.disconnect.cancel}
      danger
      onConfirm={async () => {
        const refused = await disconnected(inviteLinkId);
        setRefusal(refused);
        return refused === null;
      }}
    >
      {refusal && <Alert tone="danger">{refusalText(words, refusal)}</Alert>}
    </ConfirmDialog>
  );
}

const askAgainMs = 1000;
const tries = 30;

/** Asks until it is done: a sync that reads is cancelled and ends within a page. Answers what stands in the way. */
async function disconnected(inviteLinkId: string): Promise<Refusal | null> {
  for (let tried = 0; tried < tries; tried += 1) {
    const result = await disconnectByLink({ inviteLinkId }).catch(() => 'offline' as const);
    if (result === 'offline' || !result.ok) return result;
    if (result.data.disconnected) return null;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
  return { code: 'conflict', requestId: '' };
}
