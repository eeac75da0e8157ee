'use client';

import { Disclosure } from '@/components/ui/disclosure.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { WriteRow } from '@/lib/domain/writes/write-page.ts';
import { inWords, stepWords, writeStateWords, writeSubject } from './write-words.ts';

/** How one write stands, and what was done about it. */
export function WrittenRecord({ write, platform }: { write: WriteRow; platform: string }) {
  const { label, tone, note } = writeStateWords[write.state];
  return (
    <li className="grid gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 break-words font-medium">{writeSubject(write)}</p>
        <StatusText tone={tone}>{label}</StatusText>
      </div>
      {write.platformId && (
        <p className="text-muted-foreground text-xs">
          On {platform} it is <span className="code break-all">{write.platformId}</span>
        </p>
      )}
      {note && <p className="text-muted-foreground">{inWords(note, platform)}</p>}
      {write.failure && (
        <p className="text-danger">
          {write.failure.field && <span className="code">{write.failure.field}: </span>}
          {write.failure.message}
        </p>
      )}
      {write.evidence.length > 0 && (
        <Disclosure summary="What was done">
          <ol className="grid gap-1.5">
            {write.evidence.map((step) => (
              <EvidenceStep key={`${step.at} ${step.did}`} step={step} platform={platform} />
            ))}
          </ol>
        </Disclosure>
      )}
    </li>
  );
}

function EvidenceStep({ step, platform }: { step: WriteRow['evidence'][number]; platform: string }) {
  const { method, path, status, platformCode, platformMessage } = step;
  const call = [method, path, status, platformCode].filter((part) => part !== undefined).join(' ');
  return (
    <li className="grid gap-0.5">
      <p>
        <span className="text-muted-foreground text-xs">
          <DateTime value={step.at} />
        </span>{' '}
        {stepWords(step, platform)}
      </p>
      {call && <p className="code break-all text-muted-foreground">{call}</p>}
      {platformMessage && <p className="break-words text-muted-foreground">“{platformMessage}”</p>}
    </li>
  );
}
