'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { DropdownMenuContent, DropdownMenuItem } from '@/components/ui/dropdown-menu.tsx';
import { toast } from '@/components/ui/toast.ts';
import { archiveCompany, restoreCompany } from '@/lib/domain/companies/actions.ts';
import type { CompanyListItem } from '@/lib/domain/companies/company-list.ts';
import { startSync } from '@/lib/domain/syncs/actions.ts';

/** What the menu of a company's row holds, and what it asks. */
export function CompanyRowActions({ company }: { company: CompanyListItem }) {
  const [archiving, setArchiving] = useState(false);
  const queries = useQueryClient();
  const { id: companyId, name } = company;
  const isArchived = company.health.label === 'Archived';
  const isPaused = company.health.label === 'Paused';
  const canSync = company.lastSyncedAt !== null && !company.isSyncing && !isArchived && !isPaused;

  const run = async (work: Promise<{ ok: boolean; message?: string }>, done: string) => {
    const result = await work;
    if (result.ok) toast.success(done);
    else toast.error(result.message ?? 'That did not work');
    await queries.invalidateQueries({ queryKey: ['companies'] });
    return result.ok;
  };
  return (
    <>
      <DropdownMenuContent align="end">
        {canSync && (
          <DropdownMenuItem onSelect={() => run(startSync({ companyId }), `${name}: the sync is queued`)}>
            <RefreshCw aria-hidden />
            Sync now
          </DropdownMenuItem>
        )}
        {isArchived ? (
          <DropdownMenuItem onSelect={() => run(restoreCompany({ companyId }), `${name} is back`)}>
            <ArchiveRestore aria-hidden />
            Restore
          </DropdownMenuItem>
        ) : (
          <DropdownMenuItem variant="danger" onSelect={() => setArchiving(true)}>
            <Archive aria-hidden />
            Archive
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
      <ConfirmDialog
        open={archiving}
        onOpenChange={setArchiving}
        title={`Archive ${name}?`}
        description="Its stored sign-in is erased and its link stops working. Records are kept, and Restore brings it back; then your customer has to reconnect."
        confirmLabel="Archive"
        danger
        onConfirm={() => run(archiveCompany({ companyId }), `${name} is archived`)}
      />
    </>
  );
}
