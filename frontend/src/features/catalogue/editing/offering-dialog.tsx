import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import {
  addressVisibilities,
  intakes,
  offeringInput,
  offeringStatuses,
  type OwnOfferingView,
} from '@rinnalla/shared/catalogue/offering';
import { limits } from '@rinnalla/shared/catalogue/service-content';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { useLanguage } from '../../../i18n/language.js';
import { byName } from '../../../i18n/numbers.js';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { uiTexts } from '../../../i18n/ui.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useAction } from '../../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../../ui/buttons.js';
import { Dialog } from '../../../ui/dialog.js';
import { CheckboxField, RadioField, SelectField } from '../../../ui/form/choice-fields.js';
import { DateField } from '../../../ui/form/date-field.js';
import { Form } from '../../../ui/form/form.js';
import { LocalizedField } from '../../../ui/form/localized-fields.js';
import { NumberField, TextField } from '../../../ui/form/text-fields.js';
import { useServerForm } from '../../../ui/form/use-server-form.js';
import { useToast } from '../../../ui/toast.js';
import { useMunicipalities } from '../catalogue.queries.js';
import { useForgetShownServices } from './own-services.queries.js';
import styles from './service-editor.module.css';

interface OfferingDialogProps {
  serviceId: string;
  /** Unset for a new one. */
  offering: OwnOfferingView | undefined;
  onClose: () => void;
  onSaved: (service: OwnServiceView) => void;
}

/** Without a municipality there is no place; the rest of the location means nothing then. */
const offeringFormSchema = z.preprocess((given) => {
  const values = given as {
    location?: { municipality?: string; address?: string | null } | null;
    minToRun?: unknown;
  };
  const { location } = values;
  return {
    ...values,
    location: location?.municipality ? { ...location, address: location.address?.trim() || null } : null,
  };
}, offeringInput);

const formValuesOf = (offering: OwnOfferingView | undefined): Record<string, unknown> => {
  if (!offering) {
    return {
      intake: 'group',
      status: 'open',
      waitlistOpen: true,
      startsOn: null,
      endsOn: null,
      location: { municipality: '', address: '', entranceNote: {}, addressVisibility: 'public' },
    };
  }
  const { id: _id, version: _version, freePlaces: _free, placesUpdatedAt: _at, ...rest } = offering;
  const { waitlistLength: _length, reserved: _reserved, inUse: _inUse, ...content } = rest;
  return content;
};

/** One group: when, how many, where, and what the client is told for the first day. */
export const OfferingDialog = ({ serviceId, offering, onClose, onSaved }: OfferingDialogProps) => {
  const { offering: t } = useTexts(serviceEditingTexts);
  const ui = useTexts(uiTexts);
  const toast = useToast();
  const forget = useForgetShownServices();
  const add = useAction(ownServiceRoutes.addOffering);
  const save = useAction(ownServiceRoutes.saveOffering);
  const form = useServerForm({
    schema: offeringFormSchema,
    defaultValues: formValuesOf(offering),
    prefix: 'body.offering',
  });
  const submit = async (written: z.output<typeof offeringFormSchema>): Promise<void> => {
    const service = offering
      ? await save.mutateAsync({
          params: { offeringId: offering.id },
          body: { version: offering.version, offering: written },
        })
      : await add.mutateAsync({ params: { serviceId }, body: { offering: written } });
    onSaved(service);
    forget();
    toast({ text: t.saved });
    onClose();
  };
  return (
    <Dialog title={offering ? t.editTitle : t.newTitle} onClose={onClose} form="sheet">
      <Form form={form} onSubmit={submit} label={t.newTitle}>
        <OfferingFormFields taken={offering ? offering.inUse + offering.reserved : 0} />
        <div className={styles.acts}>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.save}
          </PrimaryButton>
          <SecondaryButton onClick={onClose}>{ui.cancel}</SecondaryButton>
        </div>
      </Form>
    </Dialog>
  );
};

const OfferingFormFields = ({ taken }: { taken: number }) => {
  const { offering: t, offeringStatus, addressVisibility } = useTexts(serviceEditingTexts);
  const intake: unknown = useWatch({ name: 'intake' });
  const language = useLanguage();
  const sort = byName(language);
  const municipalities = (useMunicipalities().data?.items ?? [])
    .map(({ code, name }) => ({ value: code, label: name[language] }))
    .sort((a, b) => sort(a.label, b.label));
  return (
    <>
      <RadioField
        name="intake"
        label={t.intake}
        options={intakes.map((value) => ({ value, label: t.intakes[value] }))}
      />
      {intake === 'group' && <DateField name="startsOn" label={t.startsOn} />}
      <DateField name="endsOn" label={t.endsOn} optional />
      <NumberField name="capacityMax" label={t.capacityMax} hint={t.capacityHint(taken)} />
      <CheckboxField name="waitlistOpen" label={t.waitlistOpen} />
      <SelectField
        name="status"
        label={t.status}
        options={offeringStatuses.map((value) => ({ value, label: offeringStatus[value] }))}
      />
      <TextField name="code" label={t.code} hint={t.codeHint} optional short />
      <SelectField name="location.municipality" label={t.municipality} optional options={municipalities} />
      <TextField name="location.address" label={t.address} optional />
      <RadioField
        name="location.addressVisibility"
        label={t.addressVisibility}
        options={addressVisibilities.map((value) => ({ value, label: addressVisibility[value] }))}
      />
      <LocalizedField
        name="scheduleText"
        label={t.scheduleText}
        hint={t.scheduleHint}
        optional
        max={limits.shortText}
      />
      <LocalizedField name="transport" label={t.transport} optional max={limits.shortText} />
      <LocalizedField
        name="startInstructions"
        label={t.startInstructions}
        hint={t.startHint}
        max={limits.shortText}
        rows={3}
      />
    </>
  );
};
