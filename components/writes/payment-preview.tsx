'use client';

import Link from 'next/link';
import { recordHref } from '@/components/records/record-paths.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Money } from '@/components/ui/amount.tsx';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import type { PaymentPreview as Preview } from '@/lib/domain/writes/payment-form.ts';
import { formatDay } from '@/lib/format/date.ts';

/** What a payment would do, as its platform was asked: likely duplicates, and the exact request. */
export function PaymentPreview({
  companyId,
  preview,
  currency,
  platform,
}: {
  companyId: number;
  preview: Preview;
  currency: string | null;
  platform: string;
}) {
  const general = preview.issues.filter(({ path }) => path === '');
  const count = preview.duplicates.length;
  return (
    <div className="grid gap-4">
      {general.map(({ message }) => (
        <Alert key={message} tone="danger" title="This payment can't be sent">
          {message}
        </Alert>
      ))}
      {count > 0 && (
        <Alert
          tone="warning"
          title={count === 1 ? 'A payment like this is there' : `${count} payments like this are there`}
        >
          <ul>
            {preview.duplicates.map((one) => (
              <li key={one.rootfiId}>
                <Link
                  href={recordHref(companyId, { model: 'INVOICE_PAYMENT', rootfiId: one.rootfiId })}
                  className="focus-ring rounded-sm underline underline-offset-4"
                >
                  <Money amount={one.amount} currency={currency} /> on {formatDay(one.paymentDate)}
                </Link>
                {one.documentNumber && `, ${one.documentNumber}`}
              </li>
            ))}
          </ul>
          Send it only if the customer paid twice.
        </Alert>
      )}
      {preview.calls.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-medium">What {platform} would be sent</h3>
          {preview.calls.map(({ method, path, body }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the calls stand in their order
            <div key={place} className="grid gap-1">
              <p className="code break-all text-xs">
                {method} {path}
              </p>
              {body !== undefined && (
                <CodeBlock label={`Body of call ${place + 1}`}>{JSON.stringify(body, null, 2)}</CodeBlock>
              )}
            </div>
          ))}
        </section>
      )}
    </div>
  );
}
