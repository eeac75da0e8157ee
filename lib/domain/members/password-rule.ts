/** argon2 takes any length; beyond this it would only be work for nothing. */
const longest = 200;
const shortest = 10;

/** Words that guessers try first, alone or dressed with digits and signs. */
const obviousWords = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'motdepasse',
  'contrasena',
  'ledgerline',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'changeme',
  'iloveyou',
  'qwertyuiop',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfghjkl',
  'trustno1',
  'baseball',
  'football',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'secret',
  'default',
  'company',
];

/**
 * What is wrong with a password, as a sentence part that follows the field's name, or undefined. Length counts most,
 * so there are no rules about kinds of characters; obvious ones are refused.
 */
export function passwordProblem(password: string, person: { email?: string; name?: string } = {}): string | undefined {
  if (password.length < shortest) return `must have at least ${shortest} characters`;
  if (password.length > longest) return `must have at most ${longest} characters`;
  if (new Set(password.toLowerCase()).size < 5) return 'repeats too few characters';
  if (isRun(password)) return 'must not be a plain run of characters';
  const core = withoutTrimmings(password);
  if (core.length < 4 || obviousWords.includes(core)) return 'is easy to guess; a few unrelated words are better';
  if (ownWords(person).includes(core)) return 'must not be your name or e-mail address';
  return undefined;
}

/** The letters in the middle: `!Password2024!` → `password`. All digits → ''. */
const withoutTrimmings = (password: string) => password.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** 1234567890, abcdefghij, 0987654321. */
function isRun(password: string): boolean {
  const codes = [...password.toLowerCase()].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const even = (step: number) => steps.filter((other) => other === step).length >= steps.length - 1;
  return even(1) || even(-1);
}

function ownWords({ email = '', name = '' }: { email?: string; name?: string }): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const words = [email.toLowerCase(), local, domain, domain.split('.')[0] ?? '', name.toLowerCase()];
  return [...words, name.toLowerCase().replaceAll(' ', '')].filter((word) => word.length > 2);
}
