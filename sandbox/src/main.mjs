// SPDX-License-Identifier: Apache-2.0
// The sandbox as a program: starts, says where it is, ends cleanly on SIGTERM or SIGINT.

import { readConfig } from './config.mjs';
import { startSandbox } from './sandbox.mjs';

try {
  const config = readConfig(process.env);
  const sandbox = await startSandbox(config);
  console.log(`Sandbox ready: ${sandbox.world.publicUrl} (SMTP on 127.0.0.1:${sandbox.smtpPort}, webhooks to ${config.webhookUrl})`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => sandbox.stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(`The sandbox cannot start: ${error.message}`);
  process.exit(1);
}
