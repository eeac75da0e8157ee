'use client';

import { KeyRound } from 'lucide-react';
import { Badge } from '@/components/ui/badge.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { revokeApiKey } from '@/lib/domain/api-keys/actions.ts';
import type { ApiKeyStatus } from '@/lib/domain/api-keys/schema.ts';
import { KeyStatus } from './key-status.tsx';
import { RevokeButton } from './revoke-button.tsx';
import { RotateApiKeyButton } from './rotate-api-key-button.tsx';

/** A key as the table shows it. Moments are ISO 8601. */
export interface ApiKeyRow {
  id: string;
  name: string;
  prefix: string;
  readOnly: boolean;
  status: ApiKeyStatus;
  /** The only companies it may touch; null: every one. */
  companies: string[] | null;
  /** The beginning of the key whose place it takes. */
  replaces: string | null;
  /** The beginning of the key that takes its place. */
  replacedBy: string | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

/** The organisation's keys; revoking is asked once. */
export function ApiKeysTable({ keys }: { keys: ApiKeyRow[] }) {
  if (keys.length === 0) {
    return (
      <Card>
        <Empty
          icon={KeyRound}
          title="No API keys yet"
          description="A program needs one to read companies and contacts."
        />
      </Card>
    );
  }
  return (
    <Card>
      <Table label="API keys">
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead>Key</TableHead>
            <TableHead>Status</TableHead>
            <TableHead>Last used</TableHead>
            <TableHead>Created</TableHead>
            <TableHead>Valid until</TableHead>
            <TableHead>
              <span className="sr-only">Actions</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {keys.map((key) => (
            <TableRow key={key.id}>
              <TableCell>
                <span className="flex items-center gap-2 font-medium">
                  {key.name}
                  {key.readOnly && <Badge>Read-only</Badge>}
                  {key.companies && (
                    <Badge title={key.companies.join(', ')}>
                      {key.companies.length === 1 ? key.companies[0] : `${key.companies.length} companies`}
                    </Badge>
                  )}
                </span>
              </TableCell>
              <TableCell>
                <code className="code whitespace-nowrap text-muted-foreground">{key.prefix}…</code>
                <Rotation apiKey={key} />
              </TableCell>
              <TableCell>
                <KeyStatus status={key.status} />
              </TableCell>
              <TableCell>
                <RelativeTime value={key.lastUsedAt} fallback="Never" />
              </TableCell>
              <TableCell>
                <RelativeTime value={key.createdAt} />
              </TableCell>
              <TableCell>
                <RelativeTime value={key.expiresAt} fallback="It is revoked" />
              </TableCell>
              <TableCell className="whitespace-nowrap text-right">
                <RotateApiKeyButton
                  apiKeyId={key.id}
                  name={key.name}
                  offered={key.status === 'ACTIVE' && !key.replacedBy}
                />
                {key.status === 'ACTIVE' && (
                  <RevokeButton
                    name={key.name}
                    consequence="Programs that use it are refused from now on."
                    revoke={() => revokeApiKey({ apiKeyId: key.id })}
                  />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function Rotation({ apiKey: { replaces, replacedBy } }: { apiKey: ApiKeyRow }) {
  const words = replacedBy ? `Replaced by ${replacedBy}…` : replaces && `Replaces ${replaces}…`;
  return words ? <span className="block whitespace-nowrap text-muted-foreground text-xs">{words}</span> : null;
}
