import { ClientsTable } from '@/components/access-tokens/clients-table.tsx';
import type { ClientRow, TokenRow } from '@/components/access-tokens/token-row.ts';
import { TokensTable } from '@/components/access-tokens/tokens-table.tsx';
import { TokensCard } from './tokens-card.tsx';

/** Every token by its dialect, and the Connector's programs. */
export function TokenLists({ tokens, clients }: { tokens: TokenRow[]; clients: ClientRow[] }) {
  const jsonapi = tokens.filter(({ dialect }) => dialect === 'jsonapi');
  return (
    <>
      <TokensCard
        title="JSON:API"
        description="Sent as X-Auth-Token, with the organisation's id as X-Organization-Id."
        empty="No program has a JSON:API token."
        count={jsonapi.length}
      >
        <TokensTable dialect="jsonapi" tokens={jsonapi} />
      </TokensCard>
      <ConnectorTokens tokens={tokens} empty="No program has a Connector token." />
      {clients.length > 0 && (
        <TokensCard
          title="Connector clients"
          description="The programs themselves. A client token goes with every access token of this installation."
          empty="No program has a client token."
          count={clients.length}
        >
          <ClientsTable clients={clients} />
        </TokensCard>
      )}
    </>
  );
}

/** The Connector's access tokens among these. */
export function ConnectorTokens({ tokens, empty }: { tokens: TokenRow[]; empty: string }) {
  const connector = tokens.filter(({ dialect }) => dialect === 'connector');
  return (
    <TokensCard
      title="Connector access tokens"
      description="Each opens one chain or several. Sent as AccessToken, beside the program's own ClientToken."
      empty={empty}
      count={connector.length}
    >
      <TokensTable dialect="connector" tokens={connector} />
    </TokensCard>
  );
}
