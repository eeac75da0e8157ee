import { Check, Minus } from 'lucide-react';

/** What is read and what is written, in two plain lists. */
export function AccessLists({ reads, writes }: { reads: readonly string[]; writes: readonly string[] }) {
  return (
    <div className="grid gap-4 rounded-md border bg-subtle/60 p-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <AccessList title="What is read" entries={reads} icon={Check} />
      <AccessList
        title="What is written"
        entries={writes.length > 0 ? writes : ['Nothing']}
        icon={writes.length > 0 ? Check : Minus}
      />
    </div>
  );
}

function AccessList({ title, entries, icon: Icon }: { title: string; entries: readonly string[]; icon: typeof Check }) {
  return (
    <div>
      <h2 className="mb-1.5 font-medium text-xs">{title}</h2>
      <ul className="grid gap-1 text-muted-foreground">
        {entries.map((entry) => (
          <li key={entry} className="flex gap-2">
            <Icon aria-hidden className="mt-1 size-3.5 shrink-0" />
            <span>{entry}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
