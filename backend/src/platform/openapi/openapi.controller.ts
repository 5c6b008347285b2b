import { Controller, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Route } from '@rinnalla/shared/contract/define-route';
import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { Handles, OwnTransactions, routeOf } from '../http/handles.js';
import { openApiDocument } from './openapi-document.js';

@Injectable()
@Controller()
export class OpenApiController {
  private document: Record<string, unknown> | undefined;

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

  /** Every route that the router serves. */
  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => routeOf(prototype[name] ?? {}) ?? []);
    });
  }
}
