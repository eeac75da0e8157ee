'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { unanswered } from '@/components/settings/form-problems.ts';
import { previewModelConfig } from '@/lib/domain/sync-config/actions.ts';
import type { ConfigPreview } from '@/lib/domain/sync-config/config-preview.ts';
import type { ModelConfigInput } from '@/lib/domain/sync-config/schema.ts';

const waitMs = 300;

/** Asks what a change would touch, a moment after it was last asked; the newest answer stands. */
export function usePreview(companyId: number) {
  const [preview, setPreview] = useState<ConfigPreview | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const newest = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = useCallback(
    (config: ModelConfigInput) => {
      clearTimeout(timer.current);
      newest.current += 1;
      const asked = newest.current;
      timer.current = setTimeout(async () => {
        const result = await previewModelConfig({ companyId, config }).catch(unanswered);
        if (asked !== newest.current) return;
        setFault(result.ok ? null : result.message);
        // What is typed wrong is said when it is saved: until then the last answer is no longer true.
        setPreview(result.ok ? result.data : null);
      }, waitMs);
    },
    [companyId],
  );
  return { preview, fault, ask };
}
