/**
 * What moves while people look:
 * `company`: somebody changed a company, or something of it · `organisation`: somebody changed the organisation's own ·
 * `runs`: a run began, waits or ended, or a connection's health moved · `progress`: a run stored a page or is done with a
 * model · `writes`: a write took a step · `deliveries`: a webhook was sent · `invite-links`: a customer opened one ·
 * `incidents`: one opened or closed, or a company joined or left it.
 */
export const topics = [
  'company',
  'organisation',
  'runs',
  'progress',
  'writes',
  'deliveries',
  'invite-links',
  'incidents',
] as const;
export type Topic = (typeof topics)[number];

/** Something moved. It says where to look and nothing of what is there: whoever hears it asks as themselves. */
export interface Move {
  topic: Topic;
  /** Null: any of the organisation's, or its own. */
  companyIds: number[] | null;
}

/** Everything may have moved: for whoever did not hear for a while. */
export const anyMoves: readonly Move[] = topics.map((topic) => ({ topic, companyIds: null }));

/** What somebody looks at: some topics, of one company or of the whole organisation. */
export interface Interest {
  topics: readonly Topic[];
  companyId?: number;
}

/** Whether what somebody looks at may have moved. */
export const concerns = (moves: readonly Move[], { topics: wanted, companyId }: Interest): boolean =>
  moves.some(
    ({ topic, companyIds }) =>
      wanted.includes(topic) && (companyId === undefined || companyIds === null || companyIds.includes(companyId)),
  );
