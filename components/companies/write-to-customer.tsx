'use client';

import { Mail } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';

const CustomerMessageDialog = dynamic(
  () => import('./customer-message-dialog.tsx').then((module) => module.CustomerMessageDialog),
  { ssr: false },
);

/** Opens the ready message to a company's customer: to send, or to copy. */
export function WriteToCustomer({ companyId, name, size }: { companyId: number; name: string; size?: 'sm' }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <Button ref={button} size={size} aria-label={`Write to customer: ${name}`} onClick={() => setOpen(true)}>
        <Mail aria-hidden />
        Write to customer
      </Button>
      {open && <CustomerMessageDialog companyId={companyId} name={name} onClose={close} />}
    </>
  );
}
