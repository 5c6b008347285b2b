import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceAction, ServiceStatus } from '@rinnalla/shared/catalogue/service-lifecycle';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../platform/call.js';
import { useAction } from '../../../platform/use-action.js';
import { catalogueKeys } from '../catalogue.queries.js';

export const useOwnServices = (status: ServiceStatus | undefined) =>
  useInfiniteQuery({
    queryKey: [...catalogueKeys.own, status ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      call(
        ownServiceRoutes.list,
        { query: { ...(status ? { status } : {}), ...(pageParam ? { after: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/**
 * A service as its own organization writes it. Read once: what is being written is not replaced behind one's back;
 * that somebody else has saved is found out when saving.
 */
export const useEditing = (serviceId: string) =>
  useQuery({
    queryKey: catalogueKeys.editing(serviceId),
    queryFn: ({ signal }) => call(ownServiceRoutes.editing, { params: { serviceId } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Reads what stands now, for comparing after a conflict. */
export const readNewest = (serviceId: string): Promise<OwnServiceView> =>
  call(ownServiceRoutes.editing, { params: { serviceId } });

/** Publishing, pausing, archiving and confirming, each by its own route. */
export const useServiceActions = () => {
  const options = { stale: () => [catalogueKeys.own, ['catalogue', 'service'], ['catalogue', 'search']] };
  return {
    publish: useAction(ownServiceRoutes.publish, options),
    pause: useAction(ownServiceRoutes.pause, options),
    archive: useAction(ownServiceRoutes.archive, options),
    confirm: useAction(ownServiceRoutes.confirm, options),
  } satisfies Record<ServiceAction, unknown>;
};

/** Everything that shows the service is read again, except the form that is being written. */
export const useForgetShownServices = (): (() => void) => {
  const queryClient = useQueryClient();
  return () => {
    for (const queryKey of [catalogueKeys.own, ['catalogue', 'service'], ['catalogue', 'search']]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
};
