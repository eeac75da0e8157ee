'use client';

import { ChoiceCard } from '@/components/ui/choice-card.tsx';
import type { PropagationCount } from '@/lib/domain/sync-defaults/schema.ts';
import { propagationWords } from './propagation-words.ts';

/** For whom new defaults hold, with what passing them on would do. */
export function AudienceStep({ count }: { count: PropagationCount }) {
  return (
    <fieldset className="grid grid-cols-1 gap-2">
      <legend className="sr-only">For which companies</legend>
      <ChoiceCard
        name="audience"
        value="new"
        defaultChecked
        autoFocus
        title="Companies that connect from now on"
        description="Those that are connected keep what they have."
      />
      <ChoiceCard name="audience" value="all" title="Connected companies too" description={propagationWords(count)} />
    </fieldset>
  );
}
