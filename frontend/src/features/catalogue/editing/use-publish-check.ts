import { type PublishCheck, publishCheck } from '@rinnalla/shared/catalogue/publish-check';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { type FieldValues, useWatch } from 'react-hook-form';
import { helsinkiDay } from '../../../i18n/dates.js';
import { useNow } from '../../../platform/clock.js';
import type { ServerForm } from '../../../ui/form/use-server-form.js';
import { useMunicipalities } from '../catalogue.queries.js';
import { contentBeingWritten } from './service-form-values.js';

export type EditorForm = ServerForm<FieldValues, ServiceContent>;

export interface Judged {
  content: ServiceContent;
  check: PublishCheck;
}

/** Judges what is being written by the same rule as the server does. */
export const usePublishJudge = (service: OwnServiceView | undefined): ((values: FieldValues) => Judged) => {
  const municipalities = useMunicipalities().data?.items;
  const today = helsinkiDay(useNow());
  return useCallback(
    (values) => {
      const content = contentBeingWritten(values);
      const areaIsBilingual =
        content.nationwide ||
        (municipalities ?? []).some(
          ({ code, bilingual }) => bilingual && content.municipalities.includes(code),
        );
      return { content, check: publishCheck(content, service?.offerings ?? [], { today, areaIsBilingual }) };
    },
    [municipalities, service, today],
  );
};

/** The judgement of what stands in the form now, following every letter. */
export const usePublishCheck = (form: EditorForm, service: OwnServiceView | undefined): Judged => {
  const judge = usePublishJudge(service);
  const values = useDeferredValue(useWatch({ control: form.methods.control }));
  return useMemo(() => judge(values), [judge, values]);
};
