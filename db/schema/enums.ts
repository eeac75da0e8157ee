/**
 * Every closed set of words, once: columns, zod schemas and labels read these tuples.
 * They are text columns checked by zod, never Postgres enum types.
 */
export const integrations = [
  'NETSUITE',
  'MS_DYNAMICS_365',
  'QUICKBOOKS',
  'QUICKBOOKS_SANDBOX',
  'XERO',
  'ZOHO_BOOKS',
  'FRESHBOOKS',
  'WAFEQ',
  'ODOO_ACCOUNTING',
  'STRIPE',
  'SHOPIFY',
  'BIG_COMMERCE',
  'WOO_COMMERCE',
  'TRYTON',
  'PRODUCTIVE',
  'MEWS',
  'SANDBOX',
] as const;
export type Integration = (typeof integrations)[number];

export const integrationCategories = ['ACCOUNTING', 'PAYMENTS', 'ECOMMERCE'] as const;
export type IntegrationCategory = (typeof integrationCategories)[number];

/** The category of every integration, also of those without a connector. */
export const categoryOfIntegration: Record<Integration, IntegrationCategory> = {
  NETSUITE: 'ACCOUNTING',
  MS_DYNAMICS_365: 'ACCOUNTING',
  QUICKBOOKS: 'ACCOUNTING',
  QUICKBOOKS_SANDBOX: 'ACCOUNTING',
  XERO: 'ACCOUNTING',
  ZOHO_BOOKS: 'ACCOUNTING',
  FRESHBOOKS: 'ACCOUNTING',
  WAFEQ: 'ACCOUNTING',
  ODOO_ACCOUNTING: 'ACCOUNTING',
  STRIPE: 'PAYMENTS',
  SHOPIFY: 'ECOMMERCE',
  BIG_COMMERCE: 'ECOMMERCE',
  WOO_COMMERCE: 'ECOMMERCE',
  TRYTON: 'ACCOUNTING',
  PRODUCTIVE: 'ACCOUNTING',
  MEWS: 'ACCOUNTING',
  SANDBOX: 'ACCOUNTING',
};

/** Unified models that are synced on their own. */
export const parentModels = [
  'ACCOUNT',
  'BANK_ACCOUNT',
  'BANK_TRANSACTION',
  'BILL',
  'BILL_CREDIT_NOTE',
  'BILL_PAYMENT',
  'COMPANY_INFO',
  'CONTACT',
  'CURRENCY',
  'EXPENSE',
  'INVOICE',
  'INVOICE_CREDIT_NOTE',
  'INVOICE_PAYMENT',
  'ITEM',
  'JOURNAL_ENTRY',
  'PURCHASE_ORDER',
  'SALES_ORDER',
  'TAX_RATE',
  'TRACKING_CATEGORY',
] as const;
export type ParentModel = (typeof parentModels)[number];

/** Models that live inside a parent and follow its toggle. */
export const childModels = ['LINE_ITEM', 'JOURNAL_LINE', 'PHONE_NUMBER', 'ADDRESS', 'EXTERNAL_LINK'] as const;
export type ChildModel = (typeof childModels)[number];

export const dataModels = [...parentModels, ...childModels] as const;
export type DataModel = (typeof dataModels)[number];

export const connectionStatuses = ['HEALTHY', 'DISCONNECTED', 'EXPIRED', 'PENDING', 'RATE_LIMIT_EXCEEDED'] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

/** The sync pipeline of a connection. IDLE | SLEEPING when nothing moves; SLEEPING waits for a platform's limit. */
export const syncStates = ['IDLE', 'FETCHING', 'PARSING', 'RUNNING', 'SLEEPING'] as const;
export type SyncState = (typeof syncStates)[number];

export const frequencies = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'NEVER'] as const;
export type Frequency = (typeof frequencies)[number];

/** In the order in which the wire lists them. */
export const scopes = ['READ', 'CREATE', 'DELETE', 'UPDATE'] as const;
export type Scope = (typeof scopes)[number];

export const inviteLinkStatuses = ['PENDING', 'CONNECTED', 'EXPIRED', 'REVOKED'] as const;
export type InviteLinkStatus = (typeof inviteLinkStatuses)[number];

/** How far a customer comes with an invite link, in this order. */
export const inviteSteps = ['OPENED', 'PLATFORM_CHOSEN', 'AUTHORISED', 'FIRST_RECORD'] as const;
export type InviteStep = (typeof inviteSteps)[number];

