import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { CopyButton } from './copy-button.tsx';

/** An id, link or key to read and to copy; long ones scroll. `label` names what it is. */
export function CopyField({
  value,
  label,
  className,
  ...props
}: ComponentProps<'div'> & { value: string; label: string }) {
  return (
    <div
      data-slot="copy-field"
      className={cn('flex h-9 min-w-0 items-center gap-1 rounded-md border bg-subtle pr-1 pl-3', className)}
      {...props}
    >
      <input
        readOnly
        aria-label={label}
        value={value}
        className="code min-w-0 flex-1 truncate rounded-sm bg-transparent text-xs outline-offset-4"
      />
      <CopyButton value={value} label={`Copy ${label.toLowerCase()}`} />
    </div>
  );
}
