'use client';

import { useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/dialog.tsx';
import type { CreatedAccessToken } from '@/lib/domain/access-tokens/schema.ts';
import { TokenForm, type TokenFormProps } from './token-form.tsx';
import { TokenMade } from './token-made.tsx';

/** The form of a new token, then what was made. */
export function TokenDialog({ onClose, ...form }: Omit<TokenFormProps, 'onMade'> & { onClose: () => void }) {
  const [made, setMade] = useState<CreatedAccessToken | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        {made ? <TokenMade made={made} onDone={onClose} /> : <TokenForm {...form} onMade={setMade} />}
      </DialogContent>
    </Dialog>
  );
}
