'use client';

import { Archive, ArchiveRestore } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useAct } from '@/components/companies/use-act.ts';
import { EntryMenu } from '@/components/settings/entry-menu.tsx';
import { DropdownMenuItem } from '@/components/ui/dropdown-menu.tsx';
import { archiveCustomField, deleteCustomField } from '@/lib/domain/custom-fields/actions.ts';
import type { CustomFieldRow } from './custom-field-row.ts';

const CustomFieldDialog = dynamic(() => import('./custom-field-dialog.tsx').then((module) => module.CustomFieldDialog));

/** Edit, archive or restore, and delete while no company has a value. */
export function CustomFieldMenu({ field }: { field: CustomFieldRow }) {
  const [, act] = useAct();
  const { id: customFieldId, name, isArchived } = field;
  const Icon = isArchived ? ArchiveRestore : Archive;
  return (
    <EntryMenu
      name={name}
      editLabel="Edit"
      edit={(close) => <CustomFieldDialog field={field} onClose={close} />}
      remove={{
        description:
          "A field that no company has a value of can be deleted. This can't be undone; archiving can, and keeps the values.",
        act: () => deleteCustomField({ customFieldId }),
      }}
    >
      <DropdownMenuItem
        onSelect={() =>
          act(
            () => archiveCustomField({ customFieldId, archived: !isArchived }),
            isArchived ? `${name} is offered again` : `${name} is archived; its values are kept`,
          )
        }
      >
        <Icon aria-hidden />
        {isArchived ? 'Restore' : 'Archive'}
      </DropdownMenuItem>
    </EntryMenu>
  );
}
