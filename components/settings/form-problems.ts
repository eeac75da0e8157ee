/** What an action answers when it refuses. */
interface Refusal {
  message: string;
  issues: readonly { path: string; message: string }[];
}

/**
 * A refusal by the fields of a form; `fieldOf` turns the path of a problem into one. What is no field's fault stands under
 * `form`.
 */
export function formProblems(
  { message, issues }: Refusal,
  fieldOf: (path: string) => string = (path) => path,
): Record<string, string> {
  if (issues.length === 0) return { form: message };
  return Object.fromEntries(issues.map((issue) => [fieldOf(issue.path) || 'form', issue.message]));
}

/** The answer that stands for none: whether it was done is not known. */
export const unanswered = () => ({
  ok: false as const,
  message: 'The server did not answer. Reload the page to see whether it was done.',
  issues: [],
});