/** The pictures that an organisation's logo may be. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof logoTypes)[number];

export const syncStatuses = ['QUEUED', 'RUNNING', 'SUCCESS', 'PARTIAL_SUCCESS', 'FAILED', 'CANCELLED'] as const;
export type SyncStatus = (typeof syncStatuses)[number];

export const syncTypes = ['MANUAL', 'AUTO_SYNC'] as const;
export type SyncType = (typeof syncTypes)[number];

export const jobStatuses = ['CREATED', 'RUNNING', 'SUCCESS', 'FAILED'] as const;
export type JobStatus = (typeof jobStatuses)[number];

export const jobTypes = ['PULL', 'PUSH'] as const;
export type JobType = (typeof jobTypes)[number];

/**
 * How far a write is. SENDING: somebody holds it and may have called the platform. UNCERTAIN: the platform may have done
 * it. ACCEPTED: the platform has done it, and its record is still to be read back.
 */
export const writeStates = ['PENDING', 'SENDING', 'UNCERTAIN', 'ACCEPTED', 'CONFIRMED', 'FAILED'] as const;
export type WriteState = (typeof writeStates)[number];

/** Whether a sync took the models that are switched on, or a choice made by who started it. */
export const configModes = ['DEFAULT', 'CUSTOM'] as const;
export type ConfigMode = (typeof configModes)[number];

export const roles = ['owner', 'admin', 'operator', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What a company is reached by. */
export const contactKinds = ['phone', 'email', 'website', 'address'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Whether a company may book before it has paid; the words are those of the Connector API. */
export const creditRatings = ['CreditOk', 'PaymentRequiredUpfront', 'LocalDecisionRequired'] as const;
export type CreditRating = (typeof creditRatings)[number];

export const customFieldTypes = ['TEXT', 'NUMBER', 'SELECT', 'DATE', 'MULTI_SELECT'] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

/** The dialects that an access token opens; the Core API has its own keys. */
export const tokenDialects = ['jsonapi', 'connector'] as const;
export type TokenDialect = (typeof tokenDialects)[number];

/** What a webhook can be told of. */
export const webhookTypes = [
  'INTEGRATION',
  'DATA_MODEL_CHANGES',
  'CONNECTION_CHANGED',
  'SYNC_STARTED',
  'SYNC_COMPLETED',
] as const;
export type WebhookType = (typeof webhookTypes)[number];

export const webhookStates = ['ENABLED', 'DISABLED'] as const;
export type WebhookState = (typeof webhookStates)[number];

/** Who switched a webhook off: somebody, or five days in which its receiver took nothing. */
export const webhookDisabledReasons = ['PERSON', 'FAILING'] as const;
export type WebhookDisabledReason = (typeof webhookDisabledReasons)[number];

export const deliveryStates = ['PENDING', 'PROCESSING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What a mail is about. */
export const mailKinds = ['RECONNECT', 'INCIDENT', 'PASSWORD_RESET', 'INVITATION'] as const;
export type MailKind = (typeof mailKinds)[number];

export const mailStates = ['QUEUED', 'SENT', 'FAILED'] as const;
export type MailState = (typeof mailStates)[number];

/** The list of a company's records of one model. */
export const recordViewList = <M extends ParentModel>(model: M) => `records:${model}` as const;

/**
 * Lists of the console whose state can be kept under a name. A view of a list that each company has is of that list,
 * whichever the company.
 */
export const savedViewLists = [
  'companies',
  'syncs',
  'invite-links',
  'deliveries',
  'audit',
  'company-syncs',
  'company-audit',
  'sent-payments',
  ...parentModels.map(recordViewList),
] as const;
export type SavedViewList = (typeof savedViewLists)[number];

/** What can be done to many companies at once. CANCEL_SYNC is only ever how starting syncs is taken back. */
export const bulkActionKinds = [
  'ARCHIVE',
  'RESTORE',
  'SYNC',
  'CANCEL_SYNC',
  'PAUSE',
  'RESUME',
  'TAG',
  'UNTAG',
  'DISCONNECT',
] as const;
export type BulkActionKind = (typeof bulkActionKinds)[number];

export const bulkActionStatuses = ['QUEUED', 'RUNNING', 'DONE', 'CANCELLED'] as const;
export type BulkActionStatus = (typeof bulkActionStatuses)[number];

/** What came of one company. SKIPPED: there was nothing to do. */
export const bulkRowStatuses = ['WAITING', 'DONE', 'SKIPPED', 'FAILED'] as const;
export type BulkRowStatus = (typeof bulkRowStatuses)[number];
