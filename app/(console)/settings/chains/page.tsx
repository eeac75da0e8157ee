import type { Metadata } from 'next';
import { AddChainButton } from '@/components/chains/add-chain-button.tsx';
import { ChainsTable } from '@/components/chains/chains-table.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { chainUses, listChains } from '@/lib/domain/chains/data.ts';
import { onlyAdmins, SettingsPart } from '../_components/settings-part.tsx';

export const metadata: Metadata = { title: 'Chains' };

export default async function ChainsPage() {
  const { ctx } = await requireSession();
  const [chains, uses] = await Promise.all([listChains(ctx), chainUses(ctx)]);
  const mayChange = may(ctx.actor, 'organisation.write');
  return (
    <SettingsPart
      title="Chains"
      description="Groups of companies that a program is given together. Company numbers are unique within one."
      action={mayChange && <AddChainButton />}
      note={mayChange ? null : onlyAdmins}
    >
      <ChainsTable
        chains={chains.map(({ id, name, isDefault, createdAt }) => ({
          id,
          name,
          isDefault,
          companies: uses.get(id)?.companies ?? 0,
          tokens: uses.get(id)?.tokens ?? 0,
          createdAt: createdAt.toISOString(),
        }))}
        mayChange={mayChange}
        maySeeTokens={may(ctx.actor, 'api-keys.write')}
      />
    </SettingsPart>
  );
}
