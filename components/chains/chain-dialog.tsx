'use client';

import { EntryDialog } from '@/components/settings/entry-dialog.tsx';
import { NameField, nameOf } from '@/components/settings/name-field.tsx';
import { createChain, renameChain } from '@/lib/domain/chains/actions.ts';

/** Makes a chain, or gives one another name. */
export function ChainDialog({ chain, onClose }: { chain: { id: string; name: string } | null; onClose: () => void }) {
  return (
    <EntryDialog
      title={chain ? `Rename ${chain.name}` : 'Add a chain'}
      description="Companies of one chain share their numbers and can be handed to a program together. A company never changes its chain."
      submitLabel={chain ? 'Save' : 'Add chain'}
      save={(form) =>
        chain ? renameChain({ chainId: chain.id, name: nameOf(form) }) : createChain({ name: nameOf(form) })
      }
      saved={(form) => `${nameOf(form)} is ${chain ? 'saved' : 'added'}`}
      onClose={onClose}
    >
      {(problems) => <NameField value={chain?.name} error={problems.name} />}
    </EntryDialog>
  );
}
