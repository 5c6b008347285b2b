import type { PublishError, PublishWarning } from '@rinnalla/shared/catalogue/publish-check';
import { fieldOfFinding } from '@rinnalla/shared/catalogue/publish-check';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { IconInfo, IconWarning } from 'suomifi-icons';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { fieldId } from '../../../ui/form/form.js';
import { Panel } from '../../../ui/panel.js';
import { StatusLabel } from '../../../ui/status-label.js';
import { ResultCard } from '../result-card.js';
import { CompletenessRing } from './completeness-ring.js';
import styles from './service-editor.module.css';
import { TrySearch } from './try-search.js';
import { type EditorForm, usePublishCheck } from './use-publish-check.js';
import { usePreviewCard } from './use-preview-card.js';

interface EditorPreviewProps {
  form: EditorForm;
  service: OwnServiceView | undefined;
  onReach: (path: string) => void;
}

/** The service as a coach sees it in the search, and in words what publishing still needs. */
export const EditorPreview = ({ form, service, onReach }: EditorPreviewProps) => {
  const { preview: t } = useTexts(serviceEditingTexts);
  const { content, check } = usePublishCheck(form, service);
  const card = usePreviewCard(content, service);
  return (
    <aside className={styles.preview} aria-label={t.show}>
      <Panel title={t.heading} tone="quiet">
        <div inert>
          <ResultCard service={card} />
        </div>
      </Panel>
      <Panel title={t.check}>
        <CompletenessRing percent={check.completeness} />
        {check.errors.length === 0 && (
          <div>
            <StatusLabel tone="ok">{t.ready}</StatusLabel>
          </div>
        )}
        <Findings title={t.mustFix} findings={check.errors} tone="must" onReach={onReach} />
        <Findings title={t.couldFix} findings={check.warnings} tone="could" onReach={onReach} />
      </Panel>
      <TrySearch service={service} />
    </aside>
  );
};

interface FindingsProps {
  title: string;
  findings: readonly (PublishError | PublishWarning)[];
  tone: 'must' | 'could';
  onReach: (path: string) => void;
}

const Findings = ({ title, findings, tone, onReach }: FindingsProps) => {
  const texts = useTexts(serviceEditingTexts).findings;
  if (findings.length === 0) return null;
  const Icon = tone === 'must' ? IconWarning : IconInfo;
  return (
    <section>
      <h3>{title}</h3>
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <li key={finding}>
            <button
              type="button"
              className={styles.finding}
              onClick={() => {
                onReach(fieldOfFinding[finding]);
                focusField(fieldOfFinding[finding]);
              }}
            >
              <Icon className={styles[tone]} aria-hidden />
              {texts[finding]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** After the step has been drawn: the field itself, or the first one whose path begins with its name. */
const focusField = (name: string): void => {
  requestAnimationFrame(() => {
    const exact = document.getElementById(fieldId(name));
    const within = document.querySelector<HTMLElement>(
      `[id^="${fieldId(name)}-"]:is(input, textarea, select, button)`,
    );
    (exact ?? within)?.focus();
  });
};
