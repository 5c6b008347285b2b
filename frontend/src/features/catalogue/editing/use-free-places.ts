import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import type { OwnServiceCardView } from '@rinnalla/shared/catalogue/service';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../platform/call.js';
import { asProblem } from '../../../platform/query-client.js';
import { catalogueKeys } from '../catalogue.queries.js';

type Offering = OwnServiceCardView['offerings'][number];

export interface FreePlacesState {
  /** What the reader has set, shown at once. */
  wanted: number;
  saving: 'idle' | 'saving' | 'saved';
  problem: Problem | null;
  /** Sets the number; the same number confirms it. Presses during a save are saved after it, in one go. */
  set: (count: number) => Promise<boolean>;
}

/** Free places saved at each press, one save at a time, so that quick presses never conflict with themselves. */
export const useFreePlaces = (offering: Offering): FreePlacesState => {
  const queryClient = useQueryClient();
  const [wanted, setWanted] = useState<number>();
  const [saving, setSaving] = useState<FreePlacesState['saving']>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef<number>(undefined);
  const isSaving = useRef(false);
  // An undo is pressed long after its toast was made: the version is read when it saves.
  const version = useRef(offering.version);
  useEffect(() => {
    version.current = Math.max(version.current, offering.version);
    // What was set stands until the list that it was saved into has come: no number jumps back and takes a press with it.
    if (!isSaving.current && offering.version === version.current) setWanted(undefined);
  }, [offering.version]);

  const save = async (): Promise<boolean> => {
    isSaving.current = true;
    setSaving('saving');
    setProblem(null);
    try {
      while (latest.current !== undefined) {
        const freePlaces = latest.current;
        latest.current = undefined;
        const saved = await call(ownServiceRoutes.setFreePlaces, {
          params: { offeringId: offering.id },
          body: { freePlaces, version: version.current },
        });
        version.current = saved.version;
      }
      setSaving('saved');
      return true;
    } catch (error) {
      latest.current = undefined;
      setProblem(asProblem(error));
      setSaving('idle');
      setWanted(undefined);
      return false;
    } finally {
      isSaving.current = false;
      await queryClient.invalidateQueries({ queryKey: catalogueKeys.own });
    }
  };

  const set = async (count: number): Promise<boolean> => {
    setWanted(count);
    latest.current = count;
    return isSaving.current ? true : save();
  };

  return { wanted: wanted ?? offering.freePlaces, saving, problem, set };
};
