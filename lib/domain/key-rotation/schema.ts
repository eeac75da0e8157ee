/** What is in use of one kind of key. */
export interface KeysInUse {
  count: number;
  /** When the oldest of them was made; null for none. */
  oldest: Date | null;
  /** How many have a successor and still work. */
  replaced: number;
}

export interface KeyRotation {
  apiKeys: KeysInUse;
  accessTokens: KeysInUse;
  /** The keys that webhooks are signed with. */
  webhooks: KeysInUse;
  /** The key made from SECRET_KEY, under which credentials and signing keys are stored. */
  sealing: {
    keyId: string;
    /** Secrets that it opens, and those that were sealed under another one. */
    opens: number;
    foreign: number;
  };
}
