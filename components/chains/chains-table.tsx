'use client';

import dynamic from 'next/dynamic';
import { EntryMenu } from '@/components/settings/entry-menu.tsx';
import { UseCount } from '@/components/settings/use-count.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import { Card } from '@/components/ui/card.tsx';
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
import { deleteChain } from '@/lib/domain/chains/actions.ts';

const ChainDialog = dynamic(() => import('./chain-dialog.tsx').then((module) => module.ChainDialog));

/** A chain as the table shows it. `createdAt` is ISO 8601. */
export interface ChainRow {
  id: string;
  name: string;
  isDefault: boolean;
  companies: number;
  tokens: number;
  createdAt: string;
}

/** The organisation's chains, the default one first. */
export function ChainsTable({
  chains,
  mayChange,
  maySeeTokens,
}: {
  chains: ChainRow[];
  mayChange: boolean;
  maySeeTokens: boolean;
}) {
  return (
    <Card>
      <Table label="Chains">
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead numeric>Companies</TableHead>
            <TableHead numeric>Tokens</TableHead>
            <TableHead className="max-md:hidden">Created</TableHead>
            {mayChange && <TableActionsHead />}
          </TableRow>
        </TableHeader>
        <TableBody>
          {chains.map((chain) => (
            <TableRow key={chain.id} className="h-11">
              <TableCell>
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  <span>{chain.name}</span>
                  {chain.isDefault && (
                    <Badge title="New companies belong to it unless they say otherwise">Default</Badge>
                  )}
                </span>
              </TableCell>
              <TableCell numeric>
                <UseCount
                  value={chain.companies}
                  href={`/companies?chain=${chain.id}&status=all`}
                  label={`Companies of ${chain.name}: ${chain.companies}`}
                />
              </TableCell>
              <TableCell numeric>
                <UseCount
                  value={chain.tokens}
                  href={maySeeTokens ? `/access-tokens?chain=${chain.id}` : null}
                  label={`Access tokens of ${chain.name}: ${chain.tokens}`}
                />
              </TableCell>
              <TableCell className="max-md:hidden">
                <RelativeTime value={chain.createdAt} />
              </TableCell>
              {mayChange && (
                <TableCell>
                  <ChainMenu chain={chain} />
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function ChainMenu({ chain }: { chain: ChainRow }) {
  return (
    <EntryMenu
      name={chain.name}
      editLabel="Rename"
      edit={(close) => <ChainDialog chain={chain} onClose={close} />}
      remove={
        chain.isDefault
          ? undefined
          : {
              description: "A chain without companies and tokens can be deleted. This can't be undone.",
              act: () => deleteChain({ chainId: chain.id }),
            }
      }
    />
  );
}
