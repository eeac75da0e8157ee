import { companies } from '../../../db/schema/companies.ts';
import { companyProfiles } from '../../../db/schema/company-profiles.ts';
import { documentTypes, subsidiaries, taxRates } from '../../../db/schema/reference-data.ts';
import type { ReferenceKind } from './schema.ts';

/** Where the entries of each kind are kept, and which column of companies refers to them. */
export const referenceTables = {
  subsidiary: { table: subsidiaries, noun: 'Subsidiary', referring: companies.defaultSubsidiaryId, of: companies },
  'tax-rate': { table: taxRates, noun: 'Tax rate', referring: companies.defaultTaxRateId, of: companies },
  'document-type': {
    table: documentTypes,
    noun: 'Document type',
    referring: companyProfiles.defaultDocumentTypeId,
    of: companyProfiles,
  },
} as const satisfies Record<ReferenceKind, unknown>;
