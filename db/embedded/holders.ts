import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMark } from './processes.ts';

/**
 * The processes that use something they share, one small file each in a folder: the embedded Postgres, a build. Who
 * leaves can see whether it was the last.
 */
export class Holders {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  enter(): void {
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, String(process.pid)), startMark(process.pid));
  }

  leave(): void {
    rmSync(join(this.#folder, String(process.pid)), { force: true });
  }

  /** Whether another living process uses the server. Marks of dead ones are swept away. */
  hasOthers(): boolean {
    mkdirSync(this.#folder, { recursive: true });
    const others = readdirSync(this.#folder).filter((name) => name !== String(process.pid));
    const [living, dead] = [others.filter((name) => this.#lives(name)), others.filter((name) => !this.#lives(name))];
    for (const name of dead) rmSync(join(this.#folder, name), { force: true });
    return living.length > 0;
  }

  #lives(name: string): boolean {
    const pid = Number(name);
    return isAlive(pid) && startMark(pid) === readFileSync(join(this.#folder, name), 'utf8');
  }
}
