import {
  type Integration,
  type IntegrationCategory,
  integrationCategories,
  integrations,
  type ParentModel,
} from '@/db/schema/enums.ts';
import type { LinkableModels } from '@/lib/domain/invite-links/linkable-models.ts';
import type { NewInviteLink } from '@/lib/domain/invite-links/schema.ts';

/** A platform that a link can be for. */
export interface PlatformOption {
  integration: Integration;
  name: string;
  category: IntegrationCategory;
}

/** What was filled in of a new link. */
export interface LinkDraft {
  /** `existing` takes the company that was picked. */
  kind: 'new' | 'existing';
  companyName: string;
  picked: { id: number; name: string } | null;
  /** An integration, or `category:` and one of them. */
  target: string;
  /** yyyy-mm-dd, or empty. */
  syncFrom: string;
  /** Null: as the organisation's defaults have it. */
  models: ReadonlyMap<ParentModel, boolean> | null;
  /** Days; empty never expires. */
  worksForDays: string;
  redirectUrl: string;
}

export const emptyDraft = (platforms: readonly PlatformOption[]): LinkDraft => ({
  kind: 'new',
  companyName: '',
  picked: null,
  target: platforms[0] ? `category:${platforms[0].category}` : '',
  syncFrom: '',
  models: null,
  worksForDays: '30',
  redirectUrl: '',
});

/** How long a new link works, in days; an empty value never expires. */
export const expiryChoices = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '', label: 'Until revoked' },
] as const;

/** The moment a choice of days ends; null for none. */
export const expiryDate = (days: string, from: Date): Date | null =>
  days ? new Date(from.getTime() + Number(days) * 86_400_000) : null;

/** A draft as the domain takes it. Only models that differ from a default are said, so that the others follow it. */
export function linkInput(draft: LinkDraft, offered: readonly LinkableModels[], now: Date): NewInviteLink {
  const expiresAt = expiryDate(draft.worksForDays, now);
  const changed = draft.models && changedModels(draft.models, modelsOf(draft.target, offered));
  return {
    ...(draft.kind === 'new' ? { companyName: draft.companyName.trim() } : { companyId: draft.picked?.id }),
    ...readTarget(draft.target),
    ...(draft.syncFrom ? { syncFrom: `${draft.syncFrom}T00:00:00.000Z` } : {}),
    ...(changed?.length ? { syncConfig: changed } : {}),
    ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
    ...(draft.redirectUrl.trim() ? { redirectUrl: draft.redirectUrl.trim() } : {}),
  };
}

function readTarget(target: string): Pick<NewInviteLink, 'integration' | 'integrationCategory'> {
  const category = integrationCategories.find((one) => target === `category:${one}`);
  return category ? { integrationCategory: category } : { integration: integrations.find((one) => one === target) };
}

/** A model that a target's platforms have, and what their defaults say of it, each value once. */
export interface OfferedModel {
  dataModel: ParentModel;
  defaults: boolean[];
}

/** The models of a platform, or of all platforms of a category. */
export function modelsOf(target: string, offered: readonly LinkableModels[]): OfferedModel[] {
  const { integration, integrationCategory } = readTarget(target);
  const platforms = offered.filter((one) => one.integration === integration || one.category === integrationCategory);
  const byModel = Map.groupBy(
    platforms.flatMap(({ models }) => models),
    ({ dataModel }) => dataModel,
  );
  return [...byModel].map(([dataModel, entries]) => ({
    dataModel,
    defaults: [...new Set(entries.map(({ enabled }) => enabled))],
  }));
}

const changedModels = (chosen: ReadonlyMap<ParentModel, boolean>, offered: readonly OfferedModel[]) =>
  offered.flatMap(({ dataModel, defaults }) => {
    const enabled = chosen.get(dataModel);
    return enabled !== undefined && defaults.some((one) => one !== enabled) ? [{ dataModel, enabled }] : [];
  });

/** The steps of the wizard, by their index. */
export const wizardSteps = ['Company', 'Data', 'Link'];

const fieldSteps: Record<string, number> = { companyName: 0, companyId: 0, expiresAt: 2, redirectUrl: 2 };

/** The step that has a field, by the path of its problem. */
export const stepOfField = (path: string): number => fieldSteps[path] ?? 1;

/** What keeps a step from being left, by field. */
export function stepProblems(step: number, draft: LinkDraft): Record<string, string> {
  if (step !== 0) return {};
  if (draft.kind === 'existing') return draft.picked ? {} : { companyId: 'Choose a company' };
  return draft.companyName.trim() ? {} : { companyName: 'Type the name of the company' };
}
