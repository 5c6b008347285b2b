import { type ConversationShelf, conversationShelves } from '@rinnalla/shared/messaging/messaging-routes';
import { useRef, useState } from 'react';
import { conversationListTexts } from '../../i18n/conversation-list.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useHotkeys } from '../../platform/hotkeys.js';
import { paths } from '../../platform/paths.js';
import { asProblem } from '../../platform/query-client.js';
import { LinkButton, SecondaryButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { EmptyState, ErrorState, Loading } from '../../ui/states.js';
import { ConversationItem } from './conversation-item.js';
import { ConversationSearch } from './conversation-search.js';
import styles from './conversations-page.module.css';
import { useMyConversations } from './messaging.queries.js';

/** Keskustelut: the reader's conversations, newest first, on their shelves; and the words in them. */
export const ConversationsPage = () => {
  const t = useTexts(conversationListTexts);
  const page = useRef<HTMLDivElement>(null);
  const [isSearching, setSearching] = useState(false);
  const move = (step: 1 | -1): void => {
    const links = [...(page.current?.querySelectorAll<HTMLElement>('li a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };
  useHotkeys(
    [
      {
        key: '/',
        label: t.hotkeys.search,
        act: () => page.current?.querySelector<HTMLElement>('input[type=search]')?.focus(),
      },
      { key: 'j', label: t.hotkeys.next, act: () => move(1) },
      { key: 'k', label: t.hotkeys.previous, act: () => move(-1) },
    ],
    { heading: t.hotkeys.heading },
  );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="reading"
      actions={
        <LinkButton kind="quiet" to={paths.messageTemplates}>
          {t.templates}
        </LinkButton>
      }
    >
      <div ref={page}>
        <ConversationSearch onSearching={setSearching} />
        {!isSearching && <Shelves />}
      </div>
    </Page>
  );
};

const Shelves = () => {
  const t = useTexts(conversationListTexts);
  const [shelf, setShelf] = useState<ConversationShelf>('open');
  const conversations = useMyConversations(shelf);
  const items = conversations.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <fieldset className={styles.shelves}>
        <legend className="visually-hidden">{t.shelf}</legend>
        {conversationShelves.map((one) => (
          <label key={one} className={one === shelf ? styles.chosen : undefined}>
            <input
              type="radio"
              name="shelf"
              className="visually-hidden"
              checked={one === shelf}
              onChange={() => setShelf(one)}
            />
            {t.shelves[one]}
          </label>
        ))}
      </fieldset>
      {conversations.isError && (
        <ErrorState problem={asProblem(conversations.error)} retry={() => void conversations.refetch()} />
      )}
      {!items && !conversations.isError && <Loading />}
      {items?.length === 0 && (
        <EmptyState title={t.empty[shelf]}>{shelf === 'open' && t.emptyHelp}</EmptyState>
      )}
      {items && items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <ConversationItem key={item.id} item={item} />
          ))}
        </ul>
      )}
      {conversations.hasNextPage && (
        <SecondaryButton
          busy={conversations.isFetchingNextPage}
          onClick={() => void conversations.fetchNextPage()}
        >
          {t.more}
        </SecondaryButton>
      )}
    </>
  );
};
