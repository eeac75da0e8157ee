import { cn } from '@/components/ui/cn.ts';
import { CodeBlock } from '@/components/ui/code-block.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { toneText } from '@/components/ui/tone.ts';
import type { CallRow } from '@/lib/domain/platform-calls/call-page.ts';
import { formatDuration } from '@/lib/format/duration.ts';
import { formatCount } from '@/lib/format/number.ts';

/** One exchange in a line; its bodies are folded. */
export function PlatformCall({ call }: { call: CallRow }) {
  const isFine = call.status !== null && call.status < 400;
  return (
    <li className="py-1.5">
      <Disclosure
        className="min-w-0 [&>summary]:flex [&>summary]:w-full"
        summary={
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 text-sm">
            <span className="code w-12 shrink-0">{call.method}</span>
            <span className="code min-w-0 flex-1 basis-48 break-all text-foreground">{call.path}</span>
            <span className={cn('num shrink-0', isFine ? 'text-foreground' : toneText.danger)}>
              {call.status ?? failureWords[call.failure ?? ''] ?? 'No answer'}
            </span>
            <span className="num w-16 shrink-0 text-right">{formatDuration(call.durationMs)}</span>
          </span>
        }
      >
        <p className="mb-2 text-muted-foreground text-xs">
          <DateTime value={call.createdAt} /> · {call.host} · request id <span className="code">{call.requestId}</span>
        </p>
        <div className="grid gap-2 lg:grid-cols-2">
          <Body label="Request" text={call.requestBody} bytes={call.requestBytes} />
          <Body label="Answer" text={call.responseBody} bytes={call.responseBytes} />
        </div>
      </Disclosure>
    </li>
  );
}

const failureWords: Record<string, string> = {
  'refused-address': 'Address refused',
  unreachable: 'Not reached',
  timeout: 'Timed out',
  'too-large': 'Too large',
  aborted: 'Given up',
};

function Body({ label, text, bytes }: { label: string; text: string | null; bytes: number }) {
  const isCut = text !== null && new TextEncoder().encode(text).length < bytes;
  return (
    <div className="min-w-0">
      <p className="mb-1 text-muted-foreground text-xs">
        {label}: {bytes === 0 ? 'empty' : formatCount(bytes, 'byte', 'bytes')}
        {bytes > 0 && text === null && ', not kept since it carries secrets'}
        {isCut && ', the beginning of it'}
      </p>
      {text && (
        <CodeBlock label={label} className="max-h-80 overflow-auto whitespace-pre-wrap break-all">
          {readable(text)}
        </CodeBlock>
      )}
    </div>
  );
}

/** JSON with its lines and indents; anything else, such as JSON that was cut, as it came. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
