import { Controller, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Route } from '@rinnalla/shared/contract/define-route';
import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { Handles, OwnTransactions, routeOf } from '../http/handles.js';
import { openApiDocument } from './openapi-document.js';
import { referencePage, referenceStyle } from './reference-page.js';

@Injectable()
@Controller()
export class OpenApiController {
  // Both are costly to write and the same for as long as the process lives; anybody may ask for them.
  private document: Record<string, unknown> | undefined;
  private page: string | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  @Handles(healthRoutes.openApi)
  @OwnTransactions()
  read(): Record<string, unknown> {
    this.document ??= openApiDocument(this.routes());
    return this.document;
  }

  /** The page for people, beside the document: HTML is no answer of the contract, so it is served outside of it. */
  serveReference(fastify: FastifyInstance): void {
    fastify.get('/api/reference', (_request, reply) => {
      this.page ??= referencePage(this.routes());
      return reply.type('text/html; charset=utf-8').send(this.page);
    });
    fastify.get('/api/reference.css', (_request, reply) => reply.type('text/css').send(referenceStyle));
  }

  /** Every route that the router serves. */
  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((name) => routeOf(prototype[name] ?? {}) ?? []);
    });
  }
}
