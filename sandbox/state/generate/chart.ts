import type { AccountClass } from '../records/setup.ts';

export interface ChartRow {
  code: string;
  name: string;
  class: AccountClass;
  group: string;
  /** Code of the account above it. */
  under?: string;
  /** Sold goods and services are booked on it. */
  sales?: true;
  closed?: true;
}

const row = (
  code: string,
  name: string,
  kind: AccountClass,
  group: string,
  rest: Partial<ChartRow> = {},
): ChartRow => ({
  code,
  name,
  class: kind,
  group,
  ...rest,
});

/** The chart of accounts of every book, without its bank accounts: those follow the book's currencies. */
export const chart: readonly ChartRow[] = [
  row('0100', 'Fixed assets', 'asset', 'fixed_assets'),
  row('0110', 'Land and buildings', 'asset', 'fixed_assets', { under: '0100' }),
  row('0120', 'Plant and machinery', 'asset', 'fixed_assets', { under: '0100' }),
  row('0130', 'Office equipment', 'asset', 'fixed_assets', { under: '0100' }),
  row('0140', 'Vehicles', 'asset', 'fixed_assets', { under: '0100' }),
  row('0150', 'Software licences', 'asset', 'fixed_assets', { under: '0100' }),
  row('0190', 'Accumulated depreciation', 'asset', 'fixed_assets', { under: '0100' }),
  row('1000', 'Stock', 'asset', 'current_assets'),
  row('1010', 'Raw materials', 'asset', 'current_assets', { under: '1000' }),
  row('1020', 'Finished goods', 'asset', 'current_assets', { under: '1000' }),
  row('1100', 'Accounts receivable', 'asset', 'receivables'),
  row('1110', 'Allowance for doubtful accounts', 'asset', 'receivables', { under: '1100' }),
  row('1150', 'Prepaid expenses', 'asset', 'current_assets'),
  row('1160', 'Deposits paid', 'asset', 'current_assets'),
  row('1250', 'Petty cash', 'bank', 'cash'),
  row('2100', 'Accounts payable', 'liability', 'payables'),
  row('2110', 'Accrued expenses', 'liability', 'current_liabilities'),
  row('2200', 'Sales tax payable', 'liability', 'tax'),
  row('2210', 'Input tax recoverable', 'liability', 'tax', { under: '2200' }),
  row('2220', 'Payroll taxes payable', 'liability', 'tax'),
  row('2300', 'Wages payable', 'liability', 'current_liabilities'),
  row('2400', 'Customer deposits', 'liability', 'current_liabilities'),
  row('2500', 'Bank loan', 'liability', 'long_term_liabilities'),
  row('2510', 'Directors’ loan', 'liability', 'long_term_liabilities'),
  row('3000', 'Share capital', 'equity', 'equity'),
  row('3100', 'Retained earnings', 'equity', 'equity'),
  row('3200', 'Dividends', 'equity', 'equity'),
  row('4000', 'Sales', 'income', 'revenue'),
  row('4010', 'Sales of goods', 'income', 'revenue', { under: '4000', sales: true }),
  row('4020', 'Services', 'income', 'revenue', { under: '4000', sales: true }),
  row('4030', 'Subscriptions', 'income', 'revenue', { under: '4000', sales: true }),
  row('4040', 'Freight charged', 'income', 'revenue', { under: '4000', sales: true }),
  row('4050', 'Sales, export', 'income', 'revenue', { under: '4000', sales: true }),
  row('4900', 'Interest received', 'income', 'other_income'),
  row('4910', 'Exchange gains', 'income', 'other_income'),
  row('4990', 'Other income (until 2023)', 'income', 'other_income', { closed: true }),
  row('5000', 'Cost of goods sold', 'expense', 'cost_of_sales'),
  row('5010', 'Materials purchased', 'expense', 'cost_of_sales', { under: '5000' }),
  row('5020', 'Subcontractors', 'expense', 'cost_of_sales', { under: '5000' }),
  row('5030', 'Freight and carriage', 'expense', 'cost_of_sales', { under: '5000' }),
  row('6000', 'Wages and salaries', 'expense', 'staff'),
  row('6010', 'Pension contributions', 'expense', 'staff', { under: '6000' }),
  row('6020', 'Training', 'expense', 'staff', { under: '6000' }),
  row('6100', 'Rent', 'expense', 'premises'),
  row('6110', 'Electricity and heating', 'expense', 'premises'),
  row('6120', 'Cleaning', 'expense', 'premises'),
  row('6200', 'Telephone and internet', 'expense', 'office'),
  row('6210', 'Postage and stationery', 'expense', 'office'),
  row('6220', 'Software subscriptions', 'expense', 'office'),
  row('6300', 'Advertising', 'expense', 'selling'),
  row('6310', 'Travel', 'expense', 'selling'),
  row('6320', 'Entertaining', 'expense', 'selling'),
  row('6400', 'Accountancy and audit', 'expense', 'professional'),
  row('6410', 'Legal fees', 'expense', 'professional'),
  row('6500', 'Bank charges', 'expense', 'finance'),
  row('6510', 'Interest paid', 'expense', 'finance'),
  row('6520', 'Exchange losses', 'expense', 'finance'),
  row('6600', 'Depreciation', 'expense', 'depreciation'),
  row('6900', 'Fax line', 'expense', 'office', { closed: true }),
];
