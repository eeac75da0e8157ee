import { recordTable } from './columns.ts';
import type { ModelDeclaration } from './declaration.ts';
import { likeEscaped } from './filters.ts';
import { declarationOf, type RecordModel } from './registry.ts';
import { quoted, type Statement } from './statement.ts';

/** Of what a record refers to, that by whose name people look for it: whom it is with, and what it pays. */
const lookedForBy: readonly RecordModel[] = ['CONTACT', 'INVOICE', 'BILL'];

/**
 * What a search adds to a list's conditions: the words are part of what the record is known by, of its platform id, or of
 * what the contact or document is known by that it names. None for a search without words.
 */
export function searchConditions(
  declaration: ModelDeclaration,
  { companyId, search }: { companyId: number; search?: string },
  statement: Statement,
): string[] {
  const words = search?.trim();
  if (!words) return [];
  const pattern = statement.bind(`%${likeEscaped(words)}%`, 'text');
  const knownAs = ({ knownBy }: ModelDeclaration, alias: string) =>
    knownBy.map((column) => `${alias}.${quoted(column)} ilike ${pattern}`);
  const through = Object.values(declaration.relations)
    .filter(({ kind, model }) => kind === 'one' && lookedForBy.includes(model))
    .map(({ model, by }) => {
      const target = declarationOf(model);
      return `r.${quoted(by)} in (
        select t.platform_id from ${quoted(recordTable(target.table).name)} t
        where t.company_id = ${statement.bind(companyId, 'bigint')} and (${knownAs(target, 't').join(' or ')}))`;
    });
  return [`(${[...knownAs(declaration, 'r'), `r.platform_id ilike ${pattern}`, ...through].join(' or ')})`];
}
