import { test } from 'vitest';
import { conformanceSuite } from '../testing/conformance.ts';
import { peerPlatform } from './testing/conformance.ts';
import { openPeer, peerSettings } from './testing/peer.ts';

const settings = peerSettings();
if ('missing' in settings) test.skip(`TRYTON conforms: skipped, since ${settings.missing}`, () => {});
else conformanceSuite('TRYTON, by a running server,', async () => peerPlatform(await openPeer(settings)));
