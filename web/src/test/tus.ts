// SPDX-License-Identifier: Apache-2.0
// A small tus server: it keeps what came, and fails when it is told to.
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';

import { http, HttpResponse, type RequestHandler } from 'msw';

import { at, problem } from './api';

// jsdom's own cannot be the body of a request.
Object.assign(globalThis, { Blob: NodeBlob, File: NodeFile });

type Place = { length: number | null; text: string; name: string };

const HEADERS = { 'Tus-Resumable': '1.0.0' };

const nameIn = (metadata: string): string => new TextDecoder().decode(Uint8Array.from(atob(metadata.split(' ')[1] ?? ''), (sign) => sign.charCodeAt(0)));

/** No two places are called the same: what is left of one test's upload does not reach the next one's. */
let made = 899;

export function tusServer() {
  const places = new Map<string, Place>();
  /** Answers to give before the real ones, first come first served. */
  const faults: ((request: Request) => Response | null)[] = [];
  const seen: string[] = [];

  const fault = (request: Request): Response | undefined => {
    seen.push(`${request.method} ${request.headers.get('Upload-Offset') ?? ''}`.trim());
    const answer = faults[0]?.(request);
    if (!answer) return undefined;
    faults.shift();
    return answer;
  };
  const headersOf = ({ length, text }: Place) => ({ ...HEADERS, 'Upload-Offset': String(text.length), ...(length !== null && { 'Upload-Length': String(length) }) });
  const find = (id: unknown) => places.get(String(id));

  const handlers: RequestHandler[] = [
    http.post(at('/uploads'), ({ request }) => {
      const refused = fault(request);
      if (refused) return refused;
      const id = `0190a000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`;
      const length = request.headers.get('Upload-Length');
      places.set(id, { length: length === null ? null : Number(length), text: '', name: nameIn(request.headers.get('Upload-Metadata') ?? '') });
      return new HttpResponse(null, { status: 201, headers: { ...HEADERS, Location: `/api/v1/uploads/${id}` } });
    }),
    http.head(at('/uploads/:id'), ({ params, request }) => {
      const place = find(params['id']);
      return fault(request) ?? (place ? new HttpResponse(null, { headers: headersOf(place) }) : new HttpResponse(null, { status: 404 }));
    }),
    http.get(at('/uploads/:id'), ({ params }) => {
      const place = find(params['id']);
      if (!place) return problem(404, 'not-found');
      return HttpResponse.json({ id: params['id'], name: place.name, offset_bytes: place.text.length, length_bytes: place.length, expires_at: '2126-01-01T00:00:00.000Z', created_at: '2026-01-01T00:00:00.000Z' }, { headers: headersOf(place) });
    }),
    http.patch(at('/uploads/:id'), async ({ params, request }) => {
      const text = await request.clone().text();
      const place = find(params['id']);
      if (!place) return problem(404, 'not-found');
      const refused = fault(request);
      if (refused) return refused;
      if (Number(request.headers.get('Upload-Offset')) !== place.text.length) return problem(409, 'offset-mismatch');
      place.text += text;
      const declared = request.headers.get('Upload-Length');
      if (declared !== null) place.length = Number(declared);
      return new HttpResponse(null, { status: 204, headers: headersOf(place) });
    }),
    http.delete(at('/uploads/:id'), ({ params }) => new HttpResponse(null, { status: places.delete(String(params['id'])) ? 204 : 404 })),
  ];
  return { handlers, places, faults, seen };
}
