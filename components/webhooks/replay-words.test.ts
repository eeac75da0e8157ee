import { expect, test } from 'vitest';
import { replayWords } from './replay-words.ts';

const none = { total: 0, isTooMany: false, failed: 0, waiting: 0, delivered: 0, sending: 0, off: 0 };

test('says what would be sent again, and why the others would not', () => {
  expect(replayWords({ ...none, failed: 1 }, 'en')).toEqual({
    sent: '1 delivery will be sent again: 1 failed.',
    left: null,
  });
  expect(replayWords({ ...none, failed: 1200, delivered: 3, sending: 1, off: 2 }, 'en')).toEqual({
    sent: '1,203 deliveries will be sent again: 1,200 failed, 3 delivered already.',
    left: 'The others stay as they are: 1 being sent just now, 2 of a webhook that is off or deleted.',
  });
  expect(replayWords({ ...none, off: 2 }, 'en').sent).toBe('0 deliveries will be sent again.');
});
