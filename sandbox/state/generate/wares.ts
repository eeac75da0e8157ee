/** Something that is bought or sold. */
export interface Ware {
  text: string;
  /** Code of the account that it is booked on. */
  account: string;
  /** In US dollars. */
  price: readonly [low: number, high: number];
  by: 'piece' | 'hour' | 'month';
}

/** Wares of one kind. As items of the book they are numbered from there; null where they are none. */
export interface Wares {
  list: readonly Ware[];
  firstItemId: number | null;
}

/** What the company sells. */
export const goods: readonly Ware[] = [
  { text: 'Oak shelving unit, 180 cm', account: '4010', price: [180, 420], by: 'piece' },
  { text: 'Stoneware bowl, set of 6', account: '4010', price: [38, 95], by: 'piece' },
  { text: 'Café table, marble top', account: '4010', price: [240, 560], by: 'piece' },
  { text: 'Copper pendant lamp', account: '4010', price: [75, 190], by: 'piece' },
  { text: 'Wool blanket, undyed', account: '4010', price: [60, 140], by: 'piece' },
  { text: 'Packing crate, reusable', account: '4010', price: [12, 28], by: 'piece' },
  { text: 'Linen fabric, per roll', account: '4010', price: [110, 260], by: 'piece' },
  { text: 'Replacement filter Ø 40 mm', account: '4010', price: [4, 9], by: 'piece' },
  { text: 'Export goods as per packing list', account: '4050', price: [400, 3200], by: 'piece' },
  { text: 'Fitting and installation', account: '4020', price: [55, 95], by: 'hour' },
  { text: 'Design consultation', account: '4020', price: [80, 150], by: 'hour' },
  { text: 'On-site repair', account: '4020', price: [60, 110], by: 'hour' },
  { text: 'Translation and résumé review', account: '4020', price: [45, 85], by: 'hour' },
  { text: 'Annual safety inspection', account: '4020', price: [220, 480], by: 'piece' },
  { text: 'Maintenance plan', account: '4030', price: [40, 160], by: 'month' },
  { text: 'Storage, per pallet place', account: '4030', price: [18, 36], by: 'month' },
  { text: 'Carriage', account: '4040', price: [15, 85], by: 'piece' },
  { text: 'Express delivery', account: '4040', price: [30, 140], by: 'piece' },
];

/** What it buys to make or sell things. */
export const supplies: readonly Ware[] = [
  { text: 'Oak boards, kiln-dried', account: '5010', price: [60, 180], by: 'piece' },
  { text: 'Stoneware clay, 25 kg', account: '5010', price: [18, 35], by: 'piece' },
  { text: 'Copper sheet 0.7 mm', account: '5010', price: [40, 95], by: 'piece' },
  { text: 'Undyed wool, per bale', account: '5010', price: [120, 260], by: 'piece' },
  { text: 'Cardboard boxes, pack of 50', account: '5010', price: [22, 48], by: 'piece' },
  { text: 'Lacquer, matt, 10 l', account: '5010', price: [70, 130], by: 'piece' },
  { text: 'Subcontracted finishing', account: '5020', price: [35, 70], by: 'hour' },
  { text: 'Inbound freight', account: '5030', price: [45, 320], by: 'piece' },
];

/** What it buys to keep going; these are no items. */
export const overheads: readonly Ware[] = [
  { text: 'Office rent', account: '6100', price: [900, 2600], by: 'month' },
  { text: 'Electricity and heating', account: '6110', price: [120, 640], by: 'month' },
  { text: 'Cleaning', account: '6120', price: [25, 40], by: 'hour' },
  { text: 'Telephone and internet', account: '6200', price: [45, 160], by: 'month' },
  { text: 'Stationery', account: '6210', price: [6, 60], by: 'piece' },
  { text: 'Software subscription', account: '6220', price: [12, 90], by: 'month' },
  { text: 'Advertising', account: '6300', price: [150, 900], by: 'piece' },
  { text: 'Train ticket', account: '6310', price: [20, 180], by: 'piece' },
  { text: 'Lunch with a customer', account: '6320', price: [18, 70], by: 'piece' },
  { text: 'Bookkeeping', account: '6400', price: [55, 110], by: 'hour' },
];

export const goodsAsItems: Wares = { list: goods, firstItemId: 1 };
export const suppliesAsItems: Wares = { list: supplies, firstItemId: 1 + goods.length };
export const overheadsAsNone: Wares = { list: overheads, firstItemId: null };
