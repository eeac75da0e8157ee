'use server';

import { revalidatePath } from 'next/cache';
import { action } from '../../action.ts';
import { switchOffFaults as switchOff, switchOnFault as switchOn } from './mutations.ts';
import { switchOffFaultsInput, switchOnFaultInput } from './schema.ts';

export const switchOnFault = action(switchOnFaultInput, 'organisation.write', async (ctx, input) => {
  await switchOn(ctx, input);
  revalidatePath('/', 'layout');
});

export const switchOffFaults = action(switchOffFaultsInput, 'organisation.write', async (ctx, input) => {
  await switchOff(ctx, input);
  revalidatePath('/', 'layout');
});
