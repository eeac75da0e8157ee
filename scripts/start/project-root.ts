import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. For scripts that run from source; a bundled program lies elsewhere and uses its working folder. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
