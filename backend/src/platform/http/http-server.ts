import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { usualAnswerMs } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf, problemOf } from './problem.filter.js';
import type { Config } from '../config/config.js';
import { log } from '../log/log.js';
import type { OpenRequest } from './open-request.js';
import { keepAnswer } from './kept-answers.js';

/** Hash of the empty string: styled-components opens with an empty <style>, later rules go in by CSSOM. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

interface DressedServer {
  /** From now on new requests are refused and kept-alive connections end; what runs goes on. */
  refuseNewWork: () => void;
}

/** Headers, cookies, limits and the single-page application around Nest's routes. */
export const dressServer = async (app: NestFastifyApplication, config: Config): Promise<DressedServer> => {
  const secure = config.PUBLIC_ORIGIN?.startsWith('https:') ?? false;
  await app.register(cookie);
  // Parsed only by the handler that asks for it (receive-file.ts); every other route refuses a form as it refuses no body.
  await app.register(multipart);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", emptyStyle],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
  });
  const fastify = app.getHttpAdapter().getInstance();
  let closing = false;
  fastify.addHook('onRequest', async (request, reply) => {
    if (closing) return answerUnavailable(request, reply);
    // A request that has had its time is answered; what it does goes on, and the same key or id tells later what became of it.
    // Fastify's own handlerTimeout forgets a request as soon as its body has been read.
    const { answersWithinMs = usualAnswerMs } = request.routeOptions.config as { answersWithinMs?: number };
    const timer = setTimeout(
      () => void (reply.raw.headersSent || answerUnavailable(request, reply)),
      answersWithinMs,
    );
    reply.raw.once('close', () => clearTimeout(timer));
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    // A connection kept alive by its client would keep the process alive too.
    if (closing) void reply.header('connection', 'close');
    if (request.url.startsWith('/api') && !reply.getHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    return keepAnswer(request, reply, payload);
  });
  // By the route's pattern: an address or a query may carry what a log must not.
  fastify.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  // A safety net: whatever ends a request, its transaction does not outlive it.
  fastify.addHook('onResponse', async (request) => {
    const { opened, isRunning } = request as OpenRequest;
    if (!opened || isRunning) return;
    await opened.transaction.rollback().catch(() => undefined);
    await opened.transaction.runner.release();
  });
  if (config.STATIC_DIR) {
    await app.register(staticFiles, {
      root: config.STATIC_DIR,
      preCompressed: true,
      wildcard: false,
      setHeaders: (reply, path) => {
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
    fastify.get('/*', (request, reply) =>
      /^\/(api|socket\.io|health)(\/|$)/.test(request.url) || /\.[a-z0-9]+$/i.test(request.url)
        ? reply
            .status(404)
            .type('application/problem+json')
            .send(bodyOf(problemOf({ statusCode: 404 }), request.id))
        : reply.sendFile('index.html'),
    );
  }
  return {
    refuseNewWork: () => {
      closing = true;
      const sweep = setInterval(() => fastify.server.closeIdleConnections(), 100);
      fastify.server.once('close', () => clearInterval(sweep));
    },
  };
};

const answerUnavailable = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply
    .status(503)
    .header('retry-after', '2')
    .type('application/problem+json')
    .send(bodyOf(new Problem('unavailable'), request.id));

/** Fastify's own refusals of an address that it cannot read, such as a broken percent sign or a part too long: such an address names nothing. */
export const refuseAddress = (_error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  void reply
    .status(404)
    .type('application/problem+json')
    .send(bodyOf(new Problem('notFound'), request.id));
};
