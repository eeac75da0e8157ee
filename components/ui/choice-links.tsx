import Link from 'next/link';

/** A few views of the same thing to switch between; each is a link, so that Back works. */
export function ChoiceLinks({
  label,
  current,
  choices,
}: {
  /** Names the group for screen readers. */
  label: string;
  current: string;
  choices: { value: string; label: string; href: string }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {choices.map(({ value, label: words, href }) => (
        <Link
          key={value}
          href={href}
          scroll={false}
          aria-current={value === current ? 'true' : undefined}
          className="focus-ring rounded-md px-2 py-1 text-muted-foreground text-xs hover:text-foreground aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-foreground"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
