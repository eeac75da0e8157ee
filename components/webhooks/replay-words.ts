import type { ReplayPreview } from '@/lib/domain/webhooks/schema.ts';
import { formatCount, formatNumber } from '@/lib/format/number.ts';

/** How many would be sent again. */
export const replayedCount = ({ failed, waiting, delivered }: ReplayPreview): number => failed + waiting + delivered;

/** What would be sent again and why the others stay as they are; null when there are none. */
export function replayWords(preview: ReplayPreview, locale: string): { sent: string; left: string | null } {
  const parts = (counts: readonly (readonly [count: number, words: string])[]) =>
    counts.flatMap(([count, words]) => (count > 0 ? [`${formatNumber(count, locale)} ${words}`] : [])).join(', ');
  const count = replayedCount(preview);
  const { failed, waiting, delivered, sending, off } = preview;
  const which = parts([
    [failed, 'failed'],
    [waiting, 'waiting'],
    [delivered, 'delivered already'],
  ]);
  const others = parts([
    [sending, 'being sent just now'],
    [off, 'of a webhook that is off or deleted'],
  ]);
  return {
    sent: `${formatCount(count, 'delivery', 'deliveries', locale)} will be sent again${which ? `: ${which}` : ''}.`,
    left: others ? `The others stay as they are: ${others}.` : null,
  };
}
