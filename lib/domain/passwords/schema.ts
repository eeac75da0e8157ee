import { z } from 'zod';
import { email } from '../members/schema.ts';

/** How long the link of a forgotten password works, and one that an administrator passes on. */
export const forgottenLinkHours = 1;
export const passedOnLinkHours = 24;

export const forgottenPasswordInput = z.object({ email });

export const choosePasswordInput = z.object({ token: z.string(), password: z.string() });

export const changePasswordInput = z.object({
  current: z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters'),
  password: z.string(),
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** A reset link that was just made: the only time it is seen. */
export interface CreatedResetLink {
  url: string;
  expiresAt: Date;
}
