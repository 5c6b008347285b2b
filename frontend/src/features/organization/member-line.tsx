import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { MemberView } from '@rinnalla/shared/organization/member-routes';
import { formatDate, formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { formatList } from '../../i18n/numbers.js';
import { organizationTexts } from '../../i18n/organization.js';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { paths } from '../../platform/paths.js';
import { LinkButton } from '../../ui/buttons.js';
import { StatusLabel } from '../../ui/status-label.js';
import { MemberStatusLabel } from './member-status-label.js';
import { titleBeside } from './title-beside.js';
import styles from './people.module.css';

/** One membership in the list: who, in which role, how it stands, and until when. */
export const MemberLine = ({ member }: { member: MemberView }) => {
  const { page: t } = useTexts(peopleTexts);
  const { roles } = useTexts(organizationTexts);
  const language = useLanguage();
  const title = titleBeside(roles[member.role], inLanguage(member.title, language).text);
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.head}>
          <span className={styles.name}>{member.name}</span>
          <MemberStatusLabel status={member.status} />
          {member.isMe && <StatusLabel>{t.you}</StatusLabel>}
        </p>
        <p>{title ? `${roles[member.role]}, ${title}` : roles[member.role]}</p>
        <p className={styles.quiet}>{member.email}</p>
        <WhenText member={member} />
        {member.substitutes.length > 0 && (
          <p className={styles.quiet}>
            {t.substitutes(
              formatList(
                member.substitutes.map(({ substituteName }) => substituteName),
                language,
              ),
            )}
          </p>
        )}
      </div>
      <LinkButton
        kind="secondary"
        to={paths.member(member.membershipId)}
        accessibleName={t.openOf(member.name, roles[member.role])}
      >
        {t.open}
      </LinkButton>
    </li>
  );
};

/** What the status leaves open: the day that matters, and the invitation on its way. */
export const WhenText = ({ member }: { member: MemberView }) => {
  const { page: t } = useTexts(peopleTexts);
  const language = useLanguage();
  const now = useNow();
  const lines: string[] = [];
  if (member.status === 'coming') lines.push(t.from(formatDate(member.validFrom, language)));
  if (member.status === 'ending' && member.validTo) lines.push(t.until(formatDate(member.validTo, language)));
  if (member.status === 'ended')
    lines.push(
      member.ended
        ? t.endedBy(member.ended.byName ?? '', formatMoment(member.ended.at, language, now))
        : t.endedOn(formatDate(member.validTo ?? member.validFrom, language)),
    );
  if (member.status === 'invited') lines.push(invitationText(t, member, language, now));
  return lines.map((line) => (
    <p key={line} className={styles.quiet}>
      {line}
    </p>
  ));
};

const invitationText = (
  t: { invitationWaits: string; invitationOver: string; invitedUntil: (day: string) => string },
  { invitation }: MemberView,
  language: Parameters<typeof formatDate>[1],
  now: string,
): string => {
  if (!invitation) return t.invitationWaits;
  return invitation.expiresAt <= now
    ? t.invitationOver
    : t.invitedUntil(formatDate(invitation.expiresAt, language));
};
