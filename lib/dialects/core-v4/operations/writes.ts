import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { platformIdOf } from '../../../domain/records/find-by-either-id.ts';
import { previewWrites } from '../../../domain/writes/dry-run.ts';
import { writeRecords } from '../../../domain/writes/mutations.ts';
import { recallWrites } from '../../../domain/writes/outcome.ts';
import {
  contactChangeInput,
  contactInput,
  contactWrite,
  exactNumber,
  invoicePaymentInput,
  mostRecords,
  paymentWrite,
  type WriteInput,
} from '../../../domain/writes/schema.ts';
import { invalid } from '../../../errors.ts';
import type { RequestClaim } from '../../../http/operation.ts';
import { shownAs } from '../../../http/shapes.ts';
import { booleanParam, companyParams } from '../input.ts';
import { route } from '../route.ts';
import {
  syncOnlyShape,
  type WriteResult,
  writeShape,
  writeStatus,
  writeWire,
  writtenWire,
} from '../serialize/write.ts';
import { pathsOf } from './records.ts';

const writeQuery = z.object({ run_async: booleanParam.default(false), dry_run: booleanParam.default(false) });
type WriteQuery = z.output<typeof writeQuery>;

shownAs(exactNumber, z.number());

/** One record, or a list of them. */
const dataOf = <T extends z.ZodType>(record: T) =>
  z.object({ data: z.union([record, z.array(record).min(1).max(mostRecords)]) });

/** The records of a body, each with where it was sent. */
function recordsOf<S, W>(data: S | S[], made: (record: S, at: string) => W): { records: W[]; isList: boolean } {
  if (!Array.isArray(data)) return { records: [made(data, 'data')], isList: false };
  return { records: data.map((record, at) => made(record, `data.${at}`)), isList: true };
}

async function perform(
  ctx: Context,
  input: WriteInput,
  { run_async: runAsync, dry_run: isDryRun }: WriteQuery,
  isList: boolean,
): Promise<WriteResult> {
  if (isDryRun) return { previews: await previewWrites(ctx, input), isList };
  if (isList && !runAsync) throw invalid({ path: 'data', message: 'must be one object; a list needs run_async=true' });
  const answer = (written: Parameters<typeof writtenWire>[0]) => ({
    status: 200,
    body: JSON.stringify(writtenWire(written)),
  });
  return { answer: await writeRecords(ctx, { ...input, runAsync, answer }) };
}

/** What a request did whose answer was lost, by the intents that name its key; null when it stored none. */
async function recall(ctx: Context, { query }: { query: WriteQuery }, claim: RequestClaim) {
  const found = query.dry_run ? null : await recallWrites(ctx, claim, { runAsync: query.run_async });
  return found && { result: { answer: found } satisfies WriteResult };
}

const description =
  'By default one record is written while you wait, up to 25 seconds; after that the answer is 202 and the write goes ' +
  'on. With `run_async=true` the answer is 202 at once: the jobs of the sync say how each record ended. With ' +
  '`dry_run=true` nothing is sent: the answer is what would be, what stands against it, likely duplicates and what it ' +
  'does to the balance. Repeat a request with the same `Idempotency-Key` and the record is written once.';

const common = {
  description,
  group: 'Writes',
  permission: 'writes.create',
  query: writeQuery,
  exactNumbers: true,
  status: 200,
  statusOf: writeStatus,
  recall,
  serialize: writeWire,
  otherResponses: { 202: syncOnlyShape },
  faults: {
    platform: 'The platform could not be reached, or failed. Nothing was written.',
    conflict: 'The platform has such a record already, or a request with the same Idempotency-Key is not settled yet.',
  },
} as const;

const paymentPaths = pathsOf('INVOICE_PAYMENT');
const contactPaths = pathsOf('CONTACT');

export const createInvoicePayment = route({
  ...common,
  id: 'createInvoicePayment',
  summary: "Write payments of invoices to a company's platform",
  method: 'POST',
  path: paymentPaths[0],
  aliases: paymentPaths.slice(1),
  params: companyParams,
  body: dataOf(invoicePaymentInput),
  handler: (ctx, { params: { company_id: companyId }, query, body }) => {
    const { records, isList } = recordsOf(body.data, paymentWrite);
    const write = { companyId, model: 'INVOICE_PAYMENT', operation: 'create', platformId: null, records } as const;
    return perform(ctx, write, query, isList);
  },
  response: writeShape('INVOICE_PAYMENT'),
  example: {
    params: { company_id: '496' },
    body: {
      data: {
        invoice_id: '123456',
        account_id: '123456',
        contact_id: '123456',
        amount: 100,
        payment_date: '2021-09-28T15:00:00.000Z',
        document_number: 'ROOTFI01',
        memo: 'Test Memo',
      },
    },
  },
});

export const createContact = route({
  ...common,
  id: 'createContact',
  summary: "Write new contacts to a company's platform",
  method: 'POST',
  path: contactPaths[0],
  aliases: contactPaths.slice(1),
  params: companyParams,
  body: dataOf(contactInput),
  handler: (ctx, { params: { company_id: companyId }, query, body }) => {
    const { records, isList } = recordsOf(body.data, contactWrite);
    return perform(ctx, { companyId, model: 'CONTACT', operation: 'create', platformId: null, records }, query, isList);
  },
  response: writeShape('CONTACT'),
  example: {
    params: { company_id: '496' },
    body: {
      data: {
        name: 'Acme Corporation',
        contact_name: 'John Doe',
        contact_type: 'customer',
        email: 'john@acme.example',
        telephone: '+44 20 7946 0123',
        addresses: [{ type: 'BILLING', street: '1 High Street', city: 'London', country: 'GB', pincode: 'N1 9GU' }],
      },
    },
  },
});

/** A rootfi_id, or the platform's id of the contact. */
const eitherId = z
  .string()
  .max(255)
  .refine((text) => text !== '0', 'must be a rootfi_id or a platform_id');

const changeContact = (method: 'PATCH' | 'PUT', id: string) =>
  route({
    ...common,
    id,
    summary: 'Change a contact on its platform, by its rootfi_id or its platform_id: what is left out stays',
    method,
    path: `${contactPaths[0]}/{rootfi_id}`,
    aliases: contactPaths.slice(1).map((path) => `${path}/{rootfi_id}`),
    params: companyParams.extend({ rootfi_id: eitherId }),
    body: z.object({ data: contactChangeInput }),
    handler: async (ctx, { params: { company_id: companyId, rootfi_id: named }, query, body }) => {
      const platformId = await platformIdOf(ctx, { companyId, model: 'CONTACT', id: named });
      const records = [contactWrite(body.data, 'data')];
      return perform(ctx, { companyId, model: 'CONTACT', operation: 'update', platformId, records }, query, false);
    },
    response: writeShape('CONTACT'),
    faults: {
      ...common.faults,
      conflict: 'The number is the rootfi_id of one contact and the platform_id of another.',
    },
    example: {
      params: { company_id: '496', rootfi_id: '238858' },
      body: { data: { contact_name: 'Jane Doe', email: 'jane@acme.example' } },
    },
  });

export const patchContact = changeContact('PATCH', 'updateContact');
export const putContact = changeContact('PUT', 'replaceContact');
