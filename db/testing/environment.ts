// Vitest set-up, run before each test file: the settings of a test process, whatever the shell says.
// Left out here on purpose: DATABASE_URL. A suite asks for its own database (database.ts), or has none.
const unset = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'PUBLIC_URL',
  'PORT',
  'HOST',
  'DATA_DIR',
  'DEMO',
  'SMTP_URL',
  'MAIL_FROM',
  'OIDC_ISSUER',
];
for (const name of unset) delete process.env[name];
process.env.SECRET_KEY = 'test-secret-key-of-at-least-32-characters';
process.env.LOG_LEVEL = 'silent';
