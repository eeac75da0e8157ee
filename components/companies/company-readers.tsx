import { CodeCell } from '@/components/data-table/cells.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { CompanyReader } from '@/lib/domain/api-keys/company-readers.ts';

const kinds: Record<CompanyReader['kind'], string> = {
  'api-key': 'API key',
  jsonapi: 'JSON:API token',
  connector: 'Connector token',
};

const reaches: Record<CompanyReader['by'], string> = {
  all: 'All companies',
  company: 'Named companies',
  chain: 'Its chain',
};

/** The keys and tokens that reach a company: what they may do, how they come to, when they were used last. */
export function CompanyReaders({ readers }: { readers: readonly CompanyReader[] }) {
  return (
    <Table label="Keys and tokens">
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead>Kind</TableHead>
          <TableHead>Reaches</TableHead>
          <TableHead>May</TableHead>
          <TableHead>Last used</TableHead>
          <TableHead>Works until</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {readers.map((reader) => (
          <TableRow key={`${reader.kind} ${reader.id}`} className="h-11">
            <TableCell className="min-w-36">
              <span className="block font-medium">{reader.name}</span>
              <CodeCell className="text-xs">{reader.prefix}…</CodeCell>
            </TableCell>
            <TableCell className="whitespace-nowrap">{kinds[reader.kind]}</TableCell>
            <TableCell className="whitespace-nowrap">{reaches[reader.by]}</TableCell>
            <TableCell>
              <Badge>{reader.readOnly ? 'Read' : 'Read and write'}</Badge>
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <RelativeTime value={reader.lastUsedAt} fallback="Never" />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {reader.expiresAt ? <DateTime value={reader.expiresAt} /> : 'No end'}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
