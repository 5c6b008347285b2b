import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import type { ServiceAction } from '@rinnalla/shared/catalogue/service-lifecycle';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { useState } from 'react';
import { useAction } from '../../../platform/use-action.js';
import { asProblem } from '../../../platform/query-client.js';
import { readNewest, useForgetShownServices, useServiceActions } from './own-services.queries.js';

interface Conflict {
  /** What the other one saved; unset until it has been read. */
  newest: OwnServiceView | undefined;
}

/** A service being written: what the server last said of it, saving against its version, and what a conflict found. */
export const useServiceEditor = (initial: OwnServiceView | undefined) => {
  const [service, setService] = useState(initial);
  const [conflict, setConflict] = useState<Conflict>();
  const forget = useForgetShownServices();
  const create = useAction(ownServiceRoutes.create);
  const save = useAction(ownServiceRoutes.save);
  const actions = useServiceActions();

  const keep = (saved: OwnServiceView): OwnServiceView => {
    setService(saved);
    setConflict(undefined);
    forget();
    return saved;
  };

  /** Runs a write; a conflict is kept for the notice instead of being a refusal of the form. */
  const guarded = async (write: () => Promise<OwnServiceView>): Promise<OwnServiceView | undefined> => {
    try {
      return keep(await write());
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code !== 'changedMeanwhile') throw problem;
      setConflict({ newest: undefined });
      return undefined;
    }
  };

  const saveContent = (content: ServiceContent): Promise<OwnServiceView | undefined> =>
    guarded(() =>
      service
        ? save.mutateAsync({ params: { serviceId: service.id }, body: { version: service.version, content } })
        : create.mutateAsync({ body: { content } }),
    );

  const act = (action: ServiceAction, of: OwnServiceView): Promise<OwnServiceView | undefined> =>
    guarded(() =>
      actions[action].mutateAsync({ params: { serviceId: of.id }, body: { version: of.version } }),
    );

  /** Reads what the other one saved; the next save is made against it, knowingly. */
  const readConflict = async (): Promise<void> => {
    if (!service) throw new Problem('notFound');
    const newest = await readNewest(service.id);
    setService(newest);
    setConflict({ newest });
  };

  return { service, conflict, saveContent, act, readConflict, keep };
};
