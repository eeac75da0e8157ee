import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { accountRecord, contactRecord, currencyRecord, invoiceRecord, paymentRecord } from './api-types.ts';
import { parseRecord } from './parse-record.ts';

/** Makes the canonical record of one wire record. Pure. Throws RecordRejected naming the first field that is wrong. */
export function mapRecord<M extends RecordModel>(model: M, raw: unknown): Canonical<M> {
  const map = mappers[model];
  if (!map) throw new Error(`The sandbox has no ${model}`);
  return map(raw);
}

const mappers: { [M in RecordModel]?: (raw: unknown) => Canonical<M> } = {
  CURRENCY: (raw) => {
    const one = parseRecord(currencyRecord, raw);
    return {
      ...ids(one),
      fields: {
        name: one.name,
        code: one.code,
        symbol: one.symbol,
        is_base_currency: one.base,
        exchange_rate: one.rate,
        updated_at: moment(one.modified),
      },
      children: {},
    };
  },
  ACCOUNT: (raw) => {
    const one = parseRecord(accountRecord, raw);
    return {
      ...ids(one),
      fields: {
        name: one.name,
        description: one.description,
        nominal_code: one.code,
        category: accountCategory.get(one.class) ?? 'unknown',
        sub_category: one.group,
        status: one.active ? 'active' : 'inactive',
        current_balance: one.balance,
        currency_id: one.currency_id,
        parent_account_id: one.parent_id,
        updated_at: moment(one.modified),
      },
      children: {},
    };
  },
  CONTACT: (raw) => {
    const one = parseRecord(contactRecord, raw);
    const updated_at = moment(one.modified);
    return {
      ...ids(one),
      fields: {
        name: one.name,
        contact_name: one.person,
        contact_type: contactType.get(one.kind) ?? 'unknown',
        currency_id: one.currency_id,
        tax_number: one.tax_number,
        registration_number: one.registration_number,
        status: contactStatus.get(one.status) ?? 'unknown',
        updated_at,
      },
      children: {
        external_links: [
          ...one.emails.map(({ id, address }) => ({
            platform_id: id,
            link: address,
            type: 'EMAIL' as const,
            updated_at,
          })),
          ...one.websites.map(({ id, url }) => ({ platform_id: id, link: url, type: 'WEBSITE' as const, updated_at })),
        ],
        phone_numbers: one.phones.map(({ id, kind, number }) => ({
          platform_id: id,
          number,
          type: phoneType.get(kind) ?? null,
          updated_at,
        })),
        addresses: one.addresses.map((address) => ({
          platform_id: address.id,
          type: addressType.get(address.kind) ?? null,
          street: address.street,
          locality: address.district,
          city: address.city,
          state: address.region,
          country: address.country,
          pincode: address.postcode,
          updated_at,
        })),
      },
    };
  },
  INVOICE: (raw) => {
    const one = parseRecord(invoiceRecord, raw);
    const updated_at = moment(one.modified);
    return {
      ...ids(one),
      fields: {
        document_number: one.number,
        status: invoiceStatus.get(one.status) ?? 'unknown',
        contact_id: one.contact_id,
        currency_id: one.currency_id,
        currency_rate: one.rate,
        posted_date: dayStart(one.issued_on),
        due_date: one.due_on === null ? null : dayStart(one.due_on),
        sub_total: one.subtotal,
        total_discount: one.discount,
        tax_amount: one.tax,
        total_amount: one.total,
        amount_due: one.balance,
        memo: one.note,
        updated_at,
      },
      children: {
        line_items: one.lines.map((line) => ({
          platform_id: line.id,
          item_id: null,
          account_id: line.account_id,
          description: line.description,
          quantity: line.quantity,
          unit_amount: line.unit_price,
          sub_total: line.net,
          discount_amount: line.discount,
          tax_id: null,
          tax_amount: line.tax,
          total_amount: line.total,
          updated_at,
        })),
      },
    };
  },
  INVOICE_PAYMENT: (raw) => {
    const one = parseRecord(paymentRecord, raw);
    return {
      ...ids(one),
      fields: {
        invoice_id: one.invoice_id,
        account_id: one.account_id,
        credit_note_id: null,
        amount: one.amount,
        payment_mode: one.method,
        currency_id: one.currency_id,
        currency_rate: one.rate,
        memo: one.note,
        payment_date: dayStart(one.paid_on),
        contact_id: one.contact_id,
        document_number: one.reference,
        updated_at: moment(one.modified),
      },
      children: {},
    };
  },
};

/** The platform's words and ours. One that it adds later reads as unknown. */
const accountCategory = new Map<string, Canonical<'ACCOUNT'>['fields']['category']>([
  ['asset', 'asset'],
  ['bank', 'bank'],
  ['liability', 'liability'],
  ['equity', 'equity'],
  ['income', 'income'],
  ['expense', 'expense'],
]);

const contactType = new Map<string, Canonical<'CONTACT'>['fields']['contact_type']>([
  ['customer', 'customer'],
  ['supplier', 'vendor'],
  ['both', 'both'],
]);

const contactStatus = new Map<string, Canonical<'CONTACT'>['fields']['status']>([
  ['active', 'active'],
  ['inactive', 'inactive'],
  ['blocked', 'suspended'],
  ['archived', 'archived'],
]);

const invoiceStatus = new Map<string, Canonical<'INVOICE'>['fields']['status']>([
  ['draft', 'draft'],
  ['issued', 'submitted'],
  ['part_paid', 'partially_paid'],
  ['settled', 'paid'],
  ['overdue', 'overdue'],
  ['cancelled', 'void'],
]);

const phoneType = new Map<string, 'MOBILE' | 'TELEPHONE' | 'FAX'>([
  ['office', 'TELEPHONE'],
  ['mobile', 'MOBILE'],
  ['fax', 'FAX'],
]);

const addressType = new Map<string, 'BILLING' | 'SHIPPING'>([
  ['billing', 'BILLING'],
  ['delivery', 'SHIPPING'],
]);

const ids = ({ id }: { id: string }) => ({ platformId: id, platformUniqueId: id });
const moment = (text: string) => new Date(text).toISOString();
const dayStart = (day: string) => `${day}T00:00:00.000Z`;
