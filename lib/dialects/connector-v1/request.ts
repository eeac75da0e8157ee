import { z } from 'zod';
import { shownAs } from '../../http/shapes.ts';

/** Most entries of a list. */
const maxItems = 1000;

/** What every request carries beside its own. */
const common = {
  ClientToken: z.string().meta({ description: 'Names the program.' }),
  AccessToken: z.string().meta({ description: 'Names the organisation, and the chains that may be touched.' }),
  Client: z.string().trim().min(1).meta({ description: 'Name and version of the program.' }),
  LanguageCode: z.string().min(1).nullish().meta({ description: 'With CultureCode, or not at all.' }),
  CultureCode: z.string().min(1).nullish().meta({ description: 'With LanguageCode, or not at all.' }),
};

/** The schema of a request's body: what it carries itself, and what all of them do. */
export function requestBody<S extends z.ZodRawShape>(shape: S) {
  return z.object({ ...common, ...shape }).superRefine((body, ctx) => {
    const { LanguageCode, CultureCode } = body as { LanguageCode?: string | null; CultureCode?: string | null };
    if (Boolean(LanguageCode) === Boolean(CultureCode)) return;
    const [sent, missing] = LanguageCode ? ['LanguageCode', 'CultureCode'] : ['CultureCode', 'LanguageCode'];
    ctx.addIssue({ code: 'custom', path: [sent], message: `goes with ${missing}` });
  });
}

/** What every example carries: tokens that are nobody's. */
export const exampleCommon = {
  ClientToken: `lt_${'0'.repeat(43)}`,
  AccessToken: `lc_${'0'.repeat(43)}`,
  Client: 'Sample Client 1.0.0',
};

/** A uuid of any version. */
export const id = z.guid();

/** A list of at most 1000; a longer one is refused before its entries are looked at. */
export function listOf<T extends z.ZodType>(item: T) {
  const list = z.array(z.unknown()).max(maxItems).pipe(z.array(item));
  return shownAs(list, z.array(item).max(maxItems));
}

/** UTC to the second, `2019-12-05T00:00:00Z`; a fraction is let pass. */
export const utcMoment = () => z.iso.datetime().refine((text) => /T\d\d:\d\d:\d\d/.test(text), 'must have seconds');

/** Both ends belong to it. */
export interface Interval {
  from: Date;
  to: Date;
}

const intervalShown = z
  .object({ StartUtc: z.iso.datetime(), EndUtc: z.iso.datetime() })
  .meta({ description: 'Both ends belong to it; three months at most.' });

/** A time interval of three months at most. Its end is the whole second, as moments are shown to the second. */
export const timeInterval = () =>
  shownAs(
    z.object({ StartUtc: utcMoment(), EndUtc: utcMoment() }).transform(asInterval).superRefine(checkInterval),
    intervalShown,
  );

/** The ends of an interval as they were sent. */
export function asInterval({ StartUtc, EndUtc }: { StartUtc: string; EndUtc: string }): Interval {
  const end = new Date(EndUtc);
  return { from: new Date(StartUtc), to: EndUtc.includes('.') ? end : new Date(end.getTime() + 999) };
}

/** Says what is wrong with an interval; `path` is where the body has it. */
export function checkInterval({ from, to }: Interval, ctx: z.RefinementCtx, path: string[] = []): void {
  const problem = problemOf(from, to);
  if (problem) ctx.addIssue({ code: 'custom', path, message: problem });
}

function problemOf(from: Date, to: Date): string | null {
  if (from.getUTCFullYear() < 1900 || to.getUTCFullYear() > 9998) return 'must lie between 1900 and 9998';
  if (to < from) return 'ends before it starts';
  const longest = monthsAfter(from, 3);
  return to.getTime() > longest.getTime() + 999 ? 'must be at most 3 months long' : null;
}

/** The same day some months later, or the last one of a shorter month. */
function monthsAfter(date: Date, months: number): Date {
  const later = new Date(date);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0);
  return later;
}
