import { Checkbox, type CheckboxProps } from '../ui/checkbox.tsx';
import { cn } from '../ui/cn.ts';

/** Beside the name where the table scrolls sideways; on phones it scrolls with the rest, and leaves the room to the name. */
const cell = 'w-10 max-md:w-9 md:max-xl:sticky md:max-xl:left-0 md:max-xl:z-1';

/** All of the cell can be pressed, which a finger needs. */
const SelectBox = ({ className, ...props }: CheckboxProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: it widens the box, which has its own name
  <label className={cn('flex items-center pr-2 pl-4 max-md:pl-3', className)}>
    <Checkbox {...props} />
  </label>
);

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
    <th scope="col" className={cn(cell, 'bg-surface shadow-[inset_0_-1px_0_var(--border)]')}>
      <SelectBox
        aria-label="Choose all on this page"
        checked={state}
        disabled={disabled}
        onCheckedChange={onChange}
        className="h-9"
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
        'border-b bg-surface transition-colors group-last/row:border-b-0 group-hover/row:bg-subtle group-data-chosen/row:bg-primary-tint',
      )}
    >
      {/* The border below is a part of the row's height. */}
      <SelectBox
        aria-label={`Choose ${label}`}
        checked={ticked}
        onCheckedChange={onChange}
        className={cn(height, '-mb-px')}
      />
    </td>
  );
}
