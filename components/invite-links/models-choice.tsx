import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { FieldError, FieldHelp } from '@/components/ui/field.tsx';
import { Label } from '@/components/ui/label.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import type { ParentModel } from '@/db/schema/enums.ts';
import type { OfferedModel } from './link-draft.ts';

/** Which models are read once the company connects: as the organisation's defaults have it, or chosen one by one. */
export function ModelsChoice({
  chosen,
  offered,
  isLoading,
  error,
  onChoose,
}: {
  /** Null: as the defaults have it. */
  chosen: ReadonlyMap<ParentModel, boolean> | null;
  offered: readonly OfferedModel[];
  isLoading: boolean;
  error?: string;
  onChoose: (chosen: ReadonlyMap<ParentModel, boolean> | null) => void;
}) {
  const byDefault = new Map(offered.map(({ dataModel, defaults }) => [dataModel, defaults.includes(true)]));
  const current = chosen ?? byDefault;
  return (
    <fieldset className="grid grid-cols-1 gap-2">
      <legend className="mb-1.5 font-medium">What is read</legend>
      <div className="flex items-center justify-between gap-3">
        <Label htmlFor="link-models-default">As the sync defaults have it</Label>
        <Switch
          id="link-models-default"
          checked={chosen === null}
          disabled={isLoading}
          onCheckedChange={(asDefault) => onChoose(asDefault ? null : byDefault)}
        />
      </div>
      {chosen && (
        <ul className="grid max-h-48 grid-cols-1 gap-x-4 overflow-auto rounded-md border p-2 sm:grid-cols-2">
          {offered.map(({ dataModel }) => (
            <li key={dataModel}>
              <label className="flex min-h-7 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-primary"
                  checked={current.get(dataModel) ?? false}
                  onChange={(event) => onChoose(new Map([...current, [dataModel, event.target.checked]]))}
                />
                {dataModelNames[dataModel]}
              </label>
            </li>
          ))}
        </ul>
      )}
      {error && <FieldError>{error}</FieldError>}
      <FieldHelp>
        {chosen
          ? `${[...current.values()].filter(Boolean).length} of ${offered.length} models are read.`
          : 'Can be changed later, model by model.'}
      </FieldHelp>
    </fieldset>
  );
}
