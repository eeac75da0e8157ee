import { BanknoteX } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { PaymentForm } from '@/components/writes/payment-form.tsx';
import type { Context } from '@/lib/context.ts';
import { recordDetail } from '@/lib/domain/records/record-view.ts';
import { AppError } from '@/lib/errors.ts';
import { loadCompany } from '../../_components/load-company.ts';
import { InvoicesHead } from '../_components/invoices-head.tsx';
import { paymentPlace } from '../_components/payment-place.ts';
import { whyNoPayment } from '../_components/why-no-payment.ts';

interface Props {
  params: Promise<{ companyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `New payment of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** Writes a payment of an invoice to the company's platform; `?invoice=12` has chosen one already. */
export default async function NewPaymentPage({ params, searchParams }: Props) {
  const [{ companyId }, { invoice }] = await Promise.all([params, searchParams]);
  const { ctx, company, platform, definition } = await loadCompany(companyId);
  const [place, refusal] = [paymentPlace(definition), await whyNoPayment(companyId)];
  if (!place || refusal) {
    return (
      <div className="grid min-w-0 gap-3">
        <InvoicesHead companyId={companyId} current="new" />
        <Card>
          <Empty
            icon={BanknoteX}
            title="No payment can be written now"
            description={refusal?.message}
            action={
              refusal?.href && (
                <Link href={refusal.href} className="focus-ring rounded-sm text-primary hover:underline">
                  Go to models
                </Link>
              )
            }
          />
        </Card>
      </div>
    );
  }
  return (
    <div className="grid min-w-0 gap-3">
      <InvoicesHead companyId={companyId} current="new" />
      <PaymentForm
        companyId={company.id}
        platform={platform ?? 'the platform'}
        place={place}
        invoice={typeof invoice === 'string' ? await chosenInvoice(ctx, company.id, invoice) : null}
        today={ctx.now.toISOString().slice(0, 10)}
      />
    </div>
  );
}

/** The invoice of the address; none where the address is old. */
async function chosenInvoice(ctx: Context, companyId: number, rootfiId: string) {
  try {
    return await recordDetail(ctx, { companyId, model: 'INVOICE', rootfiId });
  } catch (error) {
    if (error instanceof AppError && error.is('not-found')) return null;
    throw error;
  }
}
