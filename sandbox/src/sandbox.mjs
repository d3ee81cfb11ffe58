// SPDX-License-Identifier: Apache-2.0
// Puts the parts together: one HTTP server, one SMTP server, one clock.

import { once } from 'node:events';
import { createServer } from 'node:http';

import { startClock } from './control/clock.mjs';
import { makeHttpHandler } from './http/handler.mjs';
import { makeSmtpServer } from './mail/smtp.mjs';
import { World } from './world.mjs';

const LOOPBACK = '127.0.0.1';

/**
 * Starts a sandbox.
 * @param config as readConfig gives it; a port 0 takes any free one
 * @return {url, smtpPort, world, stop}
 */
export async function startSandbox(config) {
  const world = new World(config);
  const web = createServer(makeHttpHandler(world));
  const smtp = makeSmtpServer(world);
  const port = await listen(web, config.port);
  world.smtpPort = await listen(smtp.server, config.smtpPort);
  world.publicUrl ??= `http://localhost:${port}`;
  world.webhooks.start();
  const stopClock = startClock(world);

  async function stop() {
    stopClock();
    world.webhooks.stop();
    web.close();
    web.closeAllConnections();
    await new Promise((resolve) => smtp.close(resolve));
    world.store.flush();
  }
  return { url: `http://${LOOPBACK}:${port}`, smtpPort: world.smtpPort, world, stop };
}

async function listen(server, port) {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return server.address().port;
}
