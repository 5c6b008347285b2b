import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { dressServer, refuseAddress } from './platform/http/http-server.js';
import { refuseUnreadable } from './platform/http/refuse-unreadable.js';
import { log } from './platform/log/log.js';
import { OpenApiController } from './platform/openapi/openapi.controller.js';
import { LiveSockets } from './platform/realtime/live-sockets.js';
import { SocketAdapter } from './platform/realtime/socket.adapter.js';
import { SocketRequests } from './platform/realtime/socket-requests.js';

export interface Server {
  app: NestFastifyApplication;
  /** The address it listens at, `http://127.0.0.1:3000`. */
  url: string;
  /** Takes no new work, finishes what runs, and sends the sockets away with a time to come back. */
  close(): Promise<void>;
}

/** Starts the API (and the single-page application where `STATIC_DIR` says). PORT 0 takes a free one. */
export const startServer = async (config: Config): Promise<Server> => {
  log.level = config.LOG_LEVEL;
  const adapter = new FastifyAdapter({
    bodyLimit: 256 * 1024,
    trustProxy: (_address, hop) => hop < config.PROXY_HOPS,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api', {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
    ],
  });
  const { refuseNewWork } = await dressServer(app, config);
  app.get(OpenApiController).serveReference(adapter.getInstance());
  const door = new SocketAdapter(app);
  app.useWebSocketAdapter(door);
  await app.listen(config.PORT, config.HOST);
  const { port } = adapter.getHttpServer().address() as { port: number };
  const close = async (): Promise<void> => {
    door.closeDoor();
    refuseNewWork();
    await app.get(SocketRequests).finish();
    app.get(LiveSockets).sendAway();
    await app.close();
  };
  return { app, url: `http://${config.HOST}:${port}`, close };
};
