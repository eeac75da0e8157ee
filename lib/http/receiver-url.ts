import { z } from 'zod';
import { isRefusedAddress } from './outbound.ts';

/** Where somebody wants to be called: an http or https address that this installation may reach. */
export const receiverUrl = z
  .string('must be text')
  .trim()
  .max(2_000, 'must have at most 2000 characters')
  .pipe(z.url({ protocol: /^https?$/, error: 'must be an http or https address' }))
  .refine((url) => !hasUser(url), 'must not have a user or password in it; send them in a header')
  .refine((url) => !isRefusedAddress(url), 'is a private address, and OUTBOUND_ALLOW does not name it');

const hasUser = (url: string) => URL.canParse(url) && new URL(url).username + new URL(url).password !== '';
