import type { UseQueryResult } from '@tanstack/react-query';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import type { IntegrationCategory } from '@/db/schema/enums.ts';
import type { LinkableModels } from '@/lib/domain/invite-links/linkable-models.ts';
import { modelsOf, type PlatformOption } from './link-draft.ts';
import type { StepProps } from './link-wizard.tsx';
import { ModelsChoice } from './models-choice.tsx';

const categoryNames: Record<IntegrationCategory, string> = {
  ACCOUNTING: 'Any accounting platform',
  PAYMENTS: 'Any payments platform',
  ECOMMERCE: 'Any shop platform',
};

/** What is read: from which platform, since when, which models. */
export function DataStep({
  draft,
  change,
  problems,
  platforms,
  models,
}: StepProps & { platforms: readonly PlatformOption[]; models: UseQueryResult<LinkableModels[]> }) {
  const categories = [...new Set(platforms.map((platform) => platform.category))];
  return (
    <>
      <Field
        id="link-platform"
        label="Platform"
        help="With a category, your customer chooses the platform."
        error={problems.integration ?? problems.integrationCategory}
      >
        {(control) => (
          <Select
            {...control}
            value={draft.target}
            onChange={(event) => change({ target: event.target.value, models: null })}
          >
            {categories.map((category) => (
              <option key={category} value={`category:${category}`}>
                {categoryNames[category]}
              </option>
            ))}
            {platforms.map(({ integration, name }) => (
              <option key={integration} value={integration}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        id="link-sync-from"
        label="Sync from"
        optional
        help="Older invoices and payments are left out."
        error={problems.syncFrom}
      >
        {(control) => (
          <Input
            {...control}
            type="date"
            value={draft.syncFrom}
            onChange={(event) => change({ syncFrom: event.target.value })}
          />
        )}
      </Field>
      <ModelsChoice
        chosen={draft.models}
        offered={modelsOf(draft.target, models.data ?? [])}
        isLoading={models.isPending}
        error={problems.syncConfig ?? models.error?.message}
        onChoose={(chosen) => change({ models: chosen })}
      />
    </>
  );
}
