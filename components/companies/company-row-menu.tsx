'use client';

import { MoreHorizontal } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ActionsCell } from '@/components/data-table/cells.tsx';
import { Button } from '@/components/ui/button.tsx';
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/dropdown-menu.tsx';
import type { CompanyListItem } from '@/lib/domain/companies/company-list.ts';
import { useMayWrite } from './may-write.tsx';

// Opened rarely: what it holds is fetched when it is first needed.
const CompanyRowActions = dynamic(
  () => import('./company-row-actions.tsx').then((module) => module.CompanyRowActions),
  { ssr: false },
);

/** What can be done with a company from its row. */
export function CompanyRowMenu({ company }: { company: CompanyListItem }) {
  const [isWanted, setWanted] = useState(false);
  if (!useMayWrite()) return null;
  return (
    <ActionsCell
      menu={
        <DropdownMenu onOpenChange={() => setWanted(true)}>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${company.name}`}>
              <MoreHorizontal aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          {isWanted && <CompanyRowActions company={company} />}
        </DropdownMenu>
      }
    />
  );
}
