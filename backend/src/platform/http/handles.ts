import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Route } from '@rinnalla/shared/contract/define-route';
import type { FastifyRequest } from 'fastify';
import { parseRequest } from './parse-request.js';

const ROUTE = 'rinnalla:route';

/** Binds a handler to a route of the contract: method, path, status, access, answer. None can drift. */
export const Handles = (route: Route): MethodDecorator =>
  applyDecorators(
    RequestMapping({ method: RequestMethod[route.method], path: route.path }),
    HttpCode(route.status),
    SetMetadata(ROUTE, route),
    RouteConfig({ answersWithinMs: route.answersWithinMs }),
  );

/** The route that a handler was bound to, if any. */
export const routeOf = (handler: object): Route | undefined =>
  Reflect.getMetadata(ROUTE, handler) as Route | undefined;

/** The request's `params`, `query` and `body`, parsed by the handler's route. Refuses with `invalidInput` and the fields. */
export const Input = createParamDecorator((_data: undefined, context: ExecutionContext) => {
  const route = routeOf(context.getHandler());
  if (!route)
    throw new Error(
      `${context.getClass().name}.${context.getHandler().name} takes @Input() but has no @Handles(route).`,
    );
  return parseRequest(route, context.switchToHttp().getRequest<FastifyRequest>());
});

const OWN_TRANSACTIONS = 'rinnalla:own-transactions';

/** For the few handlers that must commit a part of their work even when they refuse, such as counting a failed sign-in. */
export const OwnTransactions = (): MethodDecorator => SetMetadata(OWN_TRANSACTIONS, true);
export const keepsOwnTransactions = (handler: object): boolean =>
  Boolean(Reflect.getMetadata(OWN_TRANSACTIONS, handler));
