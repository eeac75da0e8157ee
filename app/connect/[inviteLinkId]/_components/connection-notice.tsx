import { fill, type Words } from '@/components/connections/words/words.ts';
import { Alert } from '@/components/ui/alert.tsx';
import type { Tone } from '@/components/ui/tone.ts';
import { type FailureClass, failureClasses, failureGuides } from '@/lib/connectors/errors.ts';
import type { ConnectionView } from '@/lib/domain/companies/schema.ts';

/** How a connection stands for its customer: whether it works, goes on by itself, or needs them. */
export function connectionState({ failure, pause }: ConnectionView): {
  word: 'healthy' | 'waiting' | 'needsYou';
  tone: Tone;
} {
  if (failure && failureGuides[classOf(failure.failureClass)].whoActs === 'customer') {
    return { word: 'needsYou', tone: 'danger' };
  }
  return failure || pause ? { word: 'waiting', tone: 'warning' } : { word: 'healthy', tone: 'success' };
}

/** What stops the connection and what to do, in words for the customer; nothing where all is well. */
export function ConnectionNotice({
  connection: { failure, pause },
  named,
  words,
}: {
  connection: ConnectionView;
  named: { platform: string; organisation: string };
  words: Words;
}) {
  if (failure) {
    const { title, text } = words.troubles[classOf(failure.failureClass)];
    return (
      <Alert tone="warning" title={fill(title, named)}>
        {fill(text, named)}
      </Alert>
    );
  }
  if (!pause) return null;
  return <Alert title={fill(words.connected.paused, named)}>{fill(words.connected.pausedHelp, named)}</Alert>;
}

/** Stored by this code alone, yet an older version's word must not break the page. */
const classOf = (value: string): FailureClass => failureClasses.find((one) => one === value) ?? 'unknown';
