import { coreV4 } from '../../../dialects/core-v4/dialect.ts';
import { coreV4Routes } from '../../../dialects/core-v4/routes.ts';
import { serve } from '../../../http/serve.ts';
import { pushSync } from '../../../worker/push-sync.ts';

/** Carries out one request of the Core API, or one PUSH sync, in a process of its own, so that a test can kill it. */
const [what = '', text = ''] = process.argv.slice(2);
if (what === 'push') {
  await pushSync({ syncId: text });
} else {
  const { method, path, headers, body } = JSON.parse(text);
  await serve(coreV4, coreV4Routes)(new Request(`http://ledgerline.test/v4${path}`, { method, headers, body }));
}
process.exit(0);
