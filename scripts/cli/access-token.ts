import type { Context } from '../../lib/context.ts';
import { createAccessToken } from '../../lib/domain/access-tokens/mutations.ts';
import { type CreatedAccessToken, createAccessTokenInput } from '../../lib/domain/access-tokens/schema.ts';
import { listChains } from '../../lib/domain/chains/data.ts';
import { createChain } from '../../lib/domain/chains/mutations.ts';
import { createChainInput } from '../../lib/domain/chains/schema.ts';
import { checkedValues } from './checked-values.ts';
import { chooseOrganisation } from './choose-organisation.ts';
import { type Answer, type Command, optional, required, UsageError } from './command.ts';
import { contextOf, withInstallation } from './installation.ts';

export const accessTokenCreate: Command = {
  name: 'access-token create',
  summary: 'Make a token for the JSON:API or Connector dialect; it is shown this once',
  usage:
    '--dialect jsonapi|connector --name <name> [--read-only] [--chains <id or name>,…] [--organization <id>] [--json]',
  notes: ['A Connector token comes with a client token of its own; without --chains it reaches the default chain.'],
  options: {
    dialect: { type: 'string' },
    name: { type: 'string' },
    'read-only': { type: 'boolean' },
    chains: { type: 'string' },
    organization: { type: 'string' },
  },
  run: async (values) => {
    const input = checkedValues(createAccessTokenInput, {
      dialect: required(values, 'dialect'),
      name: required(values, 'name'),
      readOnly: values['read-only'] === true,
    });
    const chains = optional(values, 'chains');
    if (chains !== undefined && input.dialect !== 'connector') throw new UsageError('--chains is for connector tokens');
    return withInstallation(async () => {
      const organisation = await chooseOrganisation(optional(values, 'organization'));
      const ctx = contextOf(organisation.id);
      const chainIds = chains === undefined ? undefined : await chainsNamed(ctx, chains);
      return answerOf(await createAccessToken(ctx, { ...input, ...(chainIds && { chainIds }) }), organisation.name);
    });
  },
};

function answerOf(made: CreatedAccessToken, organisation: string): Answer {
  const keep = `For ${organisation}. Keep it: it can't be shown again.`;
  if (made.dialect === 'jsonapi') {
    const { token, organizationId } = made;
    return { data: { token, organizationId }, lines: [token, `Organization ${organizationId}. ${keep}`] };
  }
  const { clientToken, accessToken, chainIds } = made;
  return {
    data: { clientToken, accessToken, chainIds },
    lines: [`Client token: ${clientToken}`, `Access token: ${accessToken}`, `Chains: ${chainIds.join(', ')}. ${keep}`],
  };
}

/** The ids of chains that were named by id or by name. Throws UsageError. */
async function chainsNamed(ctx: Context, text: string): Promise<string[]> {
  const known = await listChains(ctx);
  return text.split(',').map((part) => {
    const wanted = part.trim();
    const [chain, another] = known.filter(({ id, name }) => id === wanted.toLowerCase() || name === wanted);
    if (chain && !another) return chain.id;
    const list = known.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
    throw new UsageError(
      `--chains: ${another ? 'several chains are' : 'there is no chain'} ${wanted}. There are:\n${list}`,
    );
  });
}

export const chainCreate: Command = {
  name: 'chain create',
  summary: 'Make a chain, a group of companies that Connector tokens can be limited to',
  usage: '--name <name> [--organization <id>] [--json]',
  options: { name: { type: 'string' }, organization: { type: 'string' } },
  run: async (values) => {
    const { name } = checkedValues(createChainInput, { name: required(values, 'name') });
    return withInstallation(async () => {
      const organisation = await chooseOrganisation(optional(values, 'organization'));
      const { id } = await createChain(contextOf(organisation.id), { name });
      return { data: { id, name }, lines: [id] };
    });
  },
};
