'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useEffect, useRef } from 'react';
import { runningBulkActionsQuery } from '@/lib/domain/bulk-actions/query-options.ts';
import type { BulkActionView } from '@/lib/domain/bulk-actions/schema.ts';

// Mostly none goes on.
const BulkActionsUnderWay = dynamic(() =>
  import('./bulk-actions-under-way.tsx').then((module) => module.BulkActionsUnderWay),
);

/** The bulk actions that go on, above the list that they change; the list is asked anew when one ends. */
export function RunningBulkActions({ initial }: { initial: BulkActionView[] }) {
  const { data: running = [] } = useQuery({ ...runningBulkActionsQuery(), initialData: initial });
  const queries = useQueryClient();
  const before = useRef(running.length);
  useEffect(() => {
    if (running.length < before.current) void queries.invalidateQueries({ queryKey: ['companies'] });
    before.current = running.length;
  }, [running.length, queries]);
  return running.length > 0 && <BulkActionsUnderWay actions={running} />;
}
