import type { CompanyOrder } from '../../domain/companies/company-page-sql.ts';

/** What a resource can be shown with. */
export const includes = ['organization', 'default_subsidiary', 'default_tax_rate', 'subscribers'] as const;
export type Include = (typeof includes)[number];

/** The orders of a list, each also backwards with `-` before it. */
export const sortNames = {
  id: 'id',
  name: 'name',
  company_code: 'companyCode',
  created_at: 'createdAt',
  last_activity_at: 'lastActivityAt',
} as const satisfies Record<string, CompanyOrder['field']>;

export const usualPageSize = 30;
export const maxPageSize = 200;
