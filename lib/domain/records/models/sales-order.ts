import { salesOrders } from '../../../../db/schema/records/sales-order.ts';
import { orderStatuses } from '../../../../db/schema/records/trade-document.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { lineItem } from './children.ts';
import { orderSorts, orderWire, partyRelations } from './trade-document.ts';

export const salesOrder = declareModel({
  model: 'SALES_ORDER',
  path: 'sales_orders',
  table: salesOrders,
  wire: [...baseWire, ...orderWire],
  knownBy: ['document_number'],
  showsDeletedAt: 'always',
  children: { line_items: lineItem },
  relations: partyRelations,
  sorts: orderSorts,
  enums: { status: orderStatuses },
  dateColumn: 'posted_date',
});
