import { createApiKey } from '../../lib/domain/api-keys/mutations.ts';
import { createApiKeyInput } from '../../lib/domain/api-keys/schema.ts';
import { checkedValues } from './checked-values.ts';
import { chooseOrganisation } from './choose-organisation.ts';
import { type Command, optional, required } from './command.ts';
import { contextOf, withInstallation } from './installation.ts';

export const apiKeyCreate: Command = {
  name: 'api-key create',
  summary: 'Make a key for the Core API; it is shown this once',
  usage: '--name <name> [--read-only] [--organization <id>] [--json]',
  options: { name: { type: 'string' }, 'read-only': { type: 'boolean' }, organization: { type: 'string' } },
  run: async (values) => {
    const input = checkedValues(createApiKeyInput, {
      name: required(values, 'name'),
      readOnly: values['read-only'] === true,
    });
    return withInstallation(async () => {
      const organisation = await chooseOrganisation(optional(values, 'organization'));
      const { id, key } = await createApiKey(contextOf(organisation.id), input);
      const may = input.readOnly ? 'It reads only.' : 'It reads and writes.';
      return {
        data: { id, key, organizationId: organisation.id },
        lines: [key, `For ${organisation.name}. ${may} Keep it: it can't be shown again.`],
      };
    });
  },
};
