import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import type { ServiceAction } from '@rinnalla/shared/catalogue/service-lifecycle';
import { inLanguage, type Language } from '@rinnalla/shared/kernel/localized';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../../i18n/language.js';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { paths } from '../../../platform/paths.js';
import { Form } from '../../../ui/form/form.js';
import { useServerForm } from '../../../ui/form/use-server-form.js';
import { WritingLanguageProvider } from '../../../ui/form/writing-language.js';
import { Page } from '../../../ui/page.js';
import { StatusLabel } from '../../../ui/status-label.js';
import { useToast } from '../../../ui/toast.js';
import { EditorActions } from './editor-actions.js';
import { EditorConflict } from './editor-conflict.js';
import { EditorPreview } from './editor-preview.js';
import { stepOf } from './form-steps.js';
import { LeaveGuard } from './leave-guard.js';
import { statusTones } from './own-service-row.js';
import styles from './service-editor.module.css';
import { formValuesOf, serviceFormSchema } from './service-form-values.js';
import { StepFields } from './step-fields.js';
import { StepNavigation } from './step-navigation.js';
import { usePublishJudge } from './use-publish-check.js';
import { useServiceEditor } from './use-service-editor.js';
import { WritingLanguageChoice } from './writing-language-choice.js';

interface ServiceEditorProps {
  /** Unset for a service that has not been saved yet. */
  service: OwnServiceView | undefined;
  content: OwnServiceView['content'] | ServiceContent;
}

/** The form in six short steps, beside it the service as others see it and what publishing still needs. */
export const ServiceEditor = ({ service: initial, content }: ServiceEditorProps) => {
  const { edit: t, own, status } = useTexts(serviceEditingTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const toast = useToast();
  const [step, setStep] = useState(0);
  const [writing, setWriting] = useState<Language>(language === 'sv' ? 'sv' : 'fi');
  const form = useServerForm({
    schema: serviceFormSchema,
    defaultValues: formValuesOf(content),
    prefix: 'body.content',
  });
  const editor = useServiceEditor(initial);
  const { service } = editor;
  const judge = usePublishJudge(service);
  const [isRefused, setRefused] = useState(false);
  const isDirty = form.methods.formState.isDirty;
  const title = inLanguage(service?.content.title ?? {}, language).text || own.untitled;

  const save = async (written: ServiceContent): Promise<OwnServiceView | undefined> => {
    const saved = await editor.saveContent(written);
    if (!saved) return undefined;
    form.methods.reset(form.methods.getValues());
    toast({ text: saved.status === 'draft' ? t.savedNew : t.saved });
    if (!service) void navigate(paths.editService(saved.id), { replace: true, state: { saved: true } });
    return saved;
  };

  const act = async (action: ServiceAction, done: string): Promise<void> => {
    const isRefused = action === 'publish' && judge(form.methods.getValues()).check.errors.length > 0;
    setRefused(isRefused);
    if (isRefused) return;
    await form.submit(async (written) => {
      const current = isDirty || !service ? await save(written) : service;
      if (current && (await editor.act(action, current))) toast({ text: done });
    });
  };

  /** Shows the step and the language in which a field is, so that focus can go there. */
  const reach = (path: string): void => {
    setStep(stepOf(path));
    const last = path.split('.').at(-1);
    if (last === 'fi' || last === 'sv' || last === 'en') setWriting(last);
  };

  return (
    <Page
      title={service ? t.title(title) : t.newTitle}
      lead={service && <StatusLabel tone={statusTones[service.status]}>{status[service.status]}</StatusLabel>}
    >
      <LeaveGuard isDirty={isDirty && !form.busy} />
      <EditorConflict
        conflict={editor.conflict}
        onShowNewest={() => void editor.readConflict()}
        form={form}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <StepNavigation step={step} onStep={setStep} form={form} service={service} />
          <WritingLanguageProvider value={writing}>
            <Form form={form} onSubmit={save} onReach={reach} label={t.newTitle}>
              <WritingLanguageChoice language={writing} onChoose={setWriting} />
              <StepFields step={step} service={service} onKeep={editor.keep} />
              <EditorActions
                service={service}
                step={step}
                onStep={setStep}
                isDirty={isDirty}
                isRefused={isRefused}
                busy={form.busy}
                onAct={(action, done) => void act(action, done)}
              />
            </Form>
          </WritingLanguageProvider>
        </div>
        <EditorPreview form={form} service={service} onReach={reach} />
      </div>
    </Page>
  );
};
