import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { type FoundMessage, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Link } from 'react-router';
import { conversationListTexts } from '../../i18n/conversation-list.js';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { useNow } from '../../platform/clock.js';
import { paths } from '../../platform/paths.js';
import { asProblem } from '../../platform/query-client.js';
import { QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { EmptyState, ErrorState, Loading } from '../../ui/states.js';
import styles from './conversations-page.module.css';

/** Words in the messages that the reader may read. They travel in the body, stand in no address and are remembered nowhere. */
export const ConversationSearch = ({ onSearching }: { onSearching: (searching: boolean) => void }) => {
  const t = useTexts(conversationListTexts).search;
  const id = useId();
  const [words, setWords] = useState('');
  const [isShort, setShort] = useState(false);
  // Asks and changes nothing, but must not be kept by its words: no query with a key of them.
  const search = useMutation({
    mutationFn: (asked: string) => call(messagingRoutes.search, { body: { words: asked } }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const asked = words.trim();
    setShort(asked.length < 2);
    if (asked.length < 2) return;
    onSearching(true);
    search.mutate(asked);
  };
  const clear = (): void => {
    setWords('');
    setShort(false);
    search.reset();
    onSearching(false);
  };
  return (
    <>
      <form role="search" className={styles.search} onSubmit={submit}>
        <label htmlFor={id}>{t.label}</label>
        <span id={`${id}-hint`} className={styles.facts}>
          {t.hint}
        </span>
        <div className={styles.searchLine}>
          <input
            id={id}
            type="search"
            autoComplete="off"
            maxLength={100}
            value={words}
            aria-describedby={`${id}-hint ${id}-refusal`}
            aria-invalid={isShort || undefined}
            onChange={(event) => setWords(event.target.value)}
          />
          <SecondaryButton type="submit" busy={search.isPending}>
            {t.act}
          </SecondaryButton>
        </div>
        <span id={`${id}-refusal`} role="status" className={styles.refusal}>
          {isShort && t.tooShort}
        </span>
      </form>
      {!search.isIdle && (
        <section aria-label={t.results}>
          <QuietButton onClick={clear}>{t.clear}</QuietButton>
          {search.isPending && <Loading />}
          {search.isError && (
            <ErrorState problem={asProblem(search.error)} retry={() => search.mutate(search.variables)} />
          )}
          <p role="status" className={styles.count}>
            {search.data &&
              search.data.items.length > 0 &&
              (search.data.more ? t.tooMany : t.found(search.data.items.length))}
          </p>
          {search.data?.items.length === 0 && <EmptyState title={t.none}>{t.noneHelp}</EmptyState>}
          <ul className={styles.list}>
            {search.data?.items.map((item) => (
              <FoundItem key={`${item.conversationId}-${item.seq}`} item={item} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const FoundItem = ({ item }: { item: FoundMessage }) => {
  const t = useTexts(conversationListTexts);
  const { you } = useTexts(messagingTexts);
  const language = useLanguage();
  const now = useNow();
  return (
    <li className={`${styles.item} ${item.audience === 'internal' ? styles.internal : ''}`}>
      <Link
        className={styles.link}
        to={`${paths.referral(item.referralId)}#keskustelu`}
        state={{ audience: item.audience, seq: item.seq }}
      >
        {[item.firstName, item.caseNumber].filter(Boolean).join(' · ')}
      </Link>
      <p className={styles.facts}>
        {item.audience === 'internal'
          ? t.internal
          : t.with(inLanguage(item.otherOrganization.name, language).text)}
        {' · '}
        <time dateTime={item.at}>{formatMoment(item.at, language, now)}</time>
      </p>
      <p>
        {item.mine ? you : item.senderName}:{' '}
        {item.excerpt.map(({ text, found }, index) =>
          // Pieces of one text never change places.
          // oxlint-disable-next-line react/no-array-index-key
          found ? <mark key={index}>{text}</mark> : text,
        )}
      </p>
    </li>
  );
};
