import { copyRoutes } from '@rinnalla/shared/privacy/copy-routes';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAction } from '../../platform/use-action.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import styles from './privacy.module.css';
import { privacyKeys } from './privacy.queries.js';

/** The client's own copy. It is made when asked for and kept nowhere but where the browser saves it. */
export const ClientCopy = ({ clientId }: { clientId: string }) => {
  const { copy: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const toast = useToast();
  const make = useAction(copyRoutes.make, {
    stale: () => [privacyKeys.client(clientId)],
    onDone: (file) => {
      save(file);
      toast({ text: t.done });
    },
  });
  const ask = (format: 'json' | 'pdf'): void =>
    make.mutate({ params: { clientId }, query: { format, language } });
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      <div className={styles.buttons}>
        <SecondaryButton busy={make.isPending} onClick={() => ask('pdf')}>
          {t.pdf}
        </SecondaryButton>
        <SecondaryButton busy={make.isPending} onClick={() => ask('json')}>
          {t.json}
        </SecondaryButton>
      </div>
      <ProblemNotice problem={make.error} />
    </Panel>
  );
};

const save = ({
  fileName,
  mediaType,
  base64,
}: {
  fileName: string;
  mediaType: string;
  base64: string;
}): void => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};
