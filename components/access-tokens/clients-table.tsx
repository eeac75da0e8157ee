'use client';

import { KeyStatus } from '@/components/api-keys/key-status.tsx';
import { RevokeButton } from '@/components/api-keys/revoke-button.tsx';
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
import { revokeIntegrationClient } from '@/lib/domain/access-tokens/actions.ts';
import type { ClientRow } from './token-row.ts';

/** The programs that speak the Connector dialect, each by its client token. */
export function ClientsTable({ clients }: { clients: ClientRow[] }) {
  return (
    <Table label="Connector clients" className="border-t">
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead className="max-md:hidden">Client token</TableHead>
          <TableHead>Status</TableHead>
          <TableHead>Last used</TableHead>
          <TableHead className="max-md:hidden">Created</TableHead>
          <TableActionsHead />
        </TableRow>
      </TableHeader>
      <TableBody>
        {clients.map((client) => (
          <TableRow key={client.id} className="h-11 whitespace-nowrap">
            <TableCell className="font-medium">{client.name}</TableCell>
            <TableCell className="max-md:hidden">
              <code className="code text-muted-foreground">{client.prefix}…</code>
            </TableCell>
            <TableCell>
              <KeyStatus status={client.isRevoked ? 'REVOKED' : 'ACTIVE'} />
            </TableCell>
            <TableCell>
              <RelativeTime value={client.lastUsedAt} fallback="Never" />
            </TableCell>
            <TableCell className="max-md:hidden">
              <RelativeTime value={client.createdAt} />
            </TableCell>
            <TableCell className="text-right">
              {!client.isRevoked && (
                <RevokeButton
                  name={`the client ${client.name}`}
                  consequence="This program is refused everywhere from now on, whichever access token it shows."
                  revoke={() => revokeIntegrationClient({ clientId: client.id })}
                />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
