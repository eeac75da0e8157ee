import { PlatformChoice } from '@/components/connections/platform-choice.tsx';
import type { Words } from '@/components/connections/words/words.ts';
import { Empty } from '@/components/ui/empty.tsx';
import type { IntegrationCategory } from '@/db/schema/enums.ts';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';
import { StepHead } from './step-head.tsx';

const questions = { ACCOUNTING: 'accounting', PAYMENTS: 'payments', ECOMMERCE: 'shop' } as const satisfies Record<
  IntegrationCategory,
  keyof Words['choose']
>;

export function PlatformStep({
  inviteLinkId,
  category,
  platforms,
  words,
}: {
  inviteLinkId: string;
  category: IntegrationCategory;
  /** In the reader's language. */
  platforms: readonly ConnectorDefinition[];
  words: Words['choose'];
}) {
  return (
    <section className="grid gap-4">
      <StepHead title={words.title} lead={words[questions[category]]} />
      {platforms.length > 0 ? (
        <PlatformChoice
          inviteLinkId={inviteLinkId}
          platforms={platforms.map(({ integration, name, description }) => ({ integration, name, description }))}
        />
      ) : (
        <Empty title={words.none} description={words.noneHelp} />
      )}
    </section>
  );
}
