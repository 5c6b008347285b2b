import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../../i18n/language.js';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { call } from '../../../platform/call.js';
import { SecondaryButton } from '../../../ui/buttons.js';
import { Panel } from '../../../ui/panel.js';
import styles from './service-editor.module.css';

const lookedAt = 50;

/** "This is how it is found": the place of the published service among the hits of some words. */
export const TrySearch = ({ service }: { service: OwnServiceView | undefined }) => {
  const { preview: t } = useTexts(serviceEditingTexts);
  const language = useLanguage();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState('');
  const { data } = useQuery({
    queryKey: ['catalogue', 'search', 'try', tried, language],
    queryFn: ({ signal }) =>
      call(catalogueRoutes.search, { query: { q: tried, language, limit: lookedAt } }, { signal }),
    enabled: tried !== '',
  });
  if (service?.status !== 'published') {
    return (
      <Panel title={t.tryHeading}>
        <p>{t.tryNotPublished}</p>
      </Panel>
    );
  }
  const position = (data?.items ?? []).findIndex(({ id }) => id === service.id) + 1;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(words.trim());
  };
  return (
    <Panel title={t.tryHeading}>
      <form className={styles.try} onSubmit={submit}>
        <label>
          {t.tryLabel}
          <input value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} />
        </label>
        <SecondaryButton type="submit">{t.trySubmit}</SecondaryButton>
      </form>
      <p role="status">{data && (position > 0 ? t.tryFound(position, data.total) : t.tryNotFound)}</p>
    </Panel>
  );
};
