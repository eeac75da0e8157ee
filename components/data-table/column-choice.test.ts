import { describe, expect, it } from 'vitest';
import { choosableColumns, columnsAfter, columnVisibility } from './column-choice.ts';

const columns = [
  { accessorKey: 'name', header: 'Company' },
  { accessorKey: 'health', header: 'Health' },
  { accessorKey: 'tags', header: 'Tags' },
  { accessorKey: 'code', header: 'Company code', meta: { extra: true } },
  { id: 'actions', header: 'Actions', meta: { hiddenHead: true } },
];

describe('the columns of a table', () => {
  it('can be chosen, but for the one that names the row and the one of menus', () => {
    expect(choosableColumns(columns)).toEqual([
      { id: 'health', label: 'Health' },
      { id: 'tags', label: 'Tags' },
      { id: 'code', label: 'Company code' },
    ]);
  });

  it('are the usual ones until somebody chooses, and then the chosen ones', () => {
    expect(columnVisibility(columns, null)).toEqual({ health: true, tags: true, code: false });
    expect(columnVisibility(columns, ['code', 'unknown'])).toEqual({ health: false, tags: false, code: true });
    expect(columnVisibility(columns, [])).toEqual({ health: false, tags: false, code: false });
  });

  it('stand in the order of the table however they were chosen, and in no address when they are the usual ones', () => {
    expect(columnsAfter(columns, null, 'tags', false)).toEqual(['health']);
    expect(columnsAfter(columns, ['code'], 'health', true)).toEqual(['health', 'code']);
    expect(columnsAfter(columns, ['health'], 'tags', true)).toBeNull();
  });
});
