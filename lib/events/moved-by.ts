import { concerns, type Interest, type Move, type Topic } from './topics.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      movedBy?: Interest;
      /** How far apart it is asked for again when it moves, where that is not the usual. */
      apartMs?: number;
    };
  }
}

/** The `meta` of a query that is asked for again when something moves: of one company, or of any. */
export const movedBy = (topics: readonly Topic[], companyId?: number): { movedBy: Interest } => ({
  movedBy: { topics, companyId },
});

/** Whether a query with that `meta` is to be asked for again. */
export const isMoved = (meta: { movedBy?: Interest } | undefined, moves: readonly Move[]): boolean =>
  meta?.movedBy !== undefined && concerns(moves, meta.movedBy);
