import { z } from 'zod';
import { isTimeZone } from '../../format/time-zone.ts';
import { checkPassword, email, personName } from '../members/schema.ts';

export const organisationName = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(120, 'must have at most 120 characters');

/** An IANA name, such as Europe/Vienna. */
export const timeZone = z.string().refine((name) => isTimeZone(name), 'is not a time zone, such as Europe/Vienna');

export const newOrganisationInput = z.object({
  name: organisationName,
  timeZone: timeZone.optional(),
  /** Said by the demo alone. */
  isDemo: z.boolean().optional(),
});
export type NewOrganisationInput = z.infer<typeof newOrganisationInput>;

export const updateOrganisationInput = z.object({ name: organisationName, timeZone });
export type UpdateOrganisationInput = z.infer<typeof updateOrganisationInput>;

/** First run: the organisation and the person who owns it. */
export const setUpInput = z
  .object({
    code: z.string().trim().min(1, 'is printed by the start in its terminal'),
    organisationName,
    timeZone: timeZone.optional().catch(undefined),
    name: personName,
    email,
    password: z.string(),
  })
  .superRefine(checkPassword);
export type SetUpInput = z.infer<typeof setUpInput>;

export interface OrganisationView {
  id: number;
  name: string;
  timeZone: string;
  isDemo: boolean;
  createdAt: Date;
}
