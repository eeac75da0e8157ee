import Link from 'next/link';

/** Which span of time the overview shows; each is a link, so that Back works. */
export function RangePicker({ current, ranges }: { current: string; ranges: { value: string; label: string }[] }) {
  return (
    <nav aria-label="Span of time" className="flex gap-1">
      {ranges.map(({ value, label }) => (
        <Link
          key={value}
          href={`/?range=${value}`}
          scroll={false}
          aria-current={value === current ? 'true' : undefined}
          className="focus-ring rounded-md px-2 py-1 text-muted-foreground text-xs hover:text-foreground aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-foreground"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
