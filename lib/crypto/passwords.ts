import { hash, verify } from '@node-rs/argon2';

/** argon2id (the package's default), 32 MiB and four passes: about 60 ms of one core. */
const cost = { memoryCost: 32_768, timeCost: 4, parallelism: 1 };

/** Hashes a password for storing, in PHC form with its own salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one behind the stored hash. Without a hash (nobody has that e-mail, or a person without a
 * password) it works as long and says no, so that the time does not tell who has an account.
 */
export async function verifyPassword(storedHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(storedHash ?? (await decoy), password);
  return matches && typeof storedHash === 'string';
}
