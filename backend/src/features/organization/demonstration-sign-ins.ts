import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { sessionRoutes } from '@rinnalla/shared/organization/session-routes';

export type DemonstrationSignIn = ResponseOf<typeof sessionRoutes.demonstrationSignIns>['signIns'][number];

/** The invented people of the demonstration whose sign-ins are shown. Their common password opens nothing real. */
export const demonstrationSignIns: DemonstrationSignIn[] = [];
