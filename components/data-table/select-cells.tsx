import { Checkbox } from '../ui/checkbox.tsx';
import { cn } from '../ui/cn.ts';

/** Beside the name where the table scrolls sideways; on phones it scrolls with the rest, and leaves the room to the name. */
const cell = 'relative w-10 pr-2 pl-4 max-md:w-9 max-md:pl-3 md:max-xl:sticky md:max-xl:left-0 md:max-xl:z-1';

/** All of the cell can be pressed, which a finger needs. */
const box = 'align-middle after:absolute after:inset-0';

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
        className={box}
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
        className={box}
      />
    </td>
  );
}
