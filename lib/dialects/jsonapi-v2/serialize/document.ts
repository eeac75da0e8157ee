import { z } from 'zod';
import type { CompanyProfile } from '../../../domain/companies/profile-view.ts';
import type { AnswerMeta } from '../../../http/operation.ts';
import { type PageOf, pageLinks, pageLinksShape, pageMeta, pageMetaShape } from '../pagination.ts';
import type { Related } from '../related.ts';
import { companyShape, companyWire } from './company.ts';
import { includedShape, includedWire } from './included.ts';

/** A company with what it is shown with. */
export interface ShownCompany {
  company: CompanyProfile;
  related: Related;
}

/** A page of companies with what they are shown with. */
export interface ShownPage extends PageOf {
  companies: readonly CompanyProfile[];
  related: Related;
}

export const companyDocumentShape = z.object({
  data: companyShape,
  included: includedShape.optional(),
  meta: z.object({}),
});

/** The document of a single company. */
export const companyDocument = ({ company, related }: ShownCompany): z.infer<typeof companyDocumentShape> => ({
  data: companyWire(company, related),
  ...includedWire(related),
  meta: {},
});

export const pageDocumentShape = z.object({
  data: z.array(companyShape),
  included: includedShape.optional(),
  links: pageLinksShape,
  meta: pageMetaShape,
});

/** The document of a page of companies. */
export const pageDocument = (page: ShownPage, address: AnswerMeta): z.infer<typeof pageDocumentShape> => ({
  data: page.companies.map((company) => companyWire(company, page.related)),
  ...includedWire(page.related),
  links: pageLinks(page, address),
  meta: pageMeta(page),
});
