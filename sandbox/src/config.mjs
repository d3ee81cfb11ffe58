// SPDX-License-Identifier: Apache-2.0
// The settings of a run, read from the environment.

import { readFileSync } from 'node:fs';

/** Reads and checks the settings; throws an Error whose message is for the operator. */
export function readConfig(env) {
  return {
    port: readPort(env, 'SANDBOX_PORT', 8081),
    smtpPort: readPort(env, 'SANDBOX_SMTP_PORT', 8025),
    publicUrl: env.SANDBOX_PUBLIC_URL?.replace(/\/+$/, ''),
    webhookUrl:
      env.SANDBOX_WEBHOOK_URL ?? 'http://localhost:8080/api/v1/webhooks/stripe',
    webhookSecret: readSecret(env.SANDBOX_WEBHOOK_SECRET_FILE),
    stateFile: env.SANDBOX_STATE,
  };
}

function readPort(env, name, fallback) {
  const port = Number(env[name] ?? fallback);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`${name} must be a port number, not "${env[name]}".`);
  }
  return port;
}

function readSecret(file) {
  if (!file) {
    throw new Error(
      'SANDBOX_WEBHOOK_SECRET_FILE must name a file that holds the webhook signing secret (whsec_...).',
    );
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (!/^whsec_\S+$/.test(secret)) {
    throw new Error(`${file} must hold one secret that begins with whsec_.`);
  }
  return secret;
}
