import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CompanyView } from '../../../domain/companies/schema.ts';
import type { RecordRow } from '../../../domain/records/rows.ts';
import { toWire } from '../../../domain/records/wire.ts';
import type { ModelConfigEntry } from '../../../domain/sync-config/model-config.ts';
import type { JobView, SyncView } from '../../../domain/syncs/schema.ts';
import { AppError, invalid } from '../../../errors.ts';
import { Exchange } from '../../../http/exchange.ts';
import { coreV4 } from '../dialect.ts';
import { failure } from '../errors.ts';
import { companyWire } from '../serialize/company.ts';
import { inviteLinkWire } from '../serialize/invite-link.ts';
import { syncDetailWire } from '../serialize/sync.ts';
import { writeStatus, writeWire } from '../serialize/write.ts';

/** File and wire must be the same JSON: values, their types, and the order of the keys. */
function expectGolden(name: string, wire: unknown): void {
  const file = readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8');
  const written = JSON.stringify(JSON.parse(file), null, 2);
  expect(JSON.stringify(wire, null, 2)).toBe(written);
}

const at = (iso: string) => new Date(iso);

const company: CompanyView = {
  id: 496,
  uuid: '6b2d3c55-95a5-4c0e-a6d5-19a2d4e7e0d1',
  organisationId: 1,
  number: 12,
  companyCode: 'HARB',
  name: 'Harbour & Lane',
  tagList: ['north'],
  integration: 'SANDBOX',
  integrationCategory: 'ACCOUNTING',
  syncFrom: at('2026-01-01T00:00:00Z'),
  hasActiveSync: false,
  modelsEnabled: 5,
  createdAt: at('2026-05-20T07:09:44.139Z'),
  updatedAt: at('2026-05-20T07:11:00.759Z'),
  lastActivityAt: at('2026-05-20T07:11:00.759Z'),
  archivedAt: null,
  inviteLink: { id: '88ff4683-ed41-478a-85be-4ab78836e95b', status: 'CONNECTED', expiresAt: null, openedCount: 1 },
  connection: {
    id: '496_SANDBOX',
    companyId: 496,
    organisationId: 1,
    integration: 'SANDBOX',
    category: 'ACCOUNTING',
    entityId: 'harbour-lane',
    entityName: 'Harbour & Lane',
    status: 'HEALTHY',
    statusSince: at('2026-05-20T07:10:02.217Z'),
    syncState: 'IDLE',
    syncResumeAt: null,
    lastSyncedAt: at('2026-05-20T07:11:00.759Z'),
    failure: null,
    failureSince: null,
    pause: null,
    variables: { companyKey: 'harbour-lane' },
    createdAt: at('2026-05-20T07:10:02.217Z'),
    updatedAt: at('2026-05-20T07:11:00.759Z'),
  },
};

const config: ModelConfigEntry = {
  dataModel: 'CONTACT',
  category: 'ACCOUNTING',
  enabled: true,
  frequency: 'WEEKLY',
  interval: 2,
  scopeAccess: ['READ'],
  syncFrom: at('2026-01-01T00:00:00Z'),
  isOverridden: false,
  isChild: false,
  parentModel: null,
  dueAt: null,
  lastSyncedAt: null,
  lastFullAt: null,
  pause: null,
};

test('a connected company', () => {
  expectGolden('company', companyWire({ company, configs: [config] }));
});

test('a company that never connected', () => {
  const never: CompanyView = {
    ...company,
    id: 497,
    name: 'Mossbank',
    integration: null,
    integrationCategory: null,
    syncFrom: null,
    inviteLink: null,
    connection: null,
  };
  expectGolden('company-never-connected', companyWire({ company: never, configs: [] }));
});

test('an invite link', () => {
  const id = 'ebb196d8-d0a6-4844-b6e0-50ad32371bee';
  expectGolden(
    'invite-link',
    inviteLinkWire({
      id,
      companyId: 209,
      companyName: 'Acme Corp',
      integration: null,
      integrationCategory: 'ACCOUNTING',
      syncFrom: null,
      syncConfig: [],
      redirectUrl: null,
      createdAt: at('2026-05-15T18:17:02.052Z'),
      expiresAt: at('2026-06-15T18:17:02.052Z'),
      status: 'PENDING',
      openedCount: 0,
      firstOpenedAt: null,
      reached: null,
      url: `https://hub.example/connect/${id}`,
    }),
  );
});

