import { FieldError, FieldHelp } from '@/components/ui/field.tsx';
import type { WebhookType } from '@/db/schema/enums.ts';
import { topicsOf } from '@/lib/domain/webhooks/topics.ts';
import { topicName } from './webhook-words.ts';

/** What events of a type are chosen by; none of them is all of them. */
export function TopicsField({ type, chosen, error }: { type: WebhookType; chosen: readonly string[]; error?: string }) {
  return (
    <fieldset className="grid grid-cols-1 gap-1.5" aria-describedby="webhook-topics-help">
      <legend className="mb-1.5 font-medium text-sm">Only these</legend>
      <div className="flex flex-wrap gap-1.5">
        {topicsOf[type].map((topic) => (
          <label
            key={topic}
            className="inline-flex h-7 items-center rounded-full border border-border-strong px-2.5 text-xs transition-colors hover:bg-hover has-checked:border-primary has-checked:bg-primary-tint has-focus-visible:outline-2 has-focus-visible:outline-ring"
          >
            <input
              type="checkbox"
              name="topics"
              value={topic}
              defaultChecked={chosen.includes(topic)}
              className="sr-only"
            />
            {topicName(type, topic)}
          </label>
        ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
      <FieldHelp id="webhook-topics-help">
        Without a choice, every event is sent; else those with at least one.
      </FieldHelp>
    </fieldset>
  );
}
