import { z } from 'zod';
import { createOrganisation } from '../../lib/domain/organisations/mutations.ts';
import { organisationName, timeZone } from '../../lib/domain/organisations/schema.ts';
import { checkedValues } from './checked-values.ts';
import { type Command, optional, required } from './command.ts';
import { commandLine, withInstallation } from './installation.ts';

const input = z.object({ name: organisationName, 'time-zone': timeZone.optional() });

export const organizationCreate: Command = {
  name: 'organization create',
  summary: 'Make an organisation; people are added with user create',
  usage: '--name <name> [--time-zone <zone>] [--json]',
  options: { name: { type: 'string' }, 'time-zone': { type: 'string' } },
  run: async (values) => {
    const typed = checkedValues(input, { name: required(values, 'name'), 'time-zone': optional(values, 'time-zone') });
    return withInstallation(async () => {
      const { id } = await createOrganisation(commandLine(), { name: typed.name, timeZone: typed['time-zone'] });
      return { data: { id, name: typed.name }, lines: [`Made organisation ${id}, ${typed.name}.`] };
    });
  },
};
