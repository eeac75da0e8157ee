'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { useLocale } from '@/components/ui/viewer.tsx';
import type { RecordItem } from '@/lib/domain/records/record-view.ts';
import { previewPayment, sendPayment } from '@/lib/domain/writes/actions.ts';
import type { PaymentPreview as Preview } from '@/lib/domain/writes/payment-form.ts';
import { formatMoney } from '@/lib/format/money.ts';
import { BalanceStrip } from './balance-strip.tsx';
import { PaymentFields } from './payment-fields.tsx';
import { PaymentPreview } from './payment-preview.tsx';
import { PaymentProgress } from './payment-progress.tsx';
import { newPayment, type PaymentPlace, type PaymentValues, paymentInput } from './payment-values.ts';

export interface PaymentFormProps {
  companyId: number;
  platform: string;
  place: PaymentPlace;
  /** The invoice that the page was opened for. */
  invoice: RecordItem | null;
  /** `2026-03-04` */
  today: string;
}

/** Writes a payment: what it is of, what it would do, and then how it goes. */
export function PaymentForm(props: PaymentFormProps) {
  const [values, setValues] = useState(() => newPayment(props.today, props.invoice));
  // Names what is typed: sent twice, it is written once.
  const [formId, setFormId] = useState(() => crypto.randomUUID());
  const [syncId, setSyncId] = useState<string | null>(null);
  if (syncId && values.invoice) {
    return (
      <PaymentProgress
        companyId={props.companyId}
        syncId={syncId}
        invoice={values.invoice}
        platform={props.platform}
        onAnother={(hasFailed) => {
          if (!hasFailed) setValues(newPayment(props.today, null));
          setFormId(crypto.randomUUID());
          setSyncId(null);
        }}
      />
    );
  }
  return <Typing {...props} values={values} onValues={setValues} formId={formId} onSent={setSyncId} />;
}

/** A payment while it is typed and checked. Only what was checked as it stands can be sent. */
function Typing({
  companyId,
  platform,
  place,
  values,
  onValues,
  formId,
  onSent,
}: PaymentFormProps & {
  values: PaymentValues;
  onValues: (values: PaymentValues) => void;
  formId: string;
  onSent: (syncId: string) => void;
}) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const [pending, startTransition] = useTransition();
  const locale = useLocale();
  const canBeSent = preview !== null && preview.issues.length === 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const input = paymentInput(companyId, values);
      if (canBeSent) {
        const sent = await sendPayment({ ...input, formId }).catch(unanswered);
        if (sent.ok) return onSent(sent.data.syncId);
        return setProblems(formProblems(sent));
      }
      const checked = await previewPayment(input).catch(unanswered);
      if (!checked.ok) return setProblems(formProblems(checked));
      setPreview(checked.data);
      setProblems(
        Object.fromEntries(checked.data.issues.filter(({ path }) => path).map((one) => [one.path, one.message])),
      );
    });
  };

  return (
    <form onSubmit={submit} noValidate className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Card>
        <CardHeader>
          <CardTitle>Payment</CardTitle>
        </CardHeader>
        <CardContent>
          <PaymentFields
            companyId={companyId}
            platform={platform}
            place={place}
            values={values}
            onChange={(change) => {
              onValues({ ...values, ...change });
              setPreview(null);
            }}
            problems={problems}
          />
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>What it does</CardTitle>
          <CardDescription>Nothing is sent before you have seen the request</CardDescription>
        </CardHeader>
        <CardContent className="grid gap-4">
          {values.invoice && <BalanceStrip values={values} />}
          {problems.form && <Alert tone="danger">{problems.form}</Alert>}
          {preview && (
            <PaymentPreview
              companyId={companyId}
              preview={preview}
              currency={values.invoice?.currency ?? null}
              platform={platform}
            />
          )}
          <SubmitButton
            pending={pending}
            pendingLabel={canBeSent ? 'Sending…' : 'Checking…'}
            className="justify-self-start"
          >
            {canBeSent
              ? `Send payment of ${formatMoney(values.amount.trim(), values.invoice?.currency, locale)}`
              : `Check with ${platform}`}
          </SubmitButton>
        </CardContent>
      </Card>
    </form>
  );
}
