// SPDX-License-Identifier: Apache-2.0
// Takes every HTTP request to the part that it is for.

import { readFileSync } from 'node:fs';

import { routes as control } from '../control/routes.mjs';
import { handleResend } from '../mail/resend.mjs';
import { routes as checkout } from '../pages/checkout.mjs';
import { routes as express } from '../pages/express.mjs';
import { routes as files } from '../pages/files.mjs';
import { routes as logs } from '../pages/logs.mjs';
import { routes as mail } from '../pages/mail.mjs';
import { notFound } from '../pages/not-found.mjs';
import { routes as onboarding } from '../pages/onboarding.mjs';
import { routes as overview } from '../pages/overview.mjs';
import { routes as payments } from '../pages/payments.mjs';
import { routes as stripeObjects } from '../pages/stripe-objects.mjs';
import { S3Api } from '../s3/api.mjs';
import { StripeApi } from '../stripe/api.mjs';
import { BadRequest, parseForm, parseJsonObject, readBody } from './body.mjs';
import { json, send } from './reply.mjs';
import { Router } from './router.mjs';

const css = readFileSync(new URL('../pages/style.css', import.meta.url), 'utf8');

const style = {
  method: 'GET',
  path: '/style.css',
  run: () => ({ status: 200, headers: { 'Content-Type': 'text/css; charset=utf-8' }, body: css }),
};

const controlRouter = new Router(control);
const pageRouter = new Router(
  [style, checkout, express, files, logs, mail, onboarding, overview, payments, stripeObjects].flat());

/** A listener for http.createServer. */
export function makeHttpHandler(world) {
  const stripe = new StripeApi(world);
  const s3 = new S3Api(world);
  return async (request, response) => {
    const reply = await answer(world, { stripe, s3 }, request);
    if (reply === null) response.destroy();
    else send(response, reply);
  };
}

async function answer(world, { stripe, s3 }, request) {
  const { method, headers } = request;
  try {
    const { url, path } = parseTarget(request.url);
    if (path.startsWith('/s3/')) return await s3.handle(request);
    const body = await readBody(request);
    const call = { method, path, headers, query: url.search.slice(1), body };
    if (/^(\/stripe)?\/v1\//.test(path)) {
      return await stripe.handle({ ...call, path: path.replace(/^\/stripe/, '') });
    }
    if (path.startsWith('/resend/')) return await handleResend(world, call);
    if (path.startsWith('/_sandbox/')) return await runControl(world, call, url.searchParams);
    return runPage(world, call, url.searchParams);
  } catch (error) {
    if (error instanceof BadRequest) return json({ error: error.message }, { status: error.status });
    console.error(error);
    return json({ error: 'The sandbox failed; its log says how.' }, { status: 500 });
  }
}

function parseTarget(target) {
  try {
    const url = new URL(`http://sandbox${target}`);
    return { url, path: decodeURI(url.pathname) };
  } catch {
    throw new BadRequest('The address is not valid.');
  }
}

async function runControl(world, { method, path, body }, query) {
  const found = controlRouter.match(method, path);
  if (!found) throw new BadRequest(`There is no ${method} ${path}.`, 404);
  return found.route.run({ world, params: found.params, query, input: parseJsonObject(body) });
}

function runPage(world, { method, path, headers, body }, query) {
  const found = pageRouter.match(method === 'HEAD' ? 'GET' : method, path);
  if (!found) return notFound();
  return found.route.run({ world, params: found.params, query, headers, form: parseForm(body) });
}
