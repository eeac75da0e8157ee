import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { galleryFolder } from '../e2e/gallery/shoot.ts';
import { galleryPage } from './gallery/page.ts';
import { projectRoot } from './start/project-root.ts';
import { say } from './start/say.ts';
import { run } from './test/run.ts';

/**
 * `npm run gallery`: pictures of every screen and state in every width and theme, from an installation started for it,
 * and a page that shows them. Needs a finished build. Further words go to Playwright: `npm run gallery -- -g company`
 * takes some of them and keeps the others.
 */
const words = process.argv.slice(2);
const folder = join(projectRoot, galleryFolder);
if (words.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const code = await run('playwright', ['test', '-c', 'e2e/gallery/playwright.config.ts', ...words]);
const pictures = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.png'));
writeFileSync(join(folder, 'index.html'), galleryPage(pictures));
say(`${pictures.length} pictures: ${join(galleryFolder, 'index.html')}`);
process.exit(code);
