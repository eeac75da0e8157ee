'use client';

import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';

const RenameDialog = dynamic(() => import('./company-rename-dialog.tsx').then((module) => module.CompanyRenameDialog), {
  ssr: false,
});

/** The pencil beside a company's name. */
export function CompanyRename({ companyId, name }: { companyId: number; name: string }) {
  const [open, setOpen] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={pencil}
        variant="ghost"
        size="icon-sm"
        aria-label="Rename"
        title="Rename"
        onClick={() => setOpen(true)}
      >
        <Pencil aria-hidden />
      </Button>
      {open && (
        <RenameDialog
          companyId={companyId}
          name={name}
          onClose={() => {
            setOpen(false);
            requestAnimationFrame(() => pencil.current?.focus());
          }}
        />
      )}
    </>
  );
}
