import { StatusText } from '@/components/ui/status-pill.tsx';
import type { Tone } from '@/components/ui/tone.ts';
import type { ApiKeyStatus } from '@/lib/domain/api-keys/schema.ts';

const statusWords: Record<ApiKeyStatus, { label: string; tone: Tone }> = {
  ACTIVE: { label: 'Active', tone: 'success' },
  EXPIRED: { label: 'Expired', tone: 'neutral' },
  REVOKED: { label: 'Revoked', tone: 'neutral' },
};

/** Whether a key or token still opens anything. */
export function KeyStatus({ status }: { status: ApiKeyStatus }) {
  const { label, tone } = statusWords[status];
  return <StatusText tone={tone}>{label}</StatusText>;
}
