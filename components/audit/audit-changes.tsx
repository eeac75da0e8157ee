import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { auditChanges } from '@/lib/domain/audit/audit-changes.ts';
import { pathWords } from './entry-words.ts';

type Values = Record<string, unknown> | null;

/** Every value that an entry changed, as it was and as it is. */
export function AuditChanges({ before, after }: { before: Values; after: Values }) {
  const changes = auditChanges(before, after);
  if (changes.length === 0) return <p className="text-muted-foreground">No value was kept with this entry.</p>;
  return (
    <div className="overflow-clip rounded-md border">
      <Table label="What changed">
        <TableHeader>
          <TableRow>
            <TableHead>Value</TableHead>
            <TableHead>Before</TableHead>
            <TableHead>After</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {changes.map((change) => (
            <TableRow key={change.path} className="align-top">
              <TableCell className="py-2 text-muted-foreground">{pathWords(change.path)}</TableCell>
              <TableCell className="break-words py-2">{change.before ?? <Nothing />}</TableCell>
              <TableCell className="break-words py-2 font-medium">{change.after ?? <Nothing />}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

const Nothing = () => <span className="font-normal text-muted-foreground">—</span>;
