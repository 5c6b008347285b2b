import { isWords, type ConversationLine } from '@rinnalla/shared/messaging/conversation-line';
import { readByOthersUpTo, unreadLinesOf } from '@rinnalla/shared/messaging/conversation-state';
import type { MessageParts } from '@rinnalla/shared/messaging/message-parts';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { Fragment, useState } from 'react';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useMember } from '../../platform/session.js';
import { NewRowsBar } from '../../ui/new-rows-bar.js';
import type { ConversationDriver, DriverSnapshot } from '@rinnalla/shared/messaging/conversation-driver';
import styles from './conversation.module.css';
import { EchoItem } from './echo-item.js';
import { LogLine } from './log-line.js';
import { ReadMark } from './read-mark.js';
import { useLogPosition } from './use-log-position.js';
import { useShownMessage } from './use-shown-message.js';
import { useSpokenArrivals } from './use-spoken-arrivals.js';

interface ConversationLogProps {
  view: ConversationView;
  driver: ConversationDriver;
  snapshot: DriverSnapshot;
  onTakeBack: (text: string, parts: MessageParts | undefined) => void;
  onQuote: (seq: number) => void;
  showSeq?: number | undefined;
}

/**
 * The log. Screen readers hear each new message of others once, by the page's one polite region; the log itself is
 * silent, so that own words and edits are not read out again.
 */
export const ConversationLog = ({
  view,
  driver,
  snapshot,
  onTakeBack,
  onQuote,
  showSeq,
}: ConversationLogProps) => {
  const t = useTexts(messagingTexts);
  const { acting } = useMember();
  const { conversation } = snapshot;
  const { lines, echoes } = conversation;
  // Where the new ones began when the log was opened: the mark stays though they are read now.
  const [firstNew] = useState(() => unreadLinesOf(conversation)[0]?.seq);
  const last = lines.at(-1)?.seq ?? 0;
  const { log, below, toEnd } = useLogPosition(driver, lines, echoes.length, firstNew);
  useShownMessage(log, showSeq, last);
  useSpokenArrivals(conversation);
  const lastReadByOthers = lastReadLine(
    lines,
    conversation.personId,
    readByOthersUpTo(conversation, acting.organization.id),
  );

  return (
    <div className={styles.logFrame}>
      <div
        ref={log}
        className={styles.log}
        role="log"
        aria-live="off"
        aria-label={t[view.audience].log}
        // What scrolls must be reachable by keyboard (WCAG 2.1.1).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {lines.length === 0 && echoes.length === 0 && (
          <p className={styles.empty}>{t[view.audience].empty}</p>
        )}
        <ol className={styles.lines}>
          {lines.map((line) => (
            <Fragment key={line.seq}>
              {line.seq === firstNew && (
                <li className={styles.divider}>
                  <span>{t.newHere}</span>
                </li>
              )}
              <LogLine line={line} view={view} lines={lines} onQuote={onQuote} />
              {line.seq === lastReadByOthers && (
                <ReadMark view={view} readUpTo={conversation.readUpTo} seq={line.seq} />
              )}
            </Fragment>
          ))}
          {echoes.map((echo) => (
            <EchoItem
              key={echo.clientMessageId}
              echo={echo}
              view={view}
              lines={lines}
              onRetry={() => driver.tryAgain(echo.clientMessageId)}
              onTakeBack={() => onTakeBack(driver.takeBack(echo.clientMessageId), echo.parts)}
            />
          ))}
        </ol>
      </div>
      <NewRowsBar count={below && last > 0 ? below : 0} onShow={toEnd} />
    </div>
  );
};

/** The last own word that the other side has read: the mark stands under it alone. */
const lastReadLine = (
  lines: readonly ConversationLine[],
  personId: string,
  upTo: number,
): number | undefined =>
  lines.findLast((line) => isWords(line) && line.sender.personId === personId && line.seq <= upTo)?.seq;
