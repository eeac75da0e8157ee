'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { rawDataQuery } from '@/lib/domain/records/query-options.ts';
import type { RecordDetail } from '@/lib/domain/records/record-view.ts';
import { recordPaths } from './record-paths.ts';

/** What the platform sent of a record, folded; it is asked for when it is opened. */
export function RawData({
  companyId,
  record,
  platform,
  mayRead,
}: {
  companyId: number;
  record: Pick<RecordDetail, 'model' | 'rootfiId'>;
  platform: string;
  mayRead: boolean;
}) {
  const [opened, setOpened] = useState(false);
  const query = useQuery({
    ...rawDataQuery(companyId, recordPaths[record.model], record.rootfiId),
    enabled: opened && mayRead,
  });
  if (!mayRead) return <p className="text-muted-foreground text-xs">Raw data is shown to the roles admin and owner.</p>;
  const text = query.data && JSON.stringify(query.data.rawData, null, 2);
  return (
    <Disclosure summary={`Raw data from ${platform}`} onToggle={(event) => setOpened(event.currentTarget.open)}>
      {text ? (
        <div className="relative">
          <CodeBlock label="Raw data" className="max-h-96 pr-10">
            {text}
          </CodeBlock>
          <CopyButton value={text} label="Copy raw data" className="absolute top-1.5 right-1.5" />
        </div>
      ) : query.error ? (
        <p role="alert" className="text-danger">
          {query.error.message}
        </p>
      ) : (
        <Skeleton className="h-24" />
      )}
    </Disclosure>
  );
}
