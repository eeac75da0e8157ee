import { itemStatuses, items, itemTerms, itemTypes } from '../../../../db/schema/records/item.ts';
import { baseWire, declareModel } from '../declaration.ts';

/** `bill_item` and `invoice_item` are the terms on which it is bought and sold, null where it is not. */
export const item = declareModel({
  model: 'ITEM',
  path: 'items',
  table: items,
  wire: [
    ...baseWire,
    'name',
    'description',
    'status',
    'type',
    'code',
    'quantity_on_hand',
    'is_bill_item',
    'is_invoice_item',
    'bill_item',
    'invoice_item',
    'updated_at',
  ],
  knownBy: ['name', 'code'],
  showsDeletedAt: 'always',
  children: {},
  relations: {},
  sorts: ['quantity_on_hand', 'updated_at'],
  enums: { status: itemStatuses, type: itemTypes },
  shapes: { bill_item: itemTerms, invoice_item: itemTerms },
});
