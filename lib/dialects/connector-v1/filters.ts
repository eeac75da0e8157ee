import { z } from 'zod';
import type { CompanyWalkInput } from '../../domain/companies/company-walk.ts';
import { asInterval, checkInterval, type Interval, id, listOf, timeInterval, utcMoment } from './request.ts';

const stateOf = { Active: 'active', Deleted: 'archived' } as const;

/** What companies can be asked for. Null is the same as left out; everything that is given must hold. */
export const companyFilters = {
  ChainIds: listOf(id).nullish(),
  MotherCompanyIds: listOf(id).nullish(),
  CreatedUtc: timeInterval().nullish(),
  UpdatedUtc: timeInterval().nullish(),
  Ids: listOf(id).nullish(),
  ExternalIdentifiers: listOf(z.string()).nullish(),
  Names: listOf(z.string()).nullish().meta({ description: 'Whole names.' }),
  ActivityStates: listOf(z.enum(['Active', 'Deleted'])).nullish(),
  Limitation: z.object({
    Count: z.int().min(1).max(1000),
    Cursor: id.nullish().meta({ description: 'The Cursor of the answer before.' }),
  }),
  TimeFilter: z.enum(['Created', 'Updated']).nullish().meta({ deprecated: true }),
  StartUtc: utcMoment().nullish().meta({ deprecated: true }),
  EndUtc: utcMoment().nullish().meta({ deprecated: true }),
};
type CompanyFilters = z.infer<z.ZodObject<typeof companyFilters>>;

/** The filter of former days: a word and two ends, which go together. */
export function checkTimeFilter(given: CompanyFilters, ctx: z.RefinementCtx): void {
  const { TimeFilter, StartUtc, EndUtc } = given;
  if (!TimeFilter && !StartUtc && !EndUtc) return;
  const missing = (['TimeFilter', 'StartUtc', 'EndUtc'] as const).filter((name) => !given[name]);
  for (const name of missing) ctx.addIssue({ code: 'custom', path: [name], message: 'is required with the others' });
  if (StartUtc && EndUtc) checkInterval(asInterval({ StartUtc, EndUtc }), ctx, ['StartUtc']);
}

/** A checked request as the domain walks companies. */
export function walkOf(given: CompanyFilters): CompanyWalkInput {
  const { TimeFilter, StartUtc, EndUtc, Limitation } = given;
  const former = StartUtc && EndUtc ? asInterval({ StartUtc, EndUtc }) : null;
  return {
    chainIds: given.ChainIds ?? undefined,
    motherCompanyIds: given.MotherCompanyIds ?? undefined,
    ids: given.Ids ?? undefined,
    externalIds: given.ExternalIdentifiers ?? undefined,
    names: given.Names ?? undefined,
    createdAt: both(given.CreatedUtc, TimeFilter === 'Created' ? former : null),
    updatedAt: both(given.UpdatedUtc, TimeFilter === 'Updated' ? former : null),
    states: given.ActivityStates?.map((state) => stateOf[state]),
    limit: Limitation.Count,
    cursor: Limitation.Cursor ?? undefined,
  };
}

/** What lies in both intervals; one that ends before it starts holds nothing. */
function both(one: Interval | null | undefined, other: Interval | null): Interval | undefined {
  if (!one || !other) return one ?? other ?? undefined;
  return {
    from: one.from > other.from ? one.from : other.from,
    to: one.to < other.to ? one.to : other.to,
  };
}
