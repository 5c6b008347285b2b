import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { calledIn, matchingPeople, nameBeingWritten } from '@rinnalla/shared/messaging/mentioned-in';
import type { ConversationView, TeamMember } from '@rinnalla/shared/messaging/messaging-routes';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAnnounce } from '../../platform/announcer.js';
import { useMember } from '../../platform/session.js';
import { useConversationTeam } from './use-conversation-team.js';

const mostShown = 8;

/** Somebody who can be called, or everyone of the other side at once. */
export interface Callable {
  id: string;
  name: string;
  /** The person's organization, or that this is all of it. */
  detail: string | undefined;
}

export interface Mentions {
  people: readonly Callable[];
  active: number;
  /** Takes the keys of the open list; true when it has taken one. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  choose: (called: Callable) => void;
  /** Whom the text calls. */
  calledIn: (text: string) => TeamMember[];
  /** The caret moved: what is being written before it now. */
  look: () => void;
  close: () => void;
}

/** The list of people that opens behind an `@`, in the field that it stands in. */
export const useMentions = (
  view: ConversationView,
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
  onChange: (text: string) => void,
): Mentions => {
  const t = useTexts(conversationToolTexts).mention;
  const announce = useAnnounce();
  const [written, setWritten] = useState<string>();
  const [active, setActive] = useState(0);
  const { acting } = useMember();
  const team = useConversationTeam(view.id, text.includes('@'));
  const sides = otherSides(view, acting.organization.id);
  const [persons, wholes] = useCallables(view, team, written ?? '');
  const people = written === undefined ? [] : [...persons.slice(0, mostShown - wholes.length), ...wholes];
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
  const choose = (called: Callable): void => {
    const element = field.current;
    if (!element || written === undefined) return;
    const begin = element.selectionStart - written.length - 1;
    const before = `${text.slice(0, begin)}@${called.name} `;
    const after = text.slice(element.selectionStart);
    // Drawn at once: a key that is pressed before the next frame would stand before the caret's old place.
    flushSync(() => {
      onChange(before + after);
      close();
    });
    element.focus();
    element.setSelectionRange(before.length, before.length);
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
  return {
    people,
    active,
    onKeyDown,
    choose,
    calledIn: (whole) => calledIn(whole, team, sides),
    look,
    close,
  };
};

/** Whose names call all of them: one's own side is a whole office, so not that. */
export const otherSides = ({ organizations }: ConversationView, ownId: string) =>
  organizations.filter(({ id }) => id !== ownId);

/** The persons, and the other side where somebody of it is on the case. */
const useCallables = (
  view: ConversationView,
  team: readonly TeamMember[],
  written: string,
): [persons: Callable[], sides: Callable[]] => {
  const t = useTexts(conversationToolTexts).mention;
  const language = useLanguage();
  const { person: me, acting } = useMember();
  const nameOf = (organizationId: string): string | undefined => {
    const found = view.organizations.find(({ id }) => id === organizationId);
    return found && inLanguage(found.name, language).text;
  };
  const others = team.filter(({ personId }) => personId !== me.id);
  const sides = otherSides(view, acting.organization.id).filter(({ id }) =>
    others.some(({ organizationId }) => organizationId === id),
  );
  return [
    matchingPeople(written, others).map(({ membershipId: id, name, organizationId }) => ({
      id,
      name,
      detail: nameOf(organizationId),
    })),
    matchingPeople(
      written,
      sides.map(({ id }) => ({ id, name: nameOf(id) ?? '', detail: t.wholeSide })),
    ),
  ];
};
