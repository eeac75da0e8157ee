'use client';

import { Button } from '@/components/ui/button.tsx';
import { Empty } from '@/components/ui/empty.tsx';

export default function ConnectError({ reset }: { error: Error; reset: () => void }) {
  return (
    <Empty
      title={<h1>This page could not be loaded</h1>}
      description="Nothing you entered was stored. Try again in a moment."
      action={<Button onClick={reset}>Try again</Button>}
    />
  );
}
