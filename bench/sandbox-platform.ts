import { parentPort, workerData } from 'node:worker_threads';
import { startSandbox } from '../sandbox/main.ts';

// The sandbox platform in a thread of its own: it answers in about a millisecond.
const { stateFile } = workerData as { stateFile: string };
const { url } = await startSandbox({ port: 0, stateFile, demoBooks: false });
parentPort?.postMessage(url);
