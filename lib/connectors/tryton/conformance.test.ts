import { conformanceSuite } from '../testing/conformance.ts';
import { fakePlatform } from './testing/conformance.ts';

conformanceSuite('TRYTON, by a server that stands in for it,', fakePlatform);
