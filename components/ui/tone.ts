import { CircleCheck, CircleDashed, Clock, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react';

/** success: all well · warning: waiting · danger: somebody must act · info: running · neutral: off. */
export const tones = ['success', 'warning', 'danger', 'info', 'neutral'] as const;
export type Tone = (typeof tones)[number];

/** Each tone's icon, so that a state is never told by colour alone. */
export const toneIcons: Record<Tone, LucideIcon> = {
  success: CircleCheck,
  warning: Clock,
  danger: TriangleAlert,
  info: RefreshCw,
  neutral: CircleDashed,
};

export const toneText: Record<Tone, string> = {
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
  info: 'text-info',
  neutral: 'text-neutral',
};

/** The CSS colour of a tone's solid value, for charts and dots. */
export const toneSolid: Record<Tone, string> = {
  success: 'var(--success-solid)',
  warning: 'var(--warning-solid)',
  danger: 'var(--danger-solid)',
  info: 'var(--info-solid)',
  neutral: 'var(--neutral-solid)',
};
