'use client';

import dynamic from 'next/dynamic';
import { AddButton } from '@/components/settings/add-button.tsx';

// The form is fetched when it is first asked for.
const CustomFieldDialog = dynamic(() => import('./custom-field-dialog.tsx').then((module) => module.CustomFieldDialog));

export function AddCustomFieldButton() {
  return <AddButton label="Add a field">{(close) => <CustomFieldDialog field={null} onClose={close} />}</AddButton>;
}
