'use client';

import dynamic from 'next/dynamic';
import { AddButton } from '@/components/settings/add-button.tsx';
import type { TokenFormProps } from './token-form.tsx';

// The form is fetched when it is first asked for.
const TokenDialog = dynamic(() => import('./token-dialog.tsx').then((module) => module.TokenDialog));

/** Makes a token and shows it once. */
export function CreateTokenButton(options: Omit<TokenFormProps, 'onMade'>) {
  return <AddButton label="Create token">{(close) => <TokenDialog {...options} onClose={close} />}</AddButton>;
}
