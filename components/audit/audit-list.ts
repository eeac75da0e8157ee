/** The state of the audit table that stands in its address. */
export const auditList = {
  filters: ['about', 'through', 'since', 'company'],
  sorts: [],
  defaultSort: null,
} as const;
