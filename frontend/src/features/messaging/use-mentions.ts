import { matchingPeople, nameBeingWritten } from '@rinnalla/shared/messaging/mentioned-in';
import type { TeamMember } from '@rinnalla/shared/messaging/messaging-routes';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAnnounce } from '../../platform/announcer.js';
import { useMember } from '../../platform/session.js';
import { useConversationTeam } from './use-conversation-team.js';

const mostShown = 8;

export interface Mentions {
  people: readonly TeamMember[];
  active: number;
  /** Takes the keys of the open list; true when it has taken one. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  choose: (person: TeamMember) => void;
  /** The caret moved: what is being written before it now. */
  look: () => void;
  close: () => void;
}

/** The list of people that opens behind an `@`, in the field that it stands in. */
export const useMentions = (
  conversationId: string,
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
  onChange: (text: string) => void,
): Mentions => {
  const t = useTexts(conversationToolTexts).mention;
  const announce = useAnnounce();
  const { person: me } = useMember();
  const [written, setWritten] = useState<string>();
  const [active, setActive] = useState(0);
  const team = useConversationTeam(conversationId, text.includes('@'));
  const people =
    written === undefined
      ? []
      : matchingPeople(
          written,
          team.filter(({ personId }) => personId !== me.id),
        ).slice(0, mostShown);
  const count = people.length;
  useEffect(() => {
    if (count > 0) announce(t.found(count));
  }, [count, announce, t]);

  const close = (): void => setWritten(undefined);
  const look = (): void => {
    const element = field.current;
    setWritten(element ? nameBeingWritten(element.value.slice(0, element.selectionStart)) : undefined);
    setActive(0);
  };
  const choose = (person: TeamMember): void => {
    const element = field.current;
    if (!element || written === undefined) return;
    const begin = element.selectionStart - written.length - 1;
    const before = `${text.slice(0, begin)}@${person.name} `;
    onChange(before + text.slice(element.selectionStart));
    close();
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(before.length, before.length);
    });
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const chosen = people[active];
    if (!chosen || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % count);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { people, active, onKeyDown, choose, look, close };
};
