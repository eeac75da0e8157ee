'use client';

import { LoaderCircle } from 'lucide-react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button.tsx';

export interface SubmitButtonProps extends Omit<ButtonProps, 'asChild' | 'type'> {
  /** Words while the form is being sent, such as "Saving…". */
  pendingLabel?: string;
  /** For forms that are not sent by a form action. */
  pending?: boolean;
}

/** The button that sends the form around it; shows progress and can't be pressed twice. */
export function SubmitButton({ children, pendingLabel, pending, disabled, variant, ...props }: SubmitButtonProps) {
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  return (
    <Button type="submit" variant={variant ?? 'primary'} disabled={busy || disabled} aria-busy={busy} {...props}>
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {busy ? (pendingLabel ?? children) : children}
    </Button>
  );
}
