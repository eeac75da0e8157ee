'use client';

import { Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';

const EraseDialog = dynamic(() => import('./erase-dialog.tsx').then((module) => module.EraseDialog), { ssr: false });

/** Opens the question whether a company is to be erased for good. */
export function EraseCompany(props: { companyId: number; name: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)} className="text-danger">
        <Trash2 aria-hidden />
        Erase for good
      </Button>
      {asking && <EraseDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}
