import { z } from 'zod';
import { type Role, roles } from '../../../db/schema/enums.ts';
import { passwordProblem } from './password-rule.ts';

/** Stored and compared in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'must have at most 254 characters')
  .pipe(z.email('must be an e-mail address, like name@company.com'));

export const personName = z.string().trim().min(1, 'must not be empty').max(120, 'must have at most 120 characters');

export const role = z.enum(roles, `must be one of ${roles.join(', ')}`);

/** Holds a new password against the rule; for schemas with email, name and password. */
export function checkPassword(
  input: { email: string; name?: string; password: string },
  check: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  const problem = passwordProblem(input.password, input);
  if (problem) check.addIssue({ code: 'custom', path: ['password'], message: problem });
}

export const newUserInput = z.object({ email, name: personName, password: z.string() }).superRefine(checkPassword);
export type NewUserInput = z.infer<typeof newUserInput>;

export const addMemberInput = z.object({ userId: z.uuid(), role });
export type AddMemberInput = z.infer<typeof addMemberInput>;

export const memberInput = z.object({ userId: z.uuid('must be a uuid') });
export type MemberInput = z.infer<typeof memberInput>;

export const changeRoleInput = memberInput.extend({ role });
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;

export const resetPasswordInput = z.object({ email, password: z.string() }).superRefine(checkPassword);
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** Somebody who belongs to the organisation. */
export interface MemberView {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
  /** When a browser of theirs was last seen, to the minute; null for never. */
  lastSeenAt: Date | null;
}
