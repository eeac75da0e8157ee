'use client';

import { Money } from '@/components/ui/amount.tsx';
import { fieldWords, spelled } from '@/lib/domain/records/field-words.ts';

const labels: Record<string, string> = { unit_price: 'Price', is_compound: 'On top of the others' };

/** A value that is made of parts: ids, terms, or the components of a tax. */
export function RecordParts({ label, value, currency }: { label: string; value: unknown; currency: string | null }) {
  const entries = Array.isArray(value) ? value : [value];
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{label}</h3>
      {entries.length === 0 ? (
        <p className="text-muted-foreground">None</p>
      ) : (
        <ul className="divide-y rounded-md border">
          {entries.map((entry, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry has nothing but its place
            <li key={place} className="px-3 py-2">
              {typeof entry === 'object' && entry !== null ? (
                <Parts parts={entry as Record<string, unknown>} currency={currency} />
              ) : (
                <span className="code break-all">{String(entry)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Parts({ parts, currency }: { parts: Record<string, unknown>; currency: string | null }) {
  const filled = Object.entries(parts).filter(([, value]) => value !== null && value !== '');
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5">
      {filled.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{labels[name] ?? partLabel(name)}</dt>
          <dd className="min-w-0 break-words">
            {name === 'unit_price' ? <Money amount={String(value)} currency={currency} /> : partText(name, value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const partLabel = (name: string) => (name.endsWith('_id') ? fieldWords(name).label : spelled(name));

function partText(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return name === 'rate' ? `${value} %` : String(value);
}
