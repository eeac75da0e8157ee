import type { z } from 'zod';

/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 speaks. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface Reference {
  $ref: string;
}

export interface DocumentParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  style?: 'form' | 'deepObject';
  explode?: boolean;
  schema: JsonSchema;
  example?: unknown;
}

export interface DocumentContent {
  schema?: JsonSchema;
  example?: unknown;
}

export interface DocumentResponse {
  description: string;
  headers?: Record<string, Reference>;
  content?: Record<string, DocumentContent>;
}

export interface DocumentOperation {
  operationId: string;
  summary: string;
  description?: string;
  tags?: string[];
  parameters?: (DocumentParameter | Reference)[];
  requestBody?: { required: boolean; content: Record<string, DocumentContent> };
  responses: Record<string, DocumentResponse | Reference>;
}

/** An OpenAPI 3.1 document. */
export interface ApiDocument {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, DocumentOperation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    parameters: Record<string, DocumentParameter>;
    headers: Record<string, { description: string; schema: JsonSchema }>;
    responses: Record<string, DocumentResponse>;
    securitySchemes: Record<string, Record<string, unknown>>;
  };
}
