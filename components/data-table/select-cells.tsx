import { Checkbox } from '../ui/checkbox.tsx';
import { cn } from '../ui/cn.ts';

/** Choosing many is work for a desk: on phones the column would take the room of the names. */
const cell = 'w-10 pl-4 max-md:hidden';

/** The box over a page of rows. */
export function SelectHead({
  state,
  disabled,
  onChange,
}: {
  state: boolean | 'indeterminate';
  disabled: boolean;
  onChange: (ticked: boolean) => void;
}) {
  return (
    <th scope="col" className={cn(cell, 'h-9 bg-surface text-left shadow-[inset_0_-1px_0_var(--border)]')}>
      <Checkbox
        aria-label="Choose all on this page"
        checked={state}
        disabled={disabled}
        onCheckedChange={(checked) => onChange(checked === true)}
        className="align-middle"
      />
    </th>
  );
}

/** The box of one row. */
export function SelectCell({
  label,
  ticked,
  height,
  onChange,
}: {
  label: string;
  ticked: boolean;
  height: string;
  onChange: (ticked: boolean) => void;
}) {
  return (
    <td
      className={cn(
        cell,
        height,
        'border-b bg-surface transition-colors group-last/row:border-b-0 group-hover/row:bg-subtle group-data-chosen/row:bg-primary-tint',
      )}
    >
      <Checkbox
        aria-label={`Choose ${label}`}
        checked={ticked}
        onCheckedChange={(checked) => onChange(checked === true)}
        className="align-middle"
      />
    </td>
  );
}
