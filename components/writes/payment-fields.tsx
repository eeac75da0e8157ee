'use client';

import { RecordPicker } from '@/components/records/record-picker.tsx';
import { Money } from '@/components/ui/amount.tsx';
import { Field, FieldGroup } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { spelled } from '@/lib/domain/records/field-words.ts';
import type { RecordItem } from '@/lib/domain/records/record-view.ts';
import { formatDay } from '@/lib/format/date.ts';
import { openOf, type PaymentPlace, type PaymentValues } from './payment-values.ts';

/** What a payment is made of, as far as its platform has a place for it. */
export function PaymentFields({
  companyId,
  platform,
  place,
  values,
  onChange,
  problems,
}: {
  companyId: number;
  platform: string;
  place: PaymentPlace;
  values: PaymentValues;
  onChange: (change: Partial<PaymentValues>) => void;
  problems: Record<string, string>;
}) {
  const has = (field: string) => place.fields.includes(field);
  const isOptional = (field: string) => !place.required.includes(field);
  const text = (name: 'documentNumber' | 'memo' | 'paymentMode', field: string, label: string, help?: string) =>
    has(field) && (
      <Field id={`payment-${name}`} label={label} help={help} optional={isOptional(field)} error={problems[name]}>
        {(control) => (
          <Input
            {...control}
            value={values[name]}
            maxLength={4000}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        )}
      </Field>
    );
  return (
    <FieldGroup>
      <Field id="payment-invoice" label="Invoice" error={problems.invoiceId && `Please ${problems.invoiceId}`}>
        {(control) => (
          <RecordPicker
            companyId={companyId}
            model="INVOICE"
            sort="-amount_due"
            picked={values.invoice}
            onPick={(invoice) => onChange({ invoice, amount: openOf(invoice) ?? '' })}
            detail={invoiceDetail}
            end={(invoice) => <Money amount={openOf(invoice)} currency={invoice.currency} />}
            control={control}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field
          id="payment-amount"
          label={values.invoice?.currency ? `Amount in ${values.invoice.currency}` : 'Amount'}
          error={problems.amount && `The amount ${problems.amount}`}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={values.amount}
              maxLength={30}
              className="num"
              onChange={(event) => onChange({ amount: event.target.value })}
            />
          )}
        </Field>
        <Field id="payment-date" label="Paid on" error={problems.paymentDate}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={values.paymentDate}
              onChange={(event) => onChange({ paymentDate: event.target.value })}
            />
          )}
        </Field>
      </div>
      {has('account_id') && (
        <Field
          id="payment-account"
          label="Account that received it"
          optional={isOptional('account_id')}
          help={isOptional('account_id') ? `Left empty, ${platform} takes its usual one.` : undefined}
          error={problems.accountId}
        >
          {(control) => (
            <RecordPicker
              companyId={companyId}
              model="ACCOUNT"
              picked={values.account}
              onPick={(account) => onChange({ account })}
              detail={accountDetail}
              end={() => null}
              control={control}
            />
          )}
        </Field>
      )}
      {text('documentNumber', 'document_number', 'Reference', 'Such as the number on the bank statement.')}
      {text('paymentMode', 'payment_mode', 'Paid by', 'Such as transfer, cheque or cash.')}
      {text('memo', 'memo', 'Note')}
      {place.rawData.map((name) => (
        <Field
          key={name}
          id={`payment-raw-${name}`}
          label={spelled(name.replace(/_id$/, ''))}
          help={`${platform} asks for this id, which it calls ${name}.`}
          error={problems[`rawData.${name}`]}
        >
          {(control) => (
            <Input
              {...control}
              value={values.rawData[name] ?? ''}
              maxLength={255}
              onChange={(event) => onChange({ rawData: { ...values.rawData, [name]: event.target.value } })}
            />
          )}
        </Field>
      ))}
    </FieldGroup>
  );
}

function invoiceDetail({ references, values }: RecordItem): string {
  const due = typeof values.due_date === 'string' ? `due ${formatDay(values.due_date)}` : null;
  return [references.contact_id?.title, due].filter(Boolean).join(' · ') || 'Open amount at the right';
}

const accountDetail = ({ values }: RecordItem): string =>
  [values.nominal_code, typeof values.category === 'string' && spelled(values.category)].filter(Boolean).join(' · ');
