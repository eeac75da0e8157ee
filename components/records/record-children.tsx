'use client';

import { TextCell } from '@/components/data-table/cells.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { ParentModel } from '@/db/schema/enums.ts';
import { fieldWords, isNumeric, spelled } from '@/lib/domain/records/field-words.ts';
import type { RecordChild } from '@/lib/domain/records/record-view.ts';
import { RecordValue } from './record-value.tsx';

/**
 * What a row of each kind shows; a kind that is not named here shows what its rows have. Two in one column: the second
 * stands below the first.
 */
const shown: Record<string, readonly (string | readonly string[])[]> = {
  line_items: [['description', 'account_id'], 'quantity', 'unit_amount', 'total_amount'],
  journal_lines: [['account_id', 'description'], 'type', 'net_amount'],
  addresses: ['type', 'street', 'locality', 'pincode', 'city', 'country'],
  phone_numbers: ['type', 'number'],
  external_links: ['type', 'link'],
};

/** The columns, each with the fields that stand in it; what no row fills is left out. */
function columnsOf(name: string, rows: readonly RecordChild[]): string[][] {
  const isFilled = (field: string) => rows.some(({ values }) => values[field] !== null && values[field] !== '');
  return (shown[name] ?? Object.keys(rows[0]?.values ?? {}))
    .map((fields) => [fields].flat().filter(isFilled))
    .filter((fields) => fields.length > 0);
}

/** The rows inside a record, such as the lines of an invoice. Columns that none of them fills are left out. */
export function RecordChildren({
  model,
  name,
  rows,
  currency,
  companyId,
}: {
  /** Whose they are. */
  model: ParentModel;
  /** `line_items` */
  name: string;
  rows: readonly RecordChild[];
  currency: string | null;
  companyId: number;
}) {
  const title = spelled(name);
  const columns = columnsOf(name, rows);
  return (
    <section className="grid min-w-0 grid-cols-1 gap-2">
      <h3 className="font-medium">{title}</h3>
      {rows.length === 0 ? (
        <p className="text-muted-foreground">None</p>
      ) : (
        <div className="rounded-md border">
          <Table label={title}>
            <TableHeader>
              <TableRow>
                {columns.map(([column = '']) => (
                  <TableHead key={column} numeric={isNumeric(fieldWords(column).kind)}>
                    {fieldWords(column).label}
                  </TableHead>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map(({ values, references }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row inside a record has nothing but its place
                <TableRow key={place}>
                  {columns.map((fields) => (
                    <TableCell
                      key={fields[0]}
                      numeric={isNumeric(fieldWords(fields[0] ?? '').kind)}
                      className={cn('align-top', fields.length > 1 && 'w-full min-w-36')}
                    >
                      {fields.map((field, place) => (
                        <TextCell
                          key={field}
                          className={cn('min-w-16 whitespace-normal break-words', place > 0 && 'text-xs')}
                        >
                          <RecordValue
                            model={model}
                            column={field}
                            value={values[field]}
                            currency={currency}
                            reference={references[field]}
                            companyId={companyId}
                          />
                        </TextCell>
                      ))}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </section>
  );
}
