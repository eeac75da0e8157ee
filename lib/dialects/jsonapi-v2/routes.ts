import type { Route } from '../../http/route.ts';
import {
  archiveOneCompany,
  createOneCompany,
  deleteOneCompany,
  getOneCompany,
  listCompanies,
  restoreOneCompany,
  updateOneCompany,
} from './operations/companies.ts';

/** Every operation of the JSON:API: for its document, the generated tests, and a server that mounts it without Next. */
export const jsonApiV2Routes: readonly Route[] = [
  listCompanies,
  getOneCompany,
  createOneCompany,
  updateOneCompany,
  archiveOneCompany,
  restoreOneCompany,
  deleteOneCompany,
];
