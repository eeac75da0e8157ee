'use client';

import dynamic from 'next/dynamic';
import { AddButton } from '@/components/settings/add-button.tsx';
import type { ReferenceKind } from '@/lib/domain/reference-data/schema.ts';
import { referenceWords } from './reference-words.ts';

// The form is fetched when it is first asked for.
const ReferenceDialog = dynamic(() => import('./reference-dialog.tsx').then((module) => module.ReferenceDialog));

export function AddReferenceButton({ kind }: { kind: ReferenceKind }) {
  return (
    <AddButton label={`Add a ${referenceWords[kind].one}`}>
      {(close) => <ReferenceDialog kind={kind} entry={null} onClose={close} />}
    </AddButton>
  );
}
