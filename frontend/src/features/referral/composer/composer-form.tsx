import { type ContactRule, contactRuleOf, type SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { IconSend } from 'suomifi-icons';
import { useLanguage } from '../../../i18n/language.js';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { paths } from '../../../platform/paths.js';
import { asProblem } from '../../../platform/query-client.js';
import { useAction } from '../../../platform/use-action.js';
import { ActionBar } from '../../../ui/action-bar.js';
import { PrimaryButton, QuietButton } from '../../../ui/buttons.js';
import { fieldId, Form } from '../../../ui/form/form.js';
import { useServerForm } from '../../../ui/form/use-server-form.js';
import { Panel } from '../../../ui/panel.js';
import { useTextGuard } from '../../../ui/text-guard/use-text-guard.js';
import { useToast } from '../../../ui/toast.js';
import { listsOfReferrals, previewQuery, referralKeys } from '../referral.queries.js';
import type { PickedService } from '../service-picker.js';
import { deadlineOf } from '../turn.js';
import { useProblemSentence } from '../use-problem-sentence.js';
import styles from './composer.module.css';
import type { ComposerSlots } from './composer-slots.js';
import { composerInput, type ComposerValues } from './composer-values.js';
import { DraftStatus } from './draft-status.js';
import type { SavedDraft } from './draft-saver.js';
import { ShareBlock } from './share-block.js';
import { type DraftHandle, useDraft } from './use-draft.js';
import { WhereBlock } from './where-block.js';
import { WhyBlock } from './why-block.js';

interface ComposerFormProps {
  slots: ComposerSlots;
  clientId: string;
  values: ComposerValues;
  /** Names of the services in the values. */
  services: readonly PickedService[];
  draft: SavedDraft | undefined;
  previousReferralId: string | null;
  /** Unset once the draft exists: it belongs to its client. */
  onChangeClient?: () => void;
}

type Sent = ReturnType<typeof composerInput.parse>;

const useSend = (draft: DraftHandle): ((values: Sent, acknowledged: SensitiveKind[]) => Promise<void>) => {
  const t = useTexts(composerTexts);
  const language = useLanguage();
  const now = useNow();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const transition = useAction(referralRoutes.transition, { stale: () => listsOfReferrals });
  return async ({ duplicateOverride, eligibilityOverride, note }, acknowledged) => {
    const { id, version } = await draft.flush();
    const sent = await transition.mutateAsync({
      params: { referralId: id },
      body: {
        action: 'send',
        version,
        duplicateOverride,
        eligibilityOverride,
        note: note || null,
        ...(acknowledged.length > 0 ? { acknowledged } : {}),
      },
    });
    // What it was as a draft is forgotten: its page reads it anew.
    queryClient.removeQueries({ queryKey: referralKeys.one(id) });
    toast({ text: sent.dueAt ? t.sent(deadlineOf(sent.dueAt, language, now)) : t.sentPlain });
    void navigate(paths.referral(id));
  };
};

/** Whether the client has a non-disclosure order, as the card says that the page shows anyway. */
const useContacts = (clientId: string, { control }: UseFormReturn<ComposerValues>): ContactRule => {
  const serviceId = useWatch({ control, name: 'serviceId' });
  const preview = useQuery({ ...previewQuery(clientId, serviceId), enabled: false });
  return contactRuleOf({
    isSender: true,
    nonDisclosure: preview.data?.onAcceptance.nonDisclosure ?? false,
  });
};

/** The referral while it is written: four blocks, saved as one goes, sent once it is right. */
export const ComposerForm = ({
  slots,
  clientId,
  values,
  services,
  draft: saved,
  previousReferralId,
  onChangeClient,
}: ComposerFormProps) => {
  const t = useTexts(composerTexts);
  const sentenceOf = useProblemSentence();
  const form = useServerForm({ schema: composerInput, defaultValues: values });
  const [known, setKnown] = useState(services);
  const draft = useDraft({ methods: form.methods, clientId, initial: saved, previousReferralId });
  const send = useSend(draft);
  const remember = (service: PickedService): void =>
    setKnown((all) => [...all.filter(({ id }) => id !== service.id), service]);

  const guard = useTextGuard(useContacts(clientId, form.methods));
  const submit = async (parsed: Sent): Promise<void> => {
    const acknowledged = await guard.ask(
      (['goal', 'background', 'agreed', 'contactWishes', 'note'] as const).map((name) => ({
        text: parsed[name],
        fieldId: fieldId(name),
      })),
    );
    if (!acknowledged) return;
    try {
      await send(parsed, acknowledged);
    } catch (error) {
      const { reason } = asProblem(error).extra;
      if (reason === 'duplicateOpen') form.methods.setValue('duplicateOpen', true);
      if (reason === 'notEligible') form.methods.setValue('notEligible', true);
      throw error;
    }
  };
  const mayChange = onChangeClient && draft.standing === 'waiting';
  return (
    <div className={styles.composer}>
      <Panel
        title={t.who}
        aside={mayChange && <QuietButton onClick={onChangeClient}>{t.changeClient}</QuietButton>}
      >
        <slots.ClientSummary clientId={clientId} />
      </Panel>
      <Form form={form} onSubmit={submit} problemSentence={sentenceOf(form.problem)} label={t.title}>
        <WhyBlock />
        <WhereBlock clientId={clientId} services={known} onService={remember} />
        <ShareBlock clientId={clientId} services={known} slots={slots} />
        <ActionBar label={t.send}>
          <PrimaryButton type="submit" icon={IconSend} busy={form.busy}>
            {t.send}
          </PrimaryButton>
          <DraftStatus draft={draft} />
        </ActionBar>
      </Form>
      {guard.dialog}
    </div>
  );
};
