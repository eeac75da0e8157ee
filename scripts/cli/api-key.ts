import { z } from 'zod';
import { createApiKey, rotateApiKey } from '../../lib/domain/api-keys/mutations.ts';
import { defaultOverlapDays } from '../../lib/domain/api-keys/overlap.ts';
import { apiKeyName, rotateApiKeyInput } from '../../lib/domain/api-keys/schema.ts';
import { checkedValues } from './checked-values.ts';
import { chooseOrganisation } from './choose-organisation.ts';
import { type Command, optional, required } from './command.ts';
import { contextOf, withInstallation } from './installation.ts';

const limits = z.object({
  name: apiKeyName,
  companies: z
    .string()
    .regex(/^[1-9]\d{0,14}(,[1-9]\d{0,14})*$/, 'must be ids of companies, with commas between')
    .transform((text) => text.split(',').map(Number))
    .optional(),
  expires: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], 'must be a date like 2027-01-31')
    .transform((text) => new Date(text))
    .optional(),
});

export const apiKeyCreate: Command = {
  name: 'api-key create',
  summary: 'Make a key for the Core API; it is shown this once',
  usage: '--name <name> [--read-only] [--companies <id,id>] [--expires <date>] [--organization <id>] [--json]',
  notes: [
    'With --companies the key finds those companies alone. With --expires (2027-01-31) it works until then.',
    'Without them it reaches every company of the organisation and works until it is revoked.',
  ],
  options: {
    name: { type: 'string' },
    'read-only': { type: 'boolean' },
    companies: { type: 'string' },
    expires: { type: 'string' },
    organization: { type: 'string' },
  },
  run: async (values) => {
    const typed = checkedValues(limits, {
      name: required(values, 'name'),
      companies: optional(values, 'companies'),
      expires: optional(values, 'expires'),
    });
    const { name, companies: companyIds, expires: expiresAt } = typed;
    const input = { name, companyIds, expiresAt, readOnly: values['read-only'] === true };
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

const rotation = z.object({
  id: rotateApiKeyInput.shape.apiKeyId,
  'overlap-days': z
    .string()
    .regex(/^\d{1,2}$/, 'must be a number of days from 0 to 90')
    .transform(Number)
    .pipe(rotateApiKeyInput.shape.overlapDays.unwrap())
    .optional(),
});

export const apiKeyRotate: Command = {
  name: 'api-key rotate',
  summary: 'Make a key that takes the place of another; it is shown this once',
  usage: '--id <id> [--overlap-days <days>] [--organization <id>] [--json]',
  notes: [
    'The new key has the name, rights and lifetime of the old one.',
    `Both work for --overlap-days, ${defaultOverlapDays} unless you say; with 0 the old one ends now.`,
  ],
  options: { id: { type: 'string' }, 'overlap-days': { type: 'string' }, organization: { type: 'string' } },
  run: async (values) => {
    const { id: apiKeyId, 'overlap-days': overlapDays } = checkedValues(rotation, {
      id: required(values, 'id'),
      'overlap-days': optional(values, 'overlap-days'),
    });
    return withInstallation(async () => {
      const organisation = await chooseOrganisation(optional(values, 'organization'));
      const { id, key, oldKeyExpiresAt } = await rotateApiKey(contextOf(organisation.id), { apiKeyId, overlapDays });
      const ends = oldKeyExpiresAt.toISOString();
      return {
        data: { id, key, organizationId: organisation.id, oldKeyExpiresAt: ends },
        lines: [
          key,
          `For ${organisation.name}. The old key works until ${ends}. Keep this one: it can't be shown again.`,
        ],
      };
    });
  },
};
