import { categoryOfIntegration, type Integration, type IntegrationCategory } from '../../../db/schema/enums.ts';
import { announcedDefinitions, definitions } from '../../connectors/definitions.ts';
import type { ConnectorDefinition } from '../../connectors/types.ts';
import { env } from '../../env.ts';

/** The platforms that this installation can connect, by name; the sandbox only while the demo is on. */
export function availablePlatforms(category?: IntegrationCategory): ConnectorDefinition[] {
  return Object.values(definitions)
    .filter((definition) => !category || definition.category === category)
    .filter((definition) => definition.integration !== 'SANDBOX' || sandboxIsOn())
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The definition of a platform that can be connected here; null otherwise. */
export const availablePlatform = (integration: Integration): ConnectorDefinition | null =>
  availablePlatforms(categoryOfIntegration[integration]).find((one) => one.integration === integration) ?? null;

const sandboxIsOn = () => env().demo !== false && env().sandboxUrl !== undefined;

/** What the form for a new link offers. */
export const linkablePlatforms = (): Pick<ConnectorDefinition, 'integration' | 'name' | 'category'>[] =>
  availablePlatforms().map(({ integration, name, category }) => ({ integration, name, category }));

/** A platform's name as people say it, also where this installation can't connect it. */
export const platformName = (integration: Integration): string =>
  (definitions[integration] ?? announcedDefinitions[integration])?.name ?? integration;
