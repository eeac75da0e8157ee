import { useQueries } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { usePathname, useSearchParams } from 'next/navigation';
import { getJson } from '@/lib/get-json.ts';
import type { ApiDocument } from '@/lib/openapi.ts';
import { curlOf } from '../api-reference/curl.ts';
import { operationsByGroup, parametersOf } from '../api-reference/document.ts';
import type { OpenCompany } from '../shell/commands.tsx';
import { copyText } from '../ui/copy-text.ts';
import { toast } from '../ui/toast.ts';
import { CommandGroup, CommandItem } from './command-item.tsx';
import { hasWords } from './has-words.ts';
import { type ApiName, apis, type ScreenCall, screenCalls } from './screen-calls.ts';

/** What to fill in before a command works. */
const secretWords: Record<ApiName, string> = {
  core: 'Set API_KEY to an API key before you run it.',
  jsonapi: 'Set AUTH_TOKEN and ORGANIZATION_ID before you run it.',
  connector: 'Put your ClientToken and AccessToken in before you run it.',
};

/** The requests of the open screen, in each API that has them; choosing one copies it as a command. */
export function CurlPage({
  words,
  company,
  onDone,
}: {
  words: string;
  company: OpenCompany | null;
  onDone: () => void;
}) {
  const pathname = usePathname();
  const calls = screenCalls(pathname, useSearchParams(), company);
  const wanted = [...new Set(calls.map(({ api }) => api))];
  const documents = useQueries({ queries: wanted.map(documentQuery) });
  const failed = documents.find(({ error }) => error)?.error;
  if (calls.length === 0) return <Line>None of the three APIs has what this screen shows.</Line>;
  if (failed) return <Line>The APIs' descriptions could not be read. {failed.message}</Line>;
  if (documents.some(({ data }) => !data)) return <Line>Reading the APIs' descriptions…</Line>;
  return wanted.map((api, at) => {
    const document = documents[at]?.data;
    const shown = calls
      .filter((call) => call.api === api)
      .flatMap((call) => (document ? shownCall(document, call) : []));
    const matching = shown.filter(({ summary, operation }) =>
      hasWords(`${apis[api].name} ${summary} ${operation}`, words),
    );
    if (matching.length === 0) return null;
    return (
      <CommandGroup key={api} heading={apis[api].name}>
        {matching.map(({ summary, operation, curl }) => (
          <CommandItem
            key={operation}
            value={`curl ${api} ${operation}`}
            detail={<code className="font-mono">{operation}</code>}
            onSelect={() => {
              onDone();
              void copyCommand(curl, api);
            }}
          >
            {summary}
          </CommandItem>
        ))}
      </CommandGroup>
    );
  });
}

const documentQuery = (api: ApiName) => ({
  queryKey: ['api-document', apis[api].documentPath],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<ApiDocument>(apis[api].documentPath, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** A call as its document knows it; none where this installation's API has no such operation. */
function shownCall(document: ApiDocument, call: ScreenCall) {
  const all = operationsByGroup(document).flatMap(({ operations }) => operations);
  const found = all.find(({ method, path }) => `${method} ${path}` === call.operation);
  if (!found) return [];
  const curl = curlOf(document, found, parametersOf(document, found), call);
  return [{ summary: found.summary, operation: call.operation, curl }];
}

async function copyCommand(curl: string, api: ApiName): Promise<void> {
  if (await copyText(curl)) toast.success('The command is copied', { description: secretWords[api] });
  else toast.error('The browser did not allow copying. The API page shows the same request.');
}

const Line = ({ children }: { children: React.ReactNode }) => (
  <Command.Loading className="px-3 py-6 text-center text-muted-foreground">{children}</Command.Loading>
);
