import { Ticket, X } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { CreateTokenButton } from '@/components/access-tokens/create-token-button.tsx';
import { clientRow, tokenRow } from '@/components/access-tokens/token-row.ts';
import { Badge } from '@/components/ui/badge.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { listAccessTokens, listIntegrationClients } from '@/lib/domain/access-tokens/data.ts';
import type { AccessTokenView } from '@/lib/domain/access-tokens/schema.ts';
import { listChains } from '@/lib/domain/chains/data.ts';
import { NotForYou } from '../_components/not-for-you.tsx';
import { ConnectorTokens, TokenLists } from './_components/token-lists.tsx';

const title = 'Access tokens';
export const metadata: Metadata = { title };

/** What programs of the JSON:API and Connector dialects show; with `?chain=` those that work and reach one chain. */
export default async function AccessTokensPage({ searchParams }: { searchParams: Promise<{ chain?: string }> }) {
  const [{ ctx }, { chain: asked }] = await Promise.all([requireSession(), searchParams]);
  // A token can change companies, so that not everybody sees them.
  if (!may(ctx.actor, 'api-keys.write')) {
    return (
      <NotForYou
        title={title}
        description="What programs of the JSON:API and Connector dialects show to be let in."
        icon={Ticket}
        what="access tokens"
        help="Owners and admins make and revoke them. Ask one of them for a token."
      />
    );
  }
  const [tokens, clients, chains] = await Promise.all([
    listAccessTokens(ctx),
    listIntegrationClients(ctx),
    listChains(ctx),
  ]);
  const create = (
    <CreateTokenButton
      chains={chains.map(({ id, name, isDefault }) => ({ id, name, isDefault }))}
      clients={clients.flatMap(({ id, name, revokedAt }) => (revokedAt ? [] : [{ id, name }]))}
    />
  );
  const chain = chains.find(({ id }) => id === asked);
  const isEmpty = tokens.length === 0 && clients.length === 0;
  return (
    <PageBody>
      <PageHead
        title={title}
        description="What programs show that speak the JSON:API or the Connector dialect. Each is shown once, when it is made."
        // Here alone: the empty state goes away as the first token is made, and the dialog that shows it would too.
        actions={create}
      />
      {isEmpty ? (
        <NoTokens />
      ) : chain ? (
        <TokensOfChain chain={chain} tokens={tokens} />
      ) : (
        <TokenLists tokens={tokens.map(tokenRow)} clients={clients.map(clientRow)} />
      )}
    </PageBody>
  );
}

/** The tokens that work and reach a chain, as the number beside it in the settings counts them. */
function TokensOfChain({ chain, tokens }: { chain: { id: string; name: string }; tokens: AccessTokenView[] }) {
  const reaching = tokens.filter(
    ({ status, chains }) => status === 'ACTIVE' && chains.some(({ id }) => id === chain.id),
  );
  return (
    <>
      <ChainFilter name={chain.name} />
      <ConnectorTokens tokens={reaching.map(tokenRow)} empty={`No token that works reaches ${chain.name}.`} />
    </>
  );
}

const NoTokens = () => (
  <Card>
    <Empty
      icon={Ticket}
      title="No access tokens yet"
      description="A program of the JSON:API or the Connector dialect needs one to reach your companies."
    />
  </Card>
);

const ChainFilter = ({ name }: { name: string }) => (
  <p className="flex items-center gap-2 text-muted-foreground">
    Those that work and reach
    <Badge variant="accent">
      {name}
      <Link href="/access-tokens" aria-label="Show all access tokens" className="focus-ring rounded-sm">
        <X aria-hidden />
      </Link>
    </Badge>
  </p>
);
