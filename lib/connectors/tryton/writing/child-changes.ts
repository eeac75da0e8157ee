/** What is to be written of the rows that belong to a party. */
export interface ChildChanges {
  create: object[];
  write: { id: number; values: object }[];
  remove: number[];
}

export const noChanges = (): ChildChanges => ({ create: [], write: [], remove: [] });

/** The changes as Tryton takes them for a field that holds many; undefined where there is nothing to change. */
export function childOperations({ create, write, remove }: ChildChanges): unknown[] | undefined {
  const operations = [
    ...(create.length > 0 ? [['create', create]] : []),
    ...write.map(({ id, values }) => ['write', [id], values]),
    ...(remove.length > 0 ? [['delete', remove]] : []),
  ];
  return operations.length > 0 ? operations : undefined;
}

/** The rows that exist already and are changed. */
export const touched = ({ write, remove }: ChildChanges) => [...write.map(({ id }) => id), ...remove];
