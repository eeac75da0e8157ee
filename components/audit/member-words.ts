import { formatCount } from '@/lib/format/number.ts';

type Values = Record<string, unknown> | null;

/** What was done with members and their ways in, as the end of a sentence; null of anything else. */
export function memberWords(action: string, before: Values, after: Values): string | null {
  const name = textOf(before, 'name') ?? textOf(after, 'name') ?? 'somebody';
  const role = textOf(after, 'role') ?? 'a member';
  switch (action) {
    case 'member.added':
      return `added ${name} as ${role}`;
    case 'member.role-changed':
      return `made ${name} ${role}`;
    case 'member.removed':
      return `removed ${name} from the organisation`;
    case 'member-invitation.created':
      return `invited ${textOf(after, 'email') ?? 'somebody'} as ${role}`;
    case 'member-invitation.revoked':
      return `took the invitation of ${textOf(before, 'email') ?? 'somebody'} back`;
    case 'member-invitation.accepted':
      return 'joined by invitation';
    case 'session.revoked':
      return `signed ${name} out${outOf(before)}`;
    case 'user.password-reset':
      return 'set a new password';
    case 'user.password-changed':
      return 'changed the password';
    case 'user.reset-link-created':
      return `made ${name} a link to a new password`;
    case 'user.identity-linked':
      return 'signed in by single sign-on for the first time';
    default:
      return null;
  }
}

function textOf(values: Values, key: string): string | undefined {
  const value = values?.[key];
  return typeof value === 'string' ? value : undefined;
}

/** Of which browsers: `, of Firefox on Windows`, `, of 3 other browsers`, or everywhere. */
function outOf(before: Values): string {
  if (typeof before?.device === 'string') return `, of ${before.device}`;
  if (typeof before?.browsers !== 'number') return ' everywhere';
  return `, of ${formatCount(before.browsers, 'other browser', 'other browsers')}`;
}
