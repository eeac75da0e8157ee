import { afterAll, describe, test } from 'vitest';
import { billsSuite } from './testing/bills-suite.ts';
import { connectingSuite } from './testing/connecting-suite.ts';
import { contactsSuite } from './testing/contacts-suite.ts';
import { invoicesSuite } from './testing/invoices-suite.ts';
import { ledgerSuite } from './testing/ledger-suite.ts';
import { passesOf } from './testing/passes.ts';
import { openPeer, peerSettings } from './testing/peer.ts';

const settings = peerSettings();
if ('missing' in settings) {
  process.stderr.write(`The TRYTON suite is skipped: ${settings.missing}.\n`);
  test.skip(`TRYTON against a running server: skipped, since ${settings.missing}`, () => {});
} else {
  const peer = await openPeer(settings);
  const passes = passesOf(peer.credentials);
  describe('TRYTON against a running server', { timeout: 60_000 }, () => {
    afterAll(() => passes.close());
    connectingSuite(peer, passes);
    contactsSuite(peer, passes);
    invoicesSuite(peer, passes);
    billsSuite(peer, passes);
    ledgerSuite(peer, passes);
  });
}
