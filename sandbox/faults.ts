import { z } from 'zod';
import { type Book, models } from './state/book.ts';

const common = {
  /** How often it strikes before it is gone; left out, it stays until it is cleared. */
  times: z.int().min(1).optional(),
  /** It is gone from this moment on. */
  until: z.iso.datetime({ offset: true }).optional(),
};
const onModel = {
  ...common,
  /** Only on this model; left out, on every one. */
  model: z.enum(models).optional(),
};
const placed = {
  ...onModel,
  /** Only on this page of a walk, counted from 1; left out, on every page. */
  page: z.int().min(1).optional(),
  /** Only when records are read, or only when they are written; left out, both. */
  on: z.enum(['read', 'write']).optional(),
};

/** Everything a book can be told to do wrong. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('credentials_refused'), ...common }),
  z.strictObject({ kind: z.literal('wrong_company'), bookId: z.string().min(1), ...common }),
  z.strictObject({ kind: z.literal('token_expired'), ...placed }),
  z.strictObject({ kind: z.literal('rate_limited'), retryAfterSeconds: z.int().min(0).max(86_400), ...placed }),
  z.strictObject({ kind: z.literal('permission_denied'), ...placed }),
  z.strictObject({
    kind: z.literal('server_error'),
    status: z.int().min(500).max(599).default(500),
    /** Sent as Retry-After. */
    retryAfterSeconds: z.int().min(0).max(86_400).optional(),
    ...placed,
  }),
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(300).max(499),
    code: z.string().min(1),
    message: z.string().default('The sandbox was told to answer so'),
    ...placed,
  }),
  z.strictObject({ kind: z.literal('slow'), delayMs: z.int().min(1).max(600_000), ...placed }),
  z.strictObject({ kind: z.literal('broken_json'), ...placed }),
  z.strictObject({ kind: z.literal('hang_up'), ...placed }),
  z.strictObject({ kind: z.literal('duplicates'), ...placed }),
  z.strictObject({ kind: z.literal('bad_record'), ...placed }),
  /** A write is carried out or not, and its caller waits for an answer in vain. */
  z.strictObject({ kind: z.literal('no_answer'), done: z.boolean(), ...onModel }),
  /** A write is carried out, and the answer says that something broke. */
  z.strictObject({
    kind: z.literal('done_but_error'),
    status: z.int().min(500).max(599).default(500),
    ...onModel,
  }),
  /** A write is carried out only after this time, whether or not its caller still waits. */
  z.strictObject({ kind: z.literal('done_late'), delayMs: z.int().min(1).max(600_000), ...onModel }),
]);
export type Fault = z.infer<typeof faultSchema>;
export type FaultKind = Fault['kind'];
type FaultOf<K extends FaultKind> = Extract<Fault, { kind: K }>;

/** Where a request is: the model, the page of a walk, and what it does there. A request outside any model has none. */
export interface Place {
  model: string | null;
  page: number | null;
  on: 'read' | 'write' | null;
}

/** Takes the faults away whose time is over; says whether there were any. */
export function endFaults(books: readonly Book[], now: Date): boolean {
  const isOver = ({ until }: Fault) => until !== undefined && Date.parse(until) <= now.getTime();
  const ended = books.filter((book) => book.faults.some(isOver));
  for (const book of ended) book.faults = book.faults.filter((fault) => !isOver(fault));
  return ended.length > 0;
}

/**
 * The fault of that kind that strikes here, counted down; null when none does. A fault whose last time this was leaves
 * the book, and `used` is called because the book changed.
 */
export function strike<K extends FaultKind>(book: Book, kind: K, place: Place, used: () => void): FaultOf<K> | null {
  const fault = book.faults.find((one) => one.kind === kind && strikesAt(one, place));
  if (!fault) return null;
  if (fault.times !== undefined) {
    book.faults =
      fault.times === 1
        ? book.faults.filter((one) => one !== fault)
        : book.faults.map((one) => (one === fault ? { ...one, times: (one.times ?? 1) - 1 } : one));
    used();
  }
  return fault as FaultOf<K>;
}

function strikesAt(fault: Fault, place: Place): boolean {
  if ('model' in fault && fault.model !== undefined && fault.model !== place.model) return false;
  if ('page' in fault && fault.page !== undefined && fault.page !== place.page) return false;
  if ('on' in fault && fault.on !== undefined && fault.on !== place.on) return false;
  return true;
}
