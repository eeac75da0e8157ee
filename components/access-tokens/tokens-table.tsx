'use client';

import { KeyStatus } from '@/components/api-keys/key-status.tsx';
import { RevokeButton } from '@/components/api-keys/revoke-button.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import {
  Table,
  TableActionsHead,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table.tsx';
import type { TokenDialect } from '@/db/schema/enums.ts';
import { revokeAccessToken } from '@/lib/domain/access-tokens/actions.ts';
import type { TokenRow } from './token-row.ts';

const labels: Record<TokenDialect, string> = { jsonapi: 'JSON:API tokens', connector: 'Connector access tokens' };

/** The access tokens of one dialect; Connector tokens say what they reach. Revoking is asked once. */
export function TokensTable({ dialect, tokens }: { dialect: TokenDialect; tokens: TokenRow[] }) {
  const isConnector = dialect === 'connector';
  return (
    <Table label={labels[dialect]} className="border-t">
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead className="max-md:hidden">Token</TableHead>
          {isConnector && <TableHead>Chains</TableHead>}
          <TableHead>Status</TableHead>
          <TableHead>Last used</TableHead>
          <TableHead className="max-md:hidden">Created</TableHead>
          <TableHead>Valid until</TableHead>
          <TableActionsHead />
        </TableRow>
      </TableHeader>
      <TableBody>
        {tokens.map((token) => (
          <TableRow key={token.id} className="h-11 whitespace-nowrap">
            <TableCell>
              <span className="flex items-center gap-2 font-medium">
                {token.name}
                {token.readOnly && <Badge>Read-only</Badge>}
              </span>
              {token.client !== null && token.client !== token.name && (
                <span className="block text-muted-foreground text-xs">for {token.client}</span>
              )}
            </TableCell>
            <TableCell className="max-md:hidden">
              <code className="code text-muted-foreground">{token.prefix}…</code>
            </TableCell>
            {isConnector && (
              <TableCell className="min-w-36 whitespace-normal">
                <Chains names={token.chains} />
              </TableCell>
            )}
            <TableCell>
              <KeyStatus status={token.status} />
            </TableCell>
            <TableCell>
              <RelativeTime value={token.lastUsedAt} fallback="Never" />
            </TableCell>
            <TableCell className="max-md:hidden">
              <RelativeTime value={token.createdAt} />
            </TableCell>
            <TableCell>
              <RelativeTime value={token.expiresAt} fallback="It is revoked" />
            </TableCell>
            <TableCell className="text-right">
              {token.status === 'ACTIVE' && (
                <RevokeButton
                  name={token.name}
                  consequence="Programs that use it are refused from now on."
                  revoke={() => revokeAccessToken({ accessTokenId: token.id })}
                />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Chains that a cell names; the rest is counted. */
const namedChains = 2;

function Chains({ names }: { names: string[] }) {
  const rest = names.length - namedChains;
  return (
    <span className="flex flex-wrap items-center gap-x-1.5" title={names.join(', ')}>
      {names.slice(0, namedChains).join(', ')}
      {rest > 0 && ` and ${rest} more`}
      {names.length > 1 && <Badge variant="outline">Portfolio</Badge>}
    </span>
  );
}
