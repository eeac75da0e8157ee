/** What every record has: its number within the book and model, and stamps as ISO 8601 with milliseconds, UTC. */
export interface Stamped {
  id: number;
  created: string;
  modified: string;
  /** Set on a record that was deleted; it stays as a tombstone. */
  deleted: string | null;
}
