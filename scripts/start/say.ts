/** Prints to the person who started it. The log of the running system is another thing (lib/log.ts). */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A reason not to start that a person can act on: shown without a stack. */
export class StartRefused extends Error {}

/** The stop came while starting: not an error, only the end of the way up. */
export class StopRequested extends Error {}
