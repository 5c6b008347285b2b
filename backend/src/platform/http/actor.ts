import { createParamDecorator } from '@nestjs/common';
import { isMember, type Actor, type Member } from '@rinnalla/shared/organization/actor';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { ExecutionContext } from '@nestjs/common';
import type { OpenRequest } from './open-request.js';

const actorOf = (context: ExecutionContext): Actor | undefined =>
  context.switchToHttp().getRequest<OpenRequest>().opened?.transaction.actor;

/** The signed-in person; on a public route possibly nobody. */
export const CurrentActor = createParamDecorator(
  (_data: undefined, context: ExecutionContext): Actor | undefined => actorOf(context),
);

/** The signed-in person acting for an organization; refuses those who have not chosen one. */
export const CurrentMember = createParamDecorator((_data: undefined, context: ExecutionContext): Member => {
  const actor = actorOf(context);
  if (!isMember(actor))
    throw new Problem(actor ? 'notAllowed' : 'notSignedIn', actor ? { reason: 'noOrganizationChosen' } : {});
  return actor;
});
