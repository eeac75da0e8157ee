import { Command } from 'cmdk';
import type { ReactNode } from 'react';

export interface CommandItemProps {
  /** Unique in the menu. */
  value: string;
  icon?: ReactNode;
  /** Quiet, on the right. */
  detail?: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}

/** A line of the command menu. */
export function CommandItem({ value, icon, detail, onSelect, children }: CommandItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-pressed [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {detail && <span className="max-w-[45%] shrink-0 truncate text-muted-foreground text-xs">{detail}</span>}
    </Command.Item>
  );
}

/** Lines of one kind under their heading; nothing without lines. */
export function CommandGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}
