import { Disclosure } from '@/components/ui/disclosure.tsx';
import type { ModelReading } from '@/lib/domain/connections/schema.ts';
import { LocalRelativeTime } from './local-time.tsx';
import type { Words } from './words/words.ts';

/** The models that are switched on, folded, each with when it was last read. */
export function ModelsRead({ models, words, locale }: { models: ModelReading[]; words: Words; locale: string }) {
  if (models.length === 0) return <p className="text-muted-foreground">{words.connected.noModels}</p>;
  return (
    <Disclosure summary={`${words.connected.models} (${models.length})`}>
      <ul className="divide-y rounded-md border">
        {models.map(({ dataModel, lastSyncedAt }) => (
          <li key={dataModel} className="flex min-h-9 items-center justify-between gap-3 px-3 py-1">
            <span className="min-w-0">{words.models[dataModel]}</span>
            <span className="shrink-0 text-muted-foreground">
              <LocalRelativeTime value={lastSyncedAt} locale={locale} fallback={words.connected.neverRead} />
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
