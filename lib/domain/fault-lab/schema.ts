import { z } from 'zod';
import { type ActiveFault, labFaultKinds } from './lab-faults.ts';

const companyId = z.coerce.number('must be a company').int().positive('must be a company');

export const switchOnFaultInput = z.object({
  companyId,
  kind: z.enum(labFaultKinds, 'must be one of the faults'),
  /** Of a failing page: which, counted from 1. */
  page: z.coerce.number('must be a page, from 1').int().min(1, 'must be a page, from 1').max(10_000).default(1),
});
export type SwitchOnFaultInput = z.input<typeof switchOnFaultInput>;

export const switchOffFaultsInput = z.object({ companyId });
export type SwitchOffFaultsInput = z.input<typeof switchOffFaultsInput>;

/** A company whose platform does something wrong on purpose. */
export interface FaultyCompany {
  companyId: number;
  name: string;
  faults: ActiveFault[];
}
