'use client';

import { useWords } from '@/components/connections/words-context.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Empty } from '@/components/ui/empty.tsx';

export default function ConnectError({ reset }: { error: Error; reset: () => void }) {
  const { problems } = useWords();
  return (
    <Empty
      title={<h1>{problems.page}</h1>}
      description={problems.pageHelp}
      action={<Button onClick={reset}>{problems.again}</Button>}
    />
  );
}
