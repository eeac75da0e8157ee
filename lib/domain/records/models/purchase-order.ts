import { purchaseOrders } from '../../../../db/schema/records/purchase-order.ts';
import { orderStatuses } from '../../../../db/schema/records/trade-document.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { lineItem } from './children.ts';
import { orderSorts, orderWire, partyRelations } from './trade-document.ts';

export const purchaseOrder = declareModel({
  model: 'PURCHASE_ORDER',
  path: 'purchase_orders',
  table: purchaseOrders,
  wire: [...baseWire, ...orderWire],
  knownBy: ['document_number'],
  showsDeletedAt: 'always',
  children: { line_items: lineItem },
  relations: partyRelations,
  sorts: orderSorts,
  enums: { status: orderStatuses },
  dateColumn: 'posted_date',
});
