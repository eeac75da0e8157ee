import { describe, test } from 'vitest';
import { contactsWritingSuite } from './testing/contacts-writing-suite.ts';
import { paymentsWritingSuite } from './testing/payments-writing-suite.ts';
import { openPeer, peerSettings } from './testing/peer.ts';

const settings = peerSettings();
if ('missing' in settings) {
  process.stderr.write(`Writing to TRYTON is not tested: ${settings.missing}.\n`);
  test.skip(`TRYTON, written to: skipped, since ${settings.missing}`, () => {});
} else {
  const peer = await openPeer(settings);
  describe('TRYTON, written to', { timeout: 60_000 }, () => {
    contactsWritingSuite(peer);
    paymentsWritingSuite(peer);
  });
}
