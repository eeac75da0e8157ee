import type { z } from 'zod';
import type {
  ApiDocument,
  DocumentOperation,
  DocumentParameter,
  DocumentResponse,
  JsonSchema,
  Reference,
} from '../openapi.ts';
import type { Dialect } from './dialect.ts';
import { type DocumentFault, documentFaults, faultsOf, type OwnFaults } from './document-faults.ts';
import { DocumentSchemas } from './json-schema.ts';
import type { Operation } from './operation.ts';
import type { Route } from './route.ts';
import { shapeShown } from './shapes.ts';

/** What a dialect says of itself; the rest of its document follows from its routes. */
export interface ApiDescription {
  title: string;
  version: string;
  /** In Markdown. */
  description: string;
  dialect: Dialect;
  routes: readonly Route[];
  /** Headings in their order, with a sentence each. */
  groups: Readonly<Record<string, string>>;
  /** What a caller signs in with, all of it, by the names under which the document refers to it. */
  security: Readonly<Record<string, Record<string, unknown>>>;
  /** Headers on every answer. */
  headers: Readonly<Record<string, { description: string; schema: JsonSchema }>>;
  /** The body of every fault. */
  error: z.ZodType;
  /** What is told of faults beside what holds for every dialect. */
  faults?: OwnFaults;
}

const idempotencyKey: DocumentParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Makes a repeat safe: within 24 hours the request is executed once, and a repeat gets the first answer again, with ' +
    'the header `Idempotent-Replayed: true`.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/**
 * The document of a dialect, made from the declarations of its routes, so that it can't say other than they do. `origin`
 * is the address of the installation, without a slash at its end.
 */
export function apiDocument(description: ApiDescription, origin: string): ApiDocument {
  return new DocumentWriter(description).write(origin);
}

class DocumentWriter {
  readonly #about: ApiDescription;
  readonly #schemas = new DocumentSchemas();
  readonly #faults: ReturnType<typeof documentFaults>;
  readonly #mediaType: string;
  readonly #error: JsonSchema;
  readonly #headers: Record<string, Reference>;

