import { listAllOrganisations } from '../../lib/domain/organisations/data.ts';
import type { OrganisationView } from '../../lib/domain/organisations/schema.ts';
import { UsageError } from './command.ts';

/**
 * The organisation a command means: the one named by its id, else the demo organisation, else the only one there is.
 * Throws UsageError, listing them, when that is none or not clear.
 */
export async function chooseOrganisation(id: string | undefined): Promise<OrganisationView> {
  const all = await listAllOrganisations();
  const found = id === undefined ? unnamed(all) : all.find((organisation) => String(organisation.id) === id.trim());
  if (found) return found;
  if (all.length === 0) {
    throw new UsageError('There is no organisation yet. Make one with: organization create --name <name>');
  }
  const list = all.map((organisation) => `  ${organisation.id}  ${organisation.name}`).join('\n');
  const problem = id === undefined ? 'Which organisation? Say --organization <id>' : `There is no organisation ${id}`;
  throw new UsageError(`${problem}. There are:\n${list}`);
}

const unnamed = (all: OrganisationView[]) =>
  all.find(({ isDemo }) => isDemo) ?? (all.length === 1 ? all[0] : undefined);
