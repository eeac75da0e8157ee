'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '../../action.ts';
import { paymentFormInput, previewPayment as preview, sendPayment as send } from './payment-form.ts';

/** Asks the platform what a payment would do; changes nothing. */
export const previewPayment = action(paymentFormInput, 'writes.create', preview);

/** Answers the sync in which the payment is written. */
export const sendPayment = action(
  paymentFormInput.extend({ formId: z.uuid() }),
  'writes.create',
  async (ctx, input) => {
    const sent = await send(ctx, input);
    revalidatePath('/', 'layout');
    return sent;
  },
);
