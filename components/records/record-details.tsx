'use client';

import { Fact, Facts, IdFact } from '@/components/ui/facts.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { fieldWords } from '@/lib/domain/records/field-words.ts';
import type { RecordDetail } from '@/lib/domain/records/record-view.ts';
import { RawData } from './raw-data.tsx';
import { RecordChildren } from './record-children.tsx';
import { RecordParts } from './record-parts.tsx';
import { RecordValue } from './record-value.tsx';
import { RelatedRecords } from './related-records.tsx';

/** All that is known of a record: its values, what comes inside it, what refers to it, where it comes from. */
export function RecordDetails({
  companyId,
  record,
  platform,
  mayReadRaw,
}: {
  companyId: number;
  record: RecordDetail;
  platform: string;
  mayReadRaw: boolean;
}) {
  const { model, values, references, currency } = record;
  const filled = Object.entries(values).filter(
    ([column, value]) => value !== null && value !== '' && column !== 'status' && column !== 'platform_unique_id',
  );
  const plain = filled.filter(([column]) => fieldWords(column).kind !== 'parts');
  const parts = filled.filter(([column]) => fieldWords(column).kind === 'parts');
  return (
    <div className="grid grid-cols-1 gap-6">
      {record.deletedAt && (
        <p className="text-muted-foreground">
          No longer on {platform} since <DateTime value={record.deletedAt} />; this is how it was last read.
        </p>
      )}
      <Facts className="grid-cols-2">
        {plain.map(([column, value]) => (
          <Fact key={column} label={fieldWords(column).label}>
            <RecordValue
              model={model}
              column={column}
              value={value}
              currency={currency}
              reference={references[column]}
              companyId={companyId}
            />
          </Fact>
        ))}
      </Facts>
      {parts.map(([column, value]) => (
        <RecordParts key={column} label={fieldWords(column).label} value={value} currency={currency} />
      ))}
      {Object.entries(record.children).map(([name, rows]) => (
        <RecordChildren key={name} model={model} name={name} rows={rows} currency={currency} companyId={companyId} />
      ))}
      {Object.entries(record.related).map(([name, { model: relatedModel, rows }]) => (
        <RelatedRecords key={name} companyId={companyId} model={relatedModel} rows={rows} />
      ))}
      <Facts className="grid-cols-2 border-t pt-5">
        <IdFact label={`Id on ${platform}`} value={record.platformId} />
        <IdFact label="Id in the APIs" value={String(record.rootfiId)} />
        {record.storedAt && (
          <Fact label="First read">
            <DateTime value={record.storedAt} />
          </Fact>
        )}
        {record.changedAt && (
          <Fact label="Last changed here">
            <DateTime value={record.changedAt} />
          </Fact>
        )}
      </Facts>
      <RawData companyId={companyId} record={record} platform={platform} mayRead={mayReadRaw} />
    </div>
  );
}
