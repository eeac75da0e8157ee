import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { resetEnv } from '../../../env.ts';
import { type Caller, type CompanyBody, makeTenant, newCompany } from '../testing/connector-api.ts';

await createTestDatabase();
// Random requests are more than a token may make.
process.env.RATE_LIMITS = 'off';
resetEnv();

let caller: Caller;
beforeAll(async () => {
  ({ caller } = await makeTenant());
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'));
const name = text.map((value) => `n${value.trim()}`);
const interval = fc.constantFrom('P2DT23H', 'P15D', 'P0Y0M1DT0H0M0S', 'P1M', 'PT1,5S');
const duns = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'));

/** An update value in all its forms: left out, null, a value, and for what may be empty a value of null. */
const update = <T>(value: fc.Arbitrary<T>) => fc.option(fc.record({ Value: value }), { nil: null });
const clearable = <T>(value: fc.Arbitrary<T>) => update(fc.option(value, { nil: null }));

const texts = [
  'Identifier',
  'TaxIdentifier',
  'AdditionalTaxIdentifier',
  'AccountingCode',
  'BillingCode',
  'Iata',
  'Telephone',
  'InvoicingEmail',
  'ContactPerson',
  'Contact',
  'Notes',
  'Department',
  'ReferenceIdentifier',
  'WebsiteUrl',
  'ExternalIdentifier',
] as const;

type Given = Record<string, { Value: unknown } | null>;

const changes = fc
  .record(
    {
      Name: update(name),
      InvoiceDueInterval: clearable(interval),
      DunsNumber: clearable(duns),
      ...Object.fromEntries(texts.map((field) => [field, clearable(text)])),
    },
    { requiredKeys: [] },
  )
  .map((given) => given as Given);

const options = fc.record(
  {
    Invoiceable: update(fc.boolean()),
    AddFeesToInvoices: update(fc.boolean()),
    AddTaxDeductedPaymentToInvoices: update(fc.boolean()),
  },
  { requiredKeys: [] },
);
const rating = fc.record(
  { Basic: update(fc.constantFrom('CreditOk', 'PaymentRequiredUpfront', 'LocalDecisionRequired')) },
  { requiredKeys: [] },
);

/** The values of what an update sets. */
const set = (given: Given | null | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given ?? {}).flatMap(([key, update]) => (update ? [[key, update.Value]] : [])));

/** What a company is to be after an update, by the rule alone. */
function after(
  company: CompanyBody,
  given: { changes: Given; Options: Given | null; CreditRating: Given | null },
): Record<string, unknown> {
  const changed = { ...company, ...set(given.changes) };
  return {
    ...changed,
    ElectronicInvoiceIdentifier: changed.AdditionalTaxIdentifier,
    ContacPerson: changed.ContactPerson,
    Options: { ...(company.Options as object), ...set(given.Options) },
    CreditRating: { ...(company.CreditRating as object), ...set(given.CreditRating) },
    UpdatedUtc: expect.any(String),
  };
}

test('updates set what has a value, clear what has null, and leave the rest as it is', async () => {
  let [company] = await caller.companies('add', newCompany);
  await fc.assert(
    fc.asyncProperty(changes, fc.option(options), fc.option(rating), async (given, Options, CreditRating) => {
      if (!company) throw new Error('nothing was added');
      const wanted = after(company, { changes: given, Options: Options as Given, CreditRating: CreditRating as Given });
      const body = { CompanyId: company.Id, ...given, Options, CreditRating };
      const [answered] = await caller.companies('update', body);
      expect(answered).toEqual(wanted);
      const [read] = await caller.companies('getAll', { Ids: [company.Id], Limitation: { Count: 1 } });
      expect(read).toEqual(answered);
      company = read;
    }),
    { numRuns: 60 },
  );
}, 60_000);
