import type { Context } from '../../context.ts';
import { withinChain } from '../../domain/companies/reach.ts';
import { invalid } from '../../errors.ts';

const chainsOf = ({ reach }: Context): readonly string[] => (reach.kind === 'chains' ? reach.chainIds : []);

/**
 * The Context of a request that names the chain it works in. Of a token with several chains it must name one of them;
 * of any other what it names is ignored. Throws invalid.
 */
export function inNamedChain(ctx: Context, chainId: string | null | undefined): Context {
  if (chainsOf(ctx).length < 2) return ctx;
  if (!chainId) throw invalid({ path: 'ChainId', message: 'is required with a token of several chains' });
  const wanted = chainId.toLowerCase();
  if (!chainsOf(ctx).includes(wanted)) throw invalid({ path: 'ChainId', message: 'must be one of the token' });
  return withinChain(ctx, wanted);
}

/** Throws invalid where a chain is asked for that the token does not reach. */
export function requireChains(ctx: Context, chainIds: readonly string[]): void {
  const known = new Set(chainsOf(ctx));
  const isKnown = chainIds.every((chainId) => known.has(chainId.toLowerCase()));
  if (!isKnown) throw invalid({ path: 'ChainIds', message: 'must be among those of the token' });
}
