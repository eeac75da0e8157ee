'use client';

import { EntryDialog } from '@/components/settings/entry-dialog.tsx';
import { NameField, nameOf } from '@/components/settings/name-field.tsx';
import { Checkbox } from '@/components/ui/checkbox.tsx';
import { Label } from '@/components/ui/label.tsx';
import type { SavedViewList } from '@/db/schema/enums.ts';
import { createSavedView, updateSavedView } from '@/lib/domain/saved-views/actions.ts';
import type { SavedView } from '@/lib/domain/saved-views/schema.ts';

/** Keeps what is shown as a view, or gives a view another name and other readers. */
export function ViewDialog({
  list,
  view,
  query,
  mayShare,
  onMade,
  onClose,
}: {
  list: SavedViewList;
  /** The one to change; without it a new one is made. */
  view?: SavedView;
  /** What is shown. */
  query: string;
  mayShare: boolean;
  onMade: (id: string) => void;
  onClose: () => void;
}) {
  const save = async (form: FormData) => {
    const name = nameOf(form);
    const isShared = form.get('isShared') === 'on';
    if (view) return updateSavedView({ viewId: view.id, name, isShared: mayShare ? isShared : undefined });
    const result = await createSavedView({ list, name, query, isShared });
    if (result.ok) onMade(result.data.id);
    return result;
  };
  return (
    <EntryDialog
      title={view ? `Change the view ${view.name}` : 'Save as a view'}
      description="A view keeps search, filters, order and columns under a name. Its link can be sent to colleagues."
      submitLabel="Save"
      save={save}
      saved={(form) => `The view ${nameOf(form)} is saved`}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <NameField value={view?.name} error={problems.name} placeholder="Expired this week" />
          {mayShare && (
            <div className="flex items-center gap-2">
              <Checkbox id="view-shared" name="isShared" defaultChecked={view?.isShared} />
              <Label htmlFor="view-shared">For all members of the organisation</Label>
            </div>
          )}
        </>
      )}
    </EntryDialog>
  );
}
