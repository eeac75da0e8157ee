import type { z } from 'zod';
import { categoriesAnswer, fieldsAnswer, type Row, templateCategory } from '../api-types.ts';
import type { Books } from '../books.ts';
import { behind, type ModelQuery, stamps } from './query.ts';

/** Products as lines name them: the variants of a template, which holds most of what is known of them. */
export async function itemQuery(books: Books): Promise<ModelQuery> {
  const onTemplate = ['name', 'code', 'active', 'type', 'consumable', 'list_price', ...stamps('')];
  return {
    table: 'product.product',
    fields: [
      ...['code', 'description', 'active', 'cost_price', ...stamps('')],
      ...behind('template', [...onTemplate, ...(await tradeFlags(books))]),
      ...behind('template.account_category', ['customer_taxes_used', 'supplier_taxes_used']),
    ],
    scope: [],
    complete: (rows, signal) => withAccounts(books, rows, signal),
    tracking: {
      sources: ['product.product', 'product.template', 'product.category'],
      stamped: ['', 'template.'],
      counted: [],
      shared: [{ table: 'product.category', reread: 'everything' }],
      always: [],
    },
  };
}

/** Whether products say if they are sold or bought: only where sales or purchases are managed. */
async function tradeFlags({ client, context }: Books): Promise<string[]> {
  const args = [['salable', 'purchasable']];
  return Object.keys(await client.call({ method: 'product.template.fields_get', args, context, answer: fieldsAnswer }));
}

type Category = z.infer<typeof categoriesAnswer>[number];

/** Puts the accounts of its category beside each product; a category may leave them to the one above it. */
async function withAccounts({ client, context }: Books, rows: readonly Row[], signal?: AbortSignal): Promise<Row[]> {
  const domain = [['accounting', '=', true]];
  const categories = await client.call({
    method: 'product.category.search_read',
    args: [domain, 0, null, null, ['parent', 'account_parent', 'account_expense', 'account_revenue']],
    context,
    answer: categoriesAnswer,
    signal,
  });
  const byId = new Map(categories.map((one) => [one.id, one]));
  const own = ({ account_parent, parent, ...one }: Category, above = byId.size): Category | null => {
    const next = account_parent && parent !== null && above > 0 ? byId.get(parent) : undefined;
    return next ? own(next, above - 1) : { ...one, account_parent, parent };
  };
  return rows.map((row) => {
    const category = byId.get(categoryOf(row) ?? 0);
    const found = category && own(category);
    return { ...row, accounts: found ? { expense: found.account_expense, revenue: found.account_revenue } : null };
  });
}

/** The number of the accounting category of a product's template. */
function categoryOf(row: Row): number | null {
  const parsed = templateCategory.safeParse(row);
  return parsed.data?.['template.']['account_category.']?.id ?? null;
}
