'use client';

import type { ReactNode } from 'react';
import { Money, Quantity } from '@/components/ui/amount.tsx';
import type { ContactDetail } from '@/lib/domain/records/contact-view.ts';
import { formatDay } from '@/lib/format/date.ts';
import { recordState } from './record-states.ts';
import { RecordStatus } from './record-status.tsx';

/** What a contact's invoices come to, by currency, and the latest of them. */
export function ContactInvoices({ invoices: { totals, latest } }: { invoices: ContactDetail['invoices'] }) {
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">Invoices</h3>
      {totals.length === 0 && <p className="text-muted-foreground">No invoices</p>}
      {totals.map((total) => (
        <dl key={total.currency} className="flex flex-wrap gap-x-8 gap-y-1 rounded-md bg-subtle px-3 py-2.5">
          <Total label="Open">
            <Money amount={total.due} currency={total.currency} className="font-medium text-sm" />
          </Total>
          <Total label="Invoiced">
            <Money amount={total.total} currency={total.currency} className="text-sm" />
          </Total>
          <Total label="Invoices">
            <Quantity value={total.count} />
          </Total>
        </dl>
      ))}
      {latest.length > 0 && (
        <ul className="divide-y rounded-md border" aria-label="Latest invoices">
          {latest.map((invoice) => {
            const state = recordState('INVOICE', { values: { status: invoice.status }, deletedAt: null });
            return (
              <li key={invoice.rootfiId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-3 py-2">
                <span className="truncate font-medium">{invoice.documentNumber ?? 'Without a number'}</span>
                <Money amount={invoice.total} currency={invoice.currency} className="text-right" />
                <span className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-xs">
                  {invoice.postedDate ? formatDay(invoice.postedDate) : 'No date'}
                  {state && <RecordStatus state={state} className="text-xs" />}
                </span>
                {invoice.due !== null && Number(invoice.due) !== 0 && (
                  <span className="text-right text-muted-foreground text-xs">
                    <Money amount={invoice.due} currency={invoice.currency} /> open
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Total({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
