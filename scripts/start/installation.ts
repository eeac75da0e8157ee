import type postgres from 'postgres';

/** Reads a fact about this installation from the table `installation`. */
export async function readFact(sql: postgres.Sql, key: string): Promise<string | undefined> {
  const [row] = await sql<{ value: string }[]>`select value from installation where key = ${key}`;
  return row?.value;
}

/** Writes a fact; an undefined one is taken away. */
export async function writeFact(sql: postgres.Sql, key: string, value: string | undefined): Promise<void> {
  if (value === undefined) {
    await sql`delete from installation where key = ${key}`;
    return;
  }
  await sql`
    insert into installation (key, value, updated_at) values (${key}, ${value}, now())
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`;
}
