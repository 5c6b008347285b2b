import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Device, deviceOf } from '@rinnalla/shared/account/device';
import type { FastifyRequest } from 'fastify';

/** From where somebody calls. The address is only ever counted under a keyed hash, the device kept in two words. */
export interface CallerPlace {
  address: string;
  device: Device;
}

export const placeOf = (request: Pick<FastifyRequest, 'ip' | 'headers'>): CallerPlace => ({
  address: request.ip,
  device: deviceOf(request.headers['user-agent']),
});

export const From = createParamDecorator(
  (_data: undefined, context: ExecutionContext): CallerPlace =>
    placeOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
