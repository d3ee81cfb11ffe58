// SPDX-License-Identifier: Apache-2.0
// The one client of the API. Its types come from docs/openapi.json by way of api.gen.ts.
import createFetchClient from 'openapi-fetch';
import createClient from 'openapi-react-query';

import { apiFetch } from './api-fetch';
import type { components, operations, paths } from './api.gen';

/** What is read unless a call says otherwise: an operation may have other forms, e.g. a PDF. */
type MediaTypes = 'application/json' | 'application/problem+json';

export const http = createFetchClient<paths, MediaTypes>({ baseUrl: '/api/v1', fetch: apiFetch });
export const api = createClient(http);

export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** What an operation takes: Body<'createBid'>. */
export type Body<Id extends keyof operations> =
  NonNullable<operations[Id]['requestBody']> extends { content: { 'application/json': infer Content } }
    ? Content
    : never;
