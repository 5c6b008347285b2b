import { type ContactRule, kindsOf, type SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { useEffect, useId } from 'react';
import { IconWarning } from 'suomifi-icons';
import { sensitiveTexts } from '../../i18n/sensitive.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton, SecondaryButton } from '../buttons.js';
import { Dialog } from '../dialog.js';
import type { FoundText } from './guarded-text.js';
import styles from './text-guard.module.css';

interface TextGuardDialogProps {
  found: readonly FoundText[];
  contacts: ContactRule;
  verb: 'send' | 'save';
  /** The kinds that are sent all the same; undefined: back to the text. */
  onAnswer: (kinds: SensitiveKind[] | undefined) => void;
}

/** What was found, in its own words, why it matters, and the two ways on. Closing it is going back to the text. */
export const TextGuardDialog = ({ found, contacts, verb, onAnswer }: TextGuardDialogProps) => {
  const { dialog: t } = useTexts(sensitiveTexts);
  const id = useId();
  // After the dialog has opened, and put focus on its first button.
  useEffect(() => document.getElementById(`${id}-edit`)?.focus(), [id]);
  const kinds = kindsOf(found.flatMap(({ findings }) => findings));
  const hasContacts = kinds.includes('phone') || kinds.includes('streetAddress');
  return (
    <Dialog
      title={t.title}
      onClose={() => onAnswer(undefined)}
      describedBy={`${id}-found`}
      actions={
        <>
          <PrimaryButton id={`${id}-edit`} onClick={() => onAnswer(undefined)}>
            {t.edit}
          </PrimaryButton>
          <SecondaryButton onClick={() => onAnswer(kinds)}>{t[verb]}</SecondaryButton>
        </>
      }
    >
      <div id={`${id}-found`} className={styles.found}>
        <p>{t.lead}</p>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <IconWarning aria-hidden />
              <div>
                <p>
                  <b>{t.kinds[kind]}</b>{' '}
                  {wordsOf(found, kind).map((words) => (
                    <mark key={words}>{words}</mark>
                  ))}
                </p>
                {t.advice[kind] && <p>{t.advice[kind]}</p>}
              </div>
            </li>
          ))}
        </ul>
        {hasContacts && <p>{contacts === 'nonDisclosure' ? t.secretContacts : t.anyContacts}</p>}
      </div>
      <p className={styles.logged}>{t.logged}</p>
    </Dialog>
  );
};

const wordsOf = (found: readonly FoundText[], kind: SensitiveKind): string[] => [
  ...new Set(
    found.flatMap(({ text, findings }) =>
      findings.filter((finding) => finding.kind === kind).map(({ start, end }) => text.slice(start, end)),
    ),
  ),
];
