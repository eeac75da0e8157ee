import { z } from 'zod';
import { listIssues } from '../../domain/records/list-input.ts';
import { declarationOf, type RecordModel } from '../../domain/records/registry.ts';
import { shownAs } from '../../http/shapes.ts';
import { booleanParam, limitParam } from './input.ts';
import { recordListParameters, recordParameters } from './record-parameters.ts';

const plainNames = ['limit', 'next', 'prev', 'expand', 'select', 'include_deleted_records', 'return_count'] as const;
const bracketed = /^([^[\]]+)\[([^[\]]+)\]$/;

const commaList = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);

const plain = z.object({
  limit: limitParam(1000, 100),
  next: z.string().max(2000, 'is not a cursor of this list').optional(),
  prev: z.string().max(2000, 'is not a cursor of this list').optional(),
  expand: commaList.optional(),
  select: commaList.optional(),
  include_deleted_records: booleanParam.default(false),
  return_count: booleanParam.default(false),
});

/** Of them what the domain can say something about, whatever the others are. */
const unchecked = plain.pick({ expand: true, select: true });

/**
 * The query of a list of a model's records: plain parameters, and `field[op]` and `sort[field]`, whose words the domain
 * checks. Where something is wrong before it does, it is asked what else is, so that all is told at once.
 */
export const recordListQuery = (model: RecordModel) => shownAs(listQuery(model), recordListParameters(model));

const listQuery = (model: RecordModel) =>
  z.custom<Record<string, string>>().transform((given, ctx) => {
    const named: Record<string, string> = {};
    const filters: { field: string; op: string; value: string }[] = [];
    const sorts: { field: string; direction: string }[] = [];
    for (const [name, value] of Object.entries(given)) {
      const [, field, op] = bracketed.exec(name) ?? [];
      if (field === 'sort' && op) sorts.push({ field: op, direction: value });
      else if (field && op) filters.push({ field, op, value });
      else if (plainNames.some((one) => one === name)) named[name] = value;
      else ctx.addIssue({ code: 'custom', path: [name], message: unknownParameter });
    }
    if (sorts.length > 1) {
      ctx.addIssue({ code: 'custom', path: [`sort[${sorts[1]?.field}]`], message: 'only one field can be sorted by' });
    }
    const parsed = plain.safeParse(named);
    for (const { path, message } of parsed.error?.issues ?? []) ctx.addIssue({ code: 'custom', path, message });
    if (parsed.success && ctx.issues.length === 0) return { ...parsed.data, filters, sort: sorts[0] };
    const words = { ...unchecked.parse(named), filters, sort: sorts[0] };
    for (const { path, message } of listIssues(declarationOf(model), words)) {
      ctx.addIssue({ code: 'custom', path: [path], message });
    }
    return z.NEVER;
  });

const unknownParameter = `is not a known parameter; allowed parameters are ${plainNames.join(', ')}, sort[field], field[op]`;

/** The query of one record. */
export const recordQuery = (model: RecordModel) =>
  shownAs(z.object({ expand: commaList.optional(), select: commaList.optional() }), recordParameters(model));
