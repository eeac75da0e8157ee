import { z } from 'zod';
import type { Role } from '../../db/schema/enums.ts';
import type { Context } from '../../lib/context.ts';
import { countMembers, findUserByEmail } from '../../lib/domain/members/data.ts';
import { addMember, createMember, resetPassword } from '../../lib/domain/members/mutations.ts';
import {
  email,
  newUserInput,
  personName,
  resetPasswordInput,
  role as roleInput,
} from '../../lib/domain/members/schema.ts';
import { checkedValues } from './checked-values.ts';
import { chooseOrganisation } from './choose-organisation.ts';
import { type Command, optional, required, UsageError, type Values } from './command.ts';
import { commandLine, contextOf, withInstallation } from './installation.ts';
import { readPassword } from './read-password.ts';

const identity = z.object({ email, name: personName.optional(), role: roleInput.optional() });

export const userCreate: Command = {
  name: 'user create',
  summary: 'Make a person who can sign in, as a member of an organisation',
  usage:
    '--email <address> --name <name> [--role owner|admin|operator|viewer] [--organization <id>] [--password <password>] [--json]',
  notes: [
    'Without --password it is read from stdin: other programs of this machine can see what is on a command line.',
    'The first member of an organisation is its owner, later ones are operators, unless --role says otherwise.',
    'Somebody who has an account already, in another organisation, becomes a member of this one too; password and name stay.',
  ],
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    password: { type: 'string' },
    role: { type: 'string' },
    organization: { type: 'string' },
  },
  run: async (values) => {
    const typed = checkedValues(identity, {
      email: required(values, 'email'),
      name: optional(values, 'name'),
      role: optional(values, 'role'),
    });
    return withInstallation(async () => {
      const organisation = await chooseOrganisation(optional(values, 'organization'));
      const ctx = contextOf(organisation.id);
      const role = typed.role ?? ((await countMembers(ctx)) === 0 ? 'owner' : 'operator');
      const known = await findUserByEmail(typed.email);
      if (known && optional(values, 'password') !== undefined) {
        throw new UsageError(
          `${typed.email} has an account already. Leave out --password to make them a member of ${organisation.name}; ` +
            'user reset-password gives them a new one.',
        );
      }
      if (known) await addMember(ctx, { userId: known.id, role });
      const id = known?.id ?? (await createNew(ctx, values, { ...typed, role }));
      return {
        data: { id, email: typed.email, role, organizationId: organisation.id, existing: known !== undefined },
        lines: [`${typed.email} is ${role} of ${organisation.name}${known ? ', with the account they had' : ''}.`],
      };
    });
  },
};

async function createNew(ctx: Context, values: Values, typed: { email: string; role: Role }): Promise<string> {
  const name = required(values, 'name');
  const password = await readPassword(optional(values, 'password'));
  const person = checkedValues(newUserInput, { email: typed.email, name, password });
  return (await createMember(ctx, { ...person, role: typed.role })).userId;
}

export const userResetPassword: Command = {
  name: 'user reset-password',
  summary: 'Give a person a new password and sign them out everywhere',
  usage: '--email <address> [--password <password>] [--json]',
  notes: ['Without --password it is read from stdin.'],
  options: { email: { type: 'string' }, password: { type: 'string' } },
  run: async (values) => {
    const typed = { email: required(values, 'email'), password: await readPassword(optional(values, 'password')) };
    const input = checkedValues(resetPasswordInput, typed);
    return withInstallation(async () => {
      const { id } = await resetPassword(commandLine(), input);
      return {
        data: { id, email: input.email },
        lines: [`${input.email} has a new password and is signed out everywhere.`],
      };
    });
  },
};
