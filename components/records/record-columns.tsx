'use client';

import { CodeCell } from '@/components/data-table/cells.tsx';
import type { AppColumns } from '@/components/data-table/columns.ts';
import { DrawerLink } from '@/components/data-table/drawer-link.tsx';
import { SearchMatch } from '@/components/data-table/search-match.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { fieldWords, isNumeric } from '@/lib/domain/records/field-words.ts';
import type { RecordItem } from '@/lib/domain/records/record-view.ts';
import { type ListedColumn, type ListedModel, recordLists } from './record-lists.ts';
import { recordState } from './record-states.ts';
import { RecordStatus } from './record-status.tsx';
import { RecordValue } from './record-value.tsx';

const helper = createAppColumnHelper<RecordItem>();

const widths: Record<string, string> = { contact_id: 'max-w-56', description: 'max-w-72', memo: 'max-w-64' };

/**
 * The columns of a model's table: what the record is known by and what its list names; beyond that every field of the
 * model, for who chooses it.
 */
export function recordColumns(model: ListedModel, fields: readonly string[]): AppColumns<RecordItem> {
  const { titled, columns } = recordLists[model];
  const others = fields.filter((field) => !columns.some(({ column }) => column === field));
  return helper.columns([
    helper.accessor((row) => row.title, {
      id: 'title',
      header: titled,
      meta: { className: 'min-w-36 max-w-72' },
      cell: ({ row }) => <TitleCell model={model} record={row.original} />,
    }),
    ...columns.map((column) => valueColumn(model, column)),
    ...others.map((column) => valueColumn(model, { column }, true)),
    helper.accessor('platformId', {
      header: 'Id on the platform',
      meta: { extra: true, className: 'max-w-56' },
      cell: ({ row }) => (
        <CodeCell>
          <SearchMatch text={row.original.platformId} />
        </CodeCell>
      ),
    }),
    helper.accessor('rootfiId', {
      header: 'Id',
      meta: { extra: true, align: 'right', className: 'w-24' },
      cell: ({ row }) => <CodeCell>{row.original.rootfiId}</CodeCell>,
    }),
  ]);
}

function valueColumn(model: ListedModel, { column, from }: ListedColumn, extra = false) {
  const { label, kind } = fieldWords(column);
  return helper.accessor((row) => row.values[column], {
    id: column,
    header: label,
    meta: { align: isNumeric(kind) ? 'right' : 'left', from, extra, className: widths[column] },
    cell: ({ row: { original } }) => (
      <span className="block truncate">
        <RecordValue
          model={model}
          column={column}
          value={original.values[column]}
          currency={original.currency}
          reference={original.references[column]}
        />
      </span>
    ),
  });
}

/** What a record is known by; on a phone, where there is no room for a column of it, with its state below. */
function TitleCell({ model, record }: { model: ListedModel; record: RecordItem }) {
  const state = recordState(model, record);
  return (
    <>
      <DrawerLink id={record.rootfiId}>
        {record.title !== null ? (
          <SearchMatch text={record.title} />
        ) : (
          <span className="code">
            <SearchMatch text={record.platformId} />
          </span>
        )}
      </DrawerLink>
      {state && (
        <span className={record.deletedAt ? undefined : '@room-md:hidden'}>
          <RecordStatus state={state} className="text-xs" />
        </span>
      )}
    </>
  );
}
