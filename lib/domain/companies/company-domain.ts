import { domainToASCII } from 'node:url';
import providers from 'email-providers/all.json' with { type: 'json' };

/** Reserved for examples by RFC 2606: nobody reads mail there, though lists of providers name them. */
const reserved = new Set(['example.com', 'example.net', 'example.org']);

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostName = new RegExp(`^(?=.{1,253}$)(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`);

const freeMail = new Set<string>(providers);

/** A domain as it is stored, or what is wrong with it. Whether another company has it, the database knows. */
export type CheckedDomain = { domain: string } | { problem: string };

/** Checks a domain, in the order in which its problems are told: empty, no host name, a free-mail provider's. */
export function checkDomain(given: string): CheckedDomain {
  if (given === '') return { problem: "domain can't be empty string" };
  const domain = asciiOf(given);
  if (!hostName.test(domain)) return { problem: 'domain format not valid' };
  if (freeMail.has(domain) && !reserved.has(domain)) return { problem: 'public domains are not allowed' };
  return { domain };
}

/** Lower case, with letters beyond ASCII in their coded form; anything that is no name stays what it is. */
const asciiOf = (given: string): string => (/^[\p{L}\p{M}\p{N}.-]+$/u.test(given) ? domainToASCII(given) : given);
