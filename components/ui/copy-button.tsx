'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { copyText } from './copy-text.ts';

export interface CopyButtonProps extends Omit<ButtonProps, 'asChild' | 'children' | 'value' | 'onClick'> {
  /** What goes to the clipboard. */
  value: string;
  /** What is copied, for the button's name: "Copy link". */
  label: string;
  /** Shows the label beside the icon. */
  showLabel?: boolean;
}

type Outcome = 'copied' | 'failed' | null;

/** Copies a text and says so, to the eye and to screen readers. */
export function CopyButton({ value, label, showLabel, variant = 'ghost', size, ...props }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const said = outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Copying failed' : '';
  return (
    <>
      <Button
        data-slot="copy-button"
        variant={variant}
        size={size ?? (showLabel ? 'md' : 'icon-sm')}
        aria-label={showLabel ? undefined : label}
        title={showLabel ? undefined : label}
        onClick={async () => setOutcome((await copyText(value)) ? 'copied' : 'failed')}
        {...props}
      >
        {outcome === 'copied' ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />}
        {showLabel && (said || label)}
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
