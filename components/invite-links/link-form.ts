import { type Integration, type IntegrationCategory, integrationCategories, integrations } from '@/db/schema/enums.ts';

/** How long a new link works, in days; an empty value never expires. */
export const expiryChoices = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '', label: 'Until revoked' },
] as const;

/** The moment a choice of days ends; null for none. */
export function expiryDate(days: string, from: Date): Date | null {
  return days ? new Date(from.getTime() + Number(days) * 86_400_000) : null;
}

/** The form's one field for platform or category, as the domain takes it. */
export function readPlatformChoice(choice: string): {
  integration?: Integration;
  integrationCategory?: IntegrationCategory;
} {
  const [kind, value] = choice.split(':');
  if (kind === 'category') return { integrationCategory: integrationCategories.find((one) => one === value) };
  return { integration: integrations.find((one) => one === choice) };
}
