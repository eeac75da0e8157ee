import { z } from 'zod';
import type { CompanyFilter } from '../../domain/companies/company-filter.ts';
import type { CompanyOrder } from '../../domain/companies/company-page-sql.ts';
import type { NestedValue } from '../../http/query.ts';
import { shownAs } from '../../http/shapes.ts';
import { unsupported } from './errors.ts';
import { readFilter } from './filters.ts';
import { type Include, includes, maxPageSize, sortNames, usualPageSize } from './names.ts';
import { listParameters, resourceParameters } from './parameters.ts';
import { type Tell, tellTo } from './tell.ts';

/** What a list is asked for. Pages count from 1. */
export interface ListQuery {
  filter: CompanyFilter | undefined;
  sort: CompanyOrder[];
  page: number;
  size: number;
  include: Include[];
}

type Given = Record<string, NestedValue>;

/** The query of a list of companies. Parameters that it does not know are left alone; their parts are not. */
export const listQuery = shownAs(
  z.custom<Given>().transform((given, ctx): ListQuery => {
    const tell = tellTo(ctx);
    return {
      filter: given.filter === undefined ? undefined : readFilter(given.filter, tell),
      sort: readSort(given.sort, tell),
      ...readPage(given.page, tell),
      include: readInclude(given.include, tell),
    };
  }),
  listParameters,
);

/** The query of a single company. */
export const resourceQuery = shownAs(
  z.custom<Given>().transform((given, ctx) => ({ include: readInclude(given.include, tellTo(ctx)) })),
  resourceParameters,
);

/** The words of a comma list, each once. */
const wordsOf = (given: NestedValue | undefined): string[] => {
  const list = typeof given === 'string' ? given.split(',') : Array.isArray(given) ? given : Object.keys(given ?? {});
  return [...new Set(list.map((word) => word.trim()).filter(Boolean))];
};

function readSort(given: NestedValue | undefined, tell: Tell): CompanyOrder[] {
  return wordsOf(given).flatMap((word) => {
    const name = word.replace(/^-/, '');
    if (Object.hasOwn(sortNames, name)) {
      return { field: sortNames[name as keyof typeof sortNames], descending: word !== name };
    }
    tell('sort', `The sort "${name}" is not supported`, unsupported.sort);
    return [];
  });
}

function readInclude(given: NestedValue | undefined, tell: Tell): Include[] {
  const words = wordsOf(given);
  const unknown = words.filter((word) => !includes.some((one) => one === word));
  for (const word of unknown) tell('include', `The include "${word}" is not supported`, unsupported.include);
  return includes.filter((one) => words.includes(one));
}

function readPage(given: NestedValue | undefined, tell: Tell): { page: number; size: number } {
  const isPlain = given === undefined || (typeof given === 'object' && !Array.isArray(given));
  if (!isPlain) tell('page', 'must be given as page[number] and page[size]');
  const { number, size } = isPlain ? (given ?? {}) : {};
  return {
    page: readCount(number, { name: 'page[number]', usual: 1, most: 999_999_999 }, tell),
    size: readCount(size, { name: 'page[size]', usual: usualPageSize, most: maxPageSize }, tell),
  };
}

function readCount(
  given: NestedValue | undefined,
  { name, usual, most }: { name: string; usual: number; most: number },
  tell: Tell,
): number {
  if (given === undefined) return usual;
  const count = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (count < 1 || count > most) tell(name, `must be a whole number from 1 to ${most}`);
  return count;
}
