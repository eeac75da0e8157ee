import { z } from 'zod';
import { env } from '../../env.ts';
import type { AnswerMeta } from '../../http/operation.ts';
import { maxPageSize } from './names.ts';

export interface PageOf {
  page: number;
  size: number;
  total: number;
}

export const pageLinksShape = z.object({
  first: z.url(),
  last: z.url(),
  prev: z.url().optional(),
  next: z.url().optional(),
});

export const pageMetaShape = z.object({
  current_page: z.int(),
  total_pages: z.int(),
  total_count: z.int(),
  page_size: z.int(),
  max_page_size: z.int(),
});

const pagesOf = ({ size, total }: PageOf): number => Math.ceil(total / size);

/**
 * Where a list goes on, as whole addresses with what was asked: the first page and the last, and those beside this one
 * where they exist. Before a page beyond the end lies the last one.
 */
export function pageLinks(asked: PageOf, address: Pick<AnswerMeta, 'path' | 'search'>): z.infer<typeof pageLinksShape> {
  const { page } = asked;
  const last = Math.max(1, pagesOf(asked));
  const to = (number: number) => addressOf(address, number, asked.size);
  return {
    first: to(1),
    last: to(last),
    ...(page > 1 && { prev: to(Math.min(page - 1, last)) }),
    ...(page < last && { next: to(page + 1) }),
  };
}

function addressOf({ path, search }: Pick<AnswerMeta, 'path' | 'search'>, number: number, size: number): string {
  const query = new URLSearchParams(search);
  query.delete('page[number]');
  query.delete('page[size]');
  query.append('page[number]', String(number));
  query.append('page[size]', String(size));
  return `${env().publicUrl}${path}?${query}`;
}

export const pageMeta = (asked: PageOf): z.infer<typeof pageMetaShape> => ({
  current_page: asked.page,
  total_pages: pagesOf(asked),
  total_count: asked.total,
  page_size: asked.size,
  max_page_size: maxPageSize,
});
