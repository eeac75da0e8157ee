import { Check, Minus } from 'lucide-react';
import type { Words } from './words/words.ts';

/** What is read and what is written, in two plain lists. */
export function AccessLists({
  reads,
  writes,
  words,
}: {
  reads: readonly string[];
  writes: readonly string[];
  words: Words['access'];
}) {
  return (
    <div className="grid gap-4 rounded-md border bg-subtle/60 p-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <AccessList title={words.reads} entries={reads} icon={Check} />
      <AccessList
        title={words.writes}
        entries={writes.length > 0 ? writes : [words.nothing]}
        icon={writes.length > 0 ? Check : Minus}
      />
    </div>
  );
}

function AccessList({ title, entries, icon: Icon }: { title: string; entries: readonly string[]; icon: typeof Check }) {
  return (
    <div className="min-w-0">
      <h2 className="mb-1.5 font-medium text-xs">{title}</h2>
      <ul className="grid gap-1 text-muted-foreground">
        {entries.map((entry) => (
          <li key={entry} className="flex gap-2">
            <Icon aria-hidden className="mt-1 size-3.5 shrink-0" />
            <span className="min-w-0 hyphens-auto break-words">{entry}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
