'use client';

import { Link2 } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { copyLink } from './copy-link.ts';

/** The next step of a company that its customer has to connect: the link to send. */
export function CopyLinkButton({ url, label }: { url: string; label: string }) {
  return (
    <Button variant="primary" onClick={() => copyLink(url)}>
      <Link2 aria-hidden />
      {label}
    </Button>
  );
}
