import { RowLink } from '@/components/data-table/row-link.tsx';
import { Quantity } from '@/components/ui/amount.tsx';

/** How many need an entry, with the list of them behind it; none leads nowhere. */
export function UseCount({ value, href, label }: { value: number; href: string | null; label: string }) {
  if (value === 0 || !href) {
    return (
      <span className={value === 0 ? 'text-muted-foreground' : undefined}>
        <Quantity value={value} />
      </span>
    );
  }
  return (
    <RowLink href={href} aria-label={label} className="focus-ring rounded-sm hover:underline">
      <Quantity value={value} />
    </RowLink>
  );
}
