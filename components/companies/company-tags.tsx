import { Badge } from '@/components/ui/badge.tsx';

const shown = 2;

/** A row's tags as chips: the first ones, and how many more there are, which are named on hover. */
export function CompanyTags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return <span className="text-muted-foreground">—</span>;
  const rest = tags.slice(shown);
  return (
    <span className="flex min-w-0 items-center gap-1" title={tags.join(', ')}>
      {tags.slice(0, shown).map((tag) => (
        <Badge key={tag} className="min-w-0 shrink">
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
      {rest.length > 0 && (
        <span className="shrink-0 text-muted-foreground text-xs">
          +{rest.length}
          <span className="sr-only"> more: {rest.join(', ')}</span>
        </span>
      )}
    </span>
  );
}
