import { CircleDot } from 'lucide-react';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { Tone } from '@/components/ui/tone.ts';

/**
 * How a record stands on its platform. What is open there does not run here: it has an icon of its own. Nearly all are
 * active: only what is not should catch the eye.
 */
export function RecordStatus({ state, className }: { state: { label: string; tone: Tone }; className?: string }) {
  if (state.label === 'Active') return <span className={className}>{state.label}</span>;
  return (
    <StatusText tone={state.tone} icon={state.tone === 'info' ? CircleDot : undefined} className={className}>
      {state.label}
    </StatusText>
  );
}