test('a sync with its jobs', () => {
  const counts = { total: 2, success: 1, failed: 1, running: 0, pending: 0 };
  const times = {
    startTime: at('2026-05-20T07:10:02.237Z'),
    endTime: at('2026-05-20T07:11:00.754Z'),
    createdAt: at('2026-05-20T07:10:02.931Z'),
  };
  const job: JobView = {
    id: '58c371c6-e06d-4892-8e67-239c4bbf923b',
    dataModel: 'INVOICE',
    status: 'FAILED',
    jobType: 'PULL',
    configMode: 'DEFAULT',
    recordsSynced: 12,
    recordsCreated: 5,
    recordsUpdated: 4,
    recordsUnchanged: 2,
    recordsDeleted: 1,
    recordsFailed: 3,
    pages: 2,
    retryCount: 1,
    parentJobId: null,
    failureClass: 'platform-down',
    errorCode: 'platform-down',
    errorMessage: 'The platform did not answer in time',
    errorResponse: { status: 504 },
    refusedDeletions: null,
    isRetried: false,
    syncFrom: null,
    ...times,
  };
  const sync: SyncView & { jobs: JobView[] } = {
    id: '6870abae-60d9-48fb-8235-49cd812c06b9',
    companyId: 496,
    integration: 'SANDBOX',
    jobType: 'PULL',
    syncType: 'MANUAL',
    configMode: 'DEFAULT',
    fullSync: true,
    status: 'PARTIAL_SUCCESS',
    dataModels: ['ACCOUNT', 'INVOICE'],
    resumeAt: null,
    cancelRequested: false,
    requestedBy: 'test',
    failureClass: 'platform-down',
    failureMessage: null,
    jobCounts: counts,
    dataModelCounts: counts,
    records: { created: 5, updated: 4, unchanged: 2, deleted: 1, failed: 3 },
    ...times,
    jobs: [job],
  };
  expectGolden('sync', syncDetailWire(sync));
});

const record = (model: RecordRow['model'], fields: RecordRow['fields']): RecordRow => ({
  model,
  fields,
  children: {},
  relations: {},
});

test('a contact, as its document shows it', () => {
  expectGolden(
    'contact',
    toWire(
      record('CONTACT', {
        rootfi_id: 238858,
        rootfi_created_at: at('2024-01-24T11:11:59.779Z'),
        rootfi_updated_at: at('2024-01-24T11:11:59Z'),
        rootfi_deleted_at: null,
        company_id: 1109,
        platform_id: '123456_1',
        platform_unique_id: '123456',
        name: 'Acme Corporation',
        contact_name: 'John Doe',
        contact_type: 'customer',
        currency_id: '00000000-0000-0000-0000-000000000000',
        tax_number: 'ODSPS1279G',
        registration_number: '07CEUPK5322M1ZX',
        status: 'active',
        updated_at: at('2024-01-24T11:11:59Z'),
      }),
    ),
  );
});

const payment = record('INVOICE_PAYMENT', {
  rootfi_id: 157,
  rootfi_deleted_at: null,
  rootfi_created_at: at('2024-01-22T05:07:31.465Z'),
  rootfi_updated_at: at('2024-01-22T05:07:31Z'),
  company_id: 1089,
  platform_id: '123456_1',
  platform_unique_id: '123456',
  invoice_id: '123456',
  account_id: '123456',
  credit_note_id: '123456',
  amount: '123.40',
  payment_mode: '123456',
  currency_id: '123456',
  currency_rate: '123456',
  memo: '123456',
  updated_at: at('2024-01-22T05:07:31.465Z'),
  payment_date: at('2024-01-22T05:07:31.465Z'),
  contact_id: '123456',
  document_number: '123456',
});

test('an invoice payment, as its document shows it', () => {
  expectGolden('invoice-payment', toWire(payment));
});

test('a payment that was written, and one whose outcome is to be seen in its sync', () => {
  const syncId = '6870abae-60d9-48fb-8235-49cd812c06b9';
  expectGolden('invoice-payment-written', writeWire({ answer: { syncId, record: payment } }));
  expect(writeWire({ answer: { syncId, record: null } })).toEqual({ sync_id: syncId });
  expect([
    writeStatus({ answer: { syncId, record: payment } }),
    writeStatus({ answer: { syncId, record: null } }),
  ]).toEqual([200, 202]);
});

const exchange = new Exchange(
  new Request('http://ledgerline.test/v4/core/companies', {
    headers: { 'x-request-id': 'a1b2c3d4-e5f6-7890-abcd-ef1234567890' },
  }),
  { ...coreV4, now: () => at('2026-05-20T07:10:02.931Z') },
);

test('an error of the input', () => {
  const error = invalid({ path: 'configs.0.interval', message: 'must be at least 1' });
  expectGolden('error', failure(error, exchange).body);
});

test("a platform's refusal", () => {
  const error = new AppError('platform', 'The platform refused the payment', {
    platform: {
      code: 'platform-denied',
      message: 'The invoice is locked',
      field: 'invoice_id',
      integration: 'SANDBOX',
      response: { code: 'LOCKED' },
    },
  });
  expectGolden('platform-error', failure(error, exchange).body);
});
