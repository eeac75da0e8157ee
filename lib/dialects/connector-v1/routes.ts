import type { Route } from '../../http/route.ts';
import { addCompany, deleteCompanies, getAllCompanies, updateOneCompany } from './operations/companies.ts';

/** Every operation of the Connector API: for its document, the generated tests, and the server that mounts it. */
export const connectorV1Routes: readonly Route[] = [getAllCompanies, addCompany, updateOneCompany, deleteCompanies];
