import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { productRow } from '../rows/item.ts';
import { idText, latestStamp } from './values.ts';

type Product = z.infer<typeof productRow>;
type Terms = Canonical<'ITEM'>['fields']['bill_item'];

/** Without the modules for sales and purchases Tryton sells and buys every product. */
export function mapItem(row: Product): Canonical<'ITEM'> {
  const template = row['template.'];
  const code = row.code ?? template.code;
  const [isSold, isBought] = [template.salable ?? true, template.purchasable ?? true];
  const taxes = template['account_category.'];
  return {
    platformId: String(row.id),
    platformUniqueId: code,
    fields: {
      name: template.name,
      description: row.description,
      status: row.active && template.active ? 'active' : 'inactive',
      type: typeOf(template),
      code,
      quantity_on_hand: null,
      is_bill_item: isBought,
      is_invoice_item: isSold,
      bill_item: isBought ? terms(row, row.cost_price, row.accounts?.expense, taxes?.supplier_taxes_used) : null,
      invoice_item: isSold ? terms(row, template.list_price, row.accounts?.revenue, taxes?.customer_taxes_used) : null,
      updated_at: latestStamp([row, template]),
    },
    children: {},
  };
}

/** Several taxes at once have no single id. */
const terms = (
  { description }: Product,
  price: string | null,
  account: number | null | undefined,
  taxes: readonly number[] = [],
): Terms => ({
  description,
  unit_price: price,
  account_id: idText(account),
  tax_id: taxes.length === 1 ? idText(taxes[0]) : null,
});

function typeOf({ type, consumable }: Product['template.']): Canonical<'ITEM'>['fields']['type'] {
  if (type === 'service') return 'service';
  if (type === 'goods') return consumable ? 'non_inventory' : 'inventory';
  return type === 'assets' ? 'non_inventory' : 'unknown';
}
