import { ChoiceLinks } from '@/components/ui/choice-links.tsx';

/** Which span of time the overview shows. */
export function RangePicker({ current, ranges }: { current: string; ranges: { value: string; label: string }[] }) {
  return (
    <ChoiceLinks
      label="Span of time"
      current={current}
      choices={ranges.map(({ value, label }) => ({ value, label, href: `/?range=${value}` }))}
    />
  );
}
