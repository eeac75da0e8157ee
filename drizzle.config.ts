import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./db/schema/!(*.test).ts', './db/schema/records/*.ts'],
  out: './db/migrations',
});