  constructor(about: ApiDescription) {
    this.#about = about;
    this.#faults = documentFaults(about.dialect, about.faults);
    this.#mediaType = about.dialect.sends.split(';', 1)[0] ?? '';
    this.#error = this.#schemas.output(about.error);
    this.#headers = Object.fromEntries(
      Object.keys(about.headers).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    );
  }

  write(origin: string): ApiDocument {
    const { title, version, description, dialect, groups, security, headers } = this.#about;
    const paths = this.#paths();
    const faults = [...Object.values(this.#faults.of), ...this.#faults.further];
    const parts = faults.map((fault) => [fault.name, this.#failed(fault)]);
    return {
      openapi: '3.1.1',
      info: { title, version, description },
      servers: [{ url: origin + dialect.basePath }],
      security: [Object.fromEntries(Object.keys(security).map((name) => [name, []]))],
      tags: Object.entries(groups).map(([name, about]) => ({ name, description: about })),
      paths,
      components: {
        schemas: sorted(this.#schemas.components),
        parameters: dialect.idempotency ? { IdempotencyKey: idempotencyKey } : {},
        headers: { ...headers },
        responses: Object.fromEntries(parts) as Record<string, DocumentResponse>,
        securitySchemes: { ...security },
      },
    };
  }

  #paths(): ApiDocument['paths'] {
    const paths: ApiDocument['paths'] = {};
    for (const { declaration } of this.#about.routes) {
      const { path, method } = declaration;
      paths[path] = { ...paths[path], [method.toLowerCase()]: this.#operation(declaration) };
    }
    return paths;
  }

  #operation(operation: Operation): DocumentOperation {
    const parameters = this.#parameters(operation);
    const body = this.#body(operation);
    const text = descriptionOf(operation);
    return {
      operationId: operation.id,
      summary: operation.summary,
      ...(text && { description: text }),
      ...(operation.group && { tags: [operation.group] }),
      ...(parameters.length > 0 && { parameters }),
      ...(body && { requestBody: body }),
      responses: { ...this.#successes(operation), ...this.#failures(operation) },
    };
  }

  #parameters(operation: Operation): (DocumentParameter | Reference)[] {
    const { params, query, example, method } = operation;
    const once = this.#about.dialect.idempotency && (method === 'POST' || method === 'PATCH');
    return [
      ...this.#parametersOf(params, 'path', example?.params),
      ...this.#parametersOf(query, 'query', example?.query),
      ...(once ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ];
  }

  /** The fields of an object schema as parameters. A list goes comma separated, an object as `name[key]=value`. */
  #parametersOf(
    schema: z.ZodType | undefined,
    place: 'path' | 'query',
    examples: Record<string, unknown> = {},
  ): DocumentParameter[] {
    if (!schema) return [];
    const { properties = {}, required = [] } = this.#schemas.input(shapeShown(schema) as z.ZodType);
    return Object.entries(properties).map(([name, property]) => {
      const { description, ...shape } = property as JsonSchema;
      const isRequired = place === 'path' || required.includes(name);
      return {
        name,
        in: place,
        ...(isRequired && { required: true }),
        ...(description && { description }),
        ...this.#styleOf(shape),
        schema: shape,
        ...(Object.hasOwn(examples, name) && { example: examples[name] }),
      };
    });
  }

  #styleOf(shape: JsonSchema): Pick<DocumentParameter, 'style' | 'explode'> {
    const name = typeof shape.$ref === 'string' ? shape.$ref.split('/').at(-1) : undefined;
    const { type } = (name && this.#schemas.components[name]) || shape;
    if (type === 'array') return { style: 'form', explode: false };
    return type === 'object' ? { style: 'deepObject', explode: true } : {};
  }

  #body({ body, example }: Operation): DocumentOperation['requestBody'] {
    if (!body) return undefined;
    const { dialect } = this.#about;
    const schema = this.#schemas.input(body);
    const closed = dialect.undeclared === 'refuse' && schema.type === 'object' ? { additionalProperties: false } : {};
    const content = { schema: { ...schema, ...closed }, ...(example?.body !== undefined && { example: example.body }) };
    return {
      required: !body.safeParse(undefined).success,
      content: Object.fromEntries(dialect.accepts.map((type) => [type, content])),
    };
  }

  #successes({ status, response, otherResponses = {}, serialize }: Operation): Record<string, DocumentResponse> {
    const shapes = Object.entries({ [status]: serialize && response, ...otherResponses });
    return Object.fromEntries(shapes.map(([code, shape]) => [code, this.#success(code, shape)]));
  }

  #success(status: string, shape: z.ZodType | undefined): DocumentResponse {
    const answer = { description: successWords[status] ?? 'Done.', headers: this.#headers };
    return shape ? { ...answer, content: { [this.#mediaType]: { schema: this.#schemas.output(shape) } } } : answer;
  }

  #failures(operation: Operation): Record<string, DocumentResponse | Reference> {
    const responses: Record<string, DocumentResponse | Reference> = {};
    for (const code of faultsOf(this.#about.dialect, operation)) {
      const fault = this.#faults.of[code];
      const own = code === 'internal' ? undefined : operation.faults?.[code];
      responses[fault.status] ??= own ? this.#failed({ ...fault, description: own }) : referenceTo(fault);
    }
    for (const fault of this.#faults.further) if (fault.of(operation)) responses[fault.status] ??= referenceTo(fault);
    return responses;
  }

  #failed({ description, example }: DocumentFault): DocumentResponse {
    return { description, headers: this.#headers, content: { [this.#mediaType]: { schema: this.#error, example } } };
  }
}

const referenceTo = ({ name }: DocumentFault): Reference => ({ $ref: `#/components/responses/${name}` });

const successWords: Record<string, string> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken on; it is done in the background.',
  204: 'Done; the answer is empty.',
};

/** Other paths are told, not listed: an operation has one id. */
function descriptionOf({ description, aliases = [] }: Operation): string | undefined {
  const also = aliases.length > 0 ? `Also at ${aliases.map((path) => `\`${path}\``).join(', ')}.` : undefined;
  return [description, also].filter(Boolean).join('\n\n') || undefined;
}

const sorted = <T>(values: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
