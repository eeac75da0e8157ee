'use client';

import dynamic from 'next/dynamic';
import { AddButton } from '@/components/settings/add-button.tsx';

// The form is fetched when it is first asked for.
const ChainDialog = dynamic(() => import('./chain-dialog.tsx').then((module) => module.ChainDialog));

export function AddChainButton() {
  return <AddButton label="Add a chain">{(close) => <ChainDialog chain={null} onClose={close} />}</AddButton>;
}
