import { notFound } from 'next/navigation';
import { AppError } from '@/lib/errors.ts';

/** Turns the domain's not-found into the page's. */
export async function orNotFound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.is('not-found')) notFound();
    throw error;
  }
}
